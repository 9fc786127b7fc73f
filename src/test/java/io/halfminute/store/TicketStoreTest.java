package io.halfminute.store;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.agent.AgentId;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.record.Story;
import io.halfminute.store.Tables.Changes;
import io.halfminute.ticket.KnownCase;
import io.halfminute.ticket.NewNote;
import io.halfminute.ticket.PhoneNumbers;
import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketDesk.PatchResult;
import io.halfminute.ticket.TicketFilter;
import io.halfminute.ticket.TicketPatch;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketStatus;
import io.halfminute.ticket.TicketStory;
import io.halfminute.ticket.TicketType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketStoreTest {

    private static final long NOON = 1_800_000_000_000L;

    @TempDir
    Path folder;
    private final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(NOON + 90_000));
    private Database database;
    private RecordKeeper keeper;
    private TicketStore tickets;
    private long number;

    @BeforeEach
    void twoTickets() {
        database = TestDatabase.fresh();
        keeper = RecordKeeper.open(database, KeeperSettings.standard(folder.resolve("outbox.db"), "CN"), (a, b, c) -> { }, clock);
        tickets = new TicketStore(database, new PhoneNumbers("CN"), clock);
        keeper.accept(new Story("c1", NOON).arrives("13800138000", "Li Na").served(1, "1001").events());
        keeper.accept(new Story("c2", NOON + 10).arrives("13800138009", "").events());
        await().atMost(ofSeconds(10)).until(() -> keeper.stats().depth() == 0);
        number = tickets.ofCall(new CallId("c1")).orElseThrow().number();
    }

    @AfterEach
    void close() {
        keeper.close();
        database.close();
    }

    @Test
    void aChangeIsWrittenIntoTheHistoryWithWhoAndWhat() {
        var patch = new TicketPatch(0, TicketClass.COMPLAINT, TicketType.LOGISTICS, TicketStatus.IN_PROGRESS, null);
        TicketStory story = assertInstanceOf(PatchResult.Done.class, tickets.patch(number, patch, "1001")).story();

        assertEquals(1, story.ticket().version());
        assertEquals(List.of("opened", "class", "type", "status"),
                story.history().stream().map(TicketStory.Change::what).toList());
        assertEquals(new TicketStory.Change(NOON + 90_000, "1001", "type", null, "logistics"), story.history().get(2));
        assertEquals(story, tickets.find(number).orElseThrow());
    }

    @Test
    void whoTalkedLastWithACustomerKnowsHisCaseAsLongAsItIsUnfinished() {
        assertEquals(new AgentId("1001"), tickets.of("+86 138 0013 8000", Story.BRAND).agent());
        assertEquals(KnownCase.NONE, tickets.of("13800138000", new BrandId("shop-b")), "another shop's matter");
        assertNull(tickets.of("13800138009", Story.BRAND).agent(), "nobody has talked with him");
        assertEquals(KnownCase.NONE, tickets.of("", Story.BRAND), "a withheld number");
        tickets.patch(number, new TicketPatch(0, null, null, TicketStatus.SOLVED, null), "1001");
        assertEquals(KnownCase.NONE, tickets.of("13800138000", Story.BRAND));
    }

    @Test
    void whatHisUnfinishedTicketIsAboutIsKnownWithHim() {
        tickets.patch(number, new TicketPatch(0, TicketClass.COMPLAINT, TicketType.LOGISTICS, null, TicketPriority.URGENT), "1001");
        assertEquals(List.of(new KnownCase.Matter(TicketClass.COMPLAINT, TicketType.LOGISTICS, TicketPriority.URGENT)),
                tickets.of("13800138000", Story.BRAND).open());
    }

    @Test
    void whoLookedAtAnOlderTicketIsToldAndChangesNothing() {
        tickets.patch(number, new TicketPatch(0, TicketClass.URGENT, null, null, null), "1001");
        PatchResult second = tickets.patch(number, new TicketPatch(0, TicketClass.SPECIAL, null, null, null), "1002");

        assertEquals(1, assertInstanceOf(PatchResult.Outdated.class, second).current().version());
        assertEquals(TicketClass.URGENT, tickets.find(number).orElseThrow().ticket().topic());
    }

    @Test
    void aTypeOfAnotherClassIsNotAllowedAndTheMessageSaysWhere() {
        PatchResult refused = tickets.patch(number, new TicketPatch(0, null, TicketType.REPAIR, null, null), "1001");

        assertTrue(assertInstanceOf(PatchResult.NotAllowed.class, refused).message().contains("after-sales"));
        assertInstanceOf(PatchResult.NotFound.class,
                tickets.patch(999, new TicketPatch(0, TicketClass.URGENT, null, null, null), "1001"));
    }

    @Test
    void notesAreAddedWithoutDisturbingWhoChangesTheTicket() {
        var note = tickets.addNote(number, new NewNote("1001", " 订单 100%_ \u0000<script> \r\n second ", new CallId("c1")));

        assertEquals("订单 100%_  <script> \n second", note.orElseThrow().text());
        TicketStory story = tickets.find(number).orElseThrow();
        assertEquals(0, story.ticket().version());
        assertEquals(note.orElseThrow(), story.notes().getFirst());
        assertEquals(List.of(number), found(filter(null, "订单")));
        assertEquals(List.of(number), found(filter(null, "0%_")));
        assertEquals(List.of(), found(filter(null, "0%%_")));
        assertTrue(tickets.addNote(999, new NewNote("1001", "x", null)).isEmpty());
    }

    @Test
    void filtersFindByStatusNumberAgentNameAndTicketNumber() {
        long other = tickets.ofCall(new CallId("c2")).orElseThrow().number();
        tickets.patch(other, new TicketPatch(0, null, null, TicketStatus.SOLVED, null), "1001");

        assertEquals(List.of(other), found(new TicketFilter(0, 0, Set.of(TicketStatus.SOLVED), null, null, null, null, null)));
        assertEquals(List.of(other), found(filter(null, Long.toString(other))));
        assertEquals(List.of(number), found(filter("8000", null)));
        assertEquals(List.of(number), found(filter(null, "li NA")));
        assertEquals(List.of(number), found(new TicketFilter(0, 0, null, null, null, null, new AgentId("1001"), null)));
        assertEquals(List.of(other, number), found(TicketFilter.ALL));
    }

    @Test
    void pagesOfTicketsFollowEachOther() {
        var first = tickets.list(TicketFilter.ALL, null, 1);
        var second = tickets.list(TicketFilter.ALL, first.next(), 1);

        assertEquals(number, second.rows().getFirst().number());
        assertNull(second.next());
    }

    @Test
    void aCustomerIsFoundHoweverHisNumberIsWritten() {
        var history = tickets.history("+86 138-0013-8000").orElseThrow();

        assertEquals("Li Na", history.customer().name());
        assertEquals(List.of(number), history.tickets().stream().map(Ticket::number).toList());
        assertEquals("c1", history.calls().getFirst().call().call().value());
        assertTrue(tickets.history("13900000000").isEmpty());
        assertTrue(tickets.history("").isEmpty());
    }

    @Test
    void historyCannotBeRewritten() {
        assertThrows(Database.Refused.class, () -> database.ask(sql -> sql.deleteFrom(Changes.TABLE).execute()));
        assertThrows(Database.Refused.class,
                () -> database.ask(sql -> sql.update(Changes.TABLE).set(Changes.AUTHOR, "nobody").execute()));
    }

    private List<Long> found(TicketFilter filter) {
        return tickets.list(filter, null, 50).rows().stream().map(Ticket::number).toList();
    }

    private static TicketFilter filter(String number, String text) {
        return new TicketFilter(0, 0, null, null, null, number, null, text);
    }
}
