package io.halfminute.store;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput.RememberedAgent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.record.CallEntry;
import io.halfminute.record.CallFilter;
import io.halfminute.record.Story;
import io.halfminute.record.Window;
import io.halfminute.ticket.PhoneNumbers;
import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketPatch;
import io.halfminute.ticket.TicketStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordKeeperTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final long HOUR = 3_600_000L;

    @TempDir
    Path folder;
    private final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(NOON));
    private final Map<String, Boolean> joined = new ConcurrentHashMap<>();
    private Database database;
    private RecordKeeper keeper;
    private CallStore calls;
    private TicketStore tickets;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        calls = new CallStore(database);
        tickets = new TicketStore(database, new PhoneNumbers("CN"), clock);
        keeper = start(clock);
    }

    @AfterEach
    void close() {
        keeper.close();
        database.close();
    }

    @Test
    void aCallIsInATicketWhenItHasJustArrived() {
        keeper.accept(new Story("c1", NOON).arrives("013800138000", "李").events());

        Ticket ticket = ticketOf("c1");
        assertEquals("+8613800138000", ticket.customer().number());
        assertEquals(TicketStatus.OPEN, ticket.status());
        assertEquals(false, joined.get("c1"));
        assertTrue(calls.find(new CallId("c1")).orElseThrow().entry().call().isLive());
    }

    @Test
    void aCallIsReadBackAsItWasRecorded() {
        Story story = new Story("c1", NOON).arrives("13800138000", "<b>'; drop table call; --\\ \uD83D\uDE00")
                .after(10).served(7, "1001");
        keeper.accept(story.events());
        awaitDrained();

        var found = calls.find(new CallId("c1")).orElseThrow();
        assertEquals(CallEnd.ANSWERED, found.entry().call().end());
        assertEquals(5, found.entry().call().segments().size());
        assertEquals("<b>'; drop table call; --\\ \uD83D\uDE00", found.entry().call().caller().name());
        assertEquals(1, found.decisions().size());
        assertEquals(story.events().stream().filter(AcdEvent.OfferMade.class::isInstance)
                .map(event -> ((AcdEvent.OfferMade) event).decision()).toList(),
                found.decisions().stream().map(kept -> kept.decision()).toList());
    }

    @Test
    void aRepeatCallWithinADayJoinsTheOpenTicketOfTheSameBrandHoweverTheNumberIsWritten() {
        keeper.accept(new Story("c1", NOON).arrives("13800138000", "").served(1, "1001").events());
        keeper.accept(new Story("c2", NOON + 23 * HOUR).arrives("+8613800138000", "").events());
        keeper.accept(new Story("c3", NOON + 23 * HOUR).arrives(new CallerId("13800138000", ""), new BrandId("shop-b"),
                false, NOON + 23 * HOUR).events());
        keeper.accept(new Story("c4", NOON + 48 * HOUR).arrives("13800138000", "").events());
        awaitDrained();

        assertEquals(ticketOf("c1").number(), ticketOf("c2").number());
        assertEquals(true, joined.get("c2"));
        assertEquals(2, ticketOf("c1").calls());
        assertFalse(List.of(ticketOf("c1").number(), ticketOf("c4").number()).contains(ticketOf("c3").number()));
        assertFalse(ticketOf("c4").number() == ticketOf("c1").number());
    }

    @Test
    void callersWhoWithholdTheirNumberAndSolvedTicketsAreNotJoined() {
        keeper.accept(new Story("c1", NOON).arrives("", "").events());
        keeper.accept(new Story("c2", NOON + 1).arrives("", "").events());
        keeper.accept(new Story("c3", NOON + 2).arrives("13800138000", "").events());
        long solved = ticketOf("c3").number();
        tickets.patch(solved, new TicketPatch(0, null, null, TicketStatus.SOLVED, null), "1001");
        keeper.accept(new Story("c4", NOON + 3).arrives("13800138000", "").events());

        assertFalse(ticketOf("c1").number() == ticketOf("c2").number());
        assertFalse(ticketOf("c4").number() == solved);
    }

    @Test
    void aServerThatStartsAgainKnowsItsCallsAndAgents() {
        keeper.accept(new Story("c1", NOON).arrives("13800138000", "").after(5).waits().events());
        keeper.accept(List.of(new AcdEvent.AgentChanged(new AgentId("1001"), AgentState.READY, AgentState.PAUSED, "lunch",
                null, 0, NOON - 5_000)));
        keeper.close();
        keeper = start(clock);

        assertEquals(List.of(new RememberedAgent(new AgentId("1001"), AgentState.PAUSED, new PauseReason("lunch"),
                NOON - 5_000)), keeper.rememberedAgents());
        keeper.accept(new Story("c1", NOON + 9_000).linkUp().arrives(new CallerId("13800138000", ""), Story.BRAND, true, NOON)
                .waits().after(1).served(4, "1001").events());
        awaitDrained();

        CallEntry call = calls.find(new CallId("c1")).orElseThrow().entry();
        assertEquals(NOON + 5, call.call().milestones().waitingMs());
        assertTrue(call.call().adopted());
        assertEquals(1, ticketOf("c1").calls());
    }

    @Test
    void aServerThatStartsAgainKnowsUntilWhenCallsAreOnRecord() {
        assertEquals(new RecordKeeper.Since(0, List.of()), keeper.since());
        Story served = new Story("c1", NOON).arrives("13800138000", "").served(3, "1001");
        keeper.accept(served.events());
        keeper.accept(new Story("c2", NOON + 9_000).arrives("13800138000", "").events());
        awaitDrained();
        keeper.close();
        keeper = start(clock);
        assertEquals(new RecordKeeper.Since(served.nowMs(), List.of(new CallId("c2"))), keeper.since());
        keeper.close();
        KeeperSettings other = KeeperSettings.standard(folder.resolve("other/outbox.db"), "CN");
        keeper = RecordKeeper.open(database, other, (a, b, c) -> { }, clock);
        assertEquals(new RecordKeeper.Since(served.nowMs(), List.of(new CallId("c2"))), keeper.since());
    }

    @Test
    void aServerOnAnotherMachineTakesOverFromTheDatabase() {
        keeper.accept(new Story("c1", NOON).arrives("13800138000", "").after(5).waits().events());
        keeper.accept(List.of(new AcdEvent.AgentChanged(new AgentId("1001"), AgentState.READY, AgentState.READY, "",
                null, 0, NOON - 5_000)));
        awaitDrained();
        keeper.close();
        keeper = RecordKeeper.open(database, KeeperSettings.standard(folder.resolve("other/outbox.db"), "CN"), (a, b, c) -> { }, clock);
        assertEquals(1, keeper.rememberedAgents().size());

        keeper.accept(new Story("c9", NOON + 9_000).linkUp().events());
        awaitDrained();
        assertFalse(calls.find(new CallId("c1")).orElseThrow().entry().call().seen());
    }

    @Test
    void afterALongAbsenceNoAgentIsRemembered() {
        keeper.accept(List.of(new AcdEvent.AgentChanged(new AgentId("1001"), AgentState.PAUSED, AgentState.READY, "",
                null, 0, NOON)));
        keeper.close();
        keeper = start(InstantSource.fixed(Instant.ofEpochMilli(NOON + 20 * HOUR)));
        awaitDrained();

        assertEquals(List.of(), keeper.rememberedAgents());
        var states = calls.activity(new Window(NOON - HOUR, NOON + 30 * HOUR), null, 10);
        assertEquals(List.of(AgentState.READY, AgentState.SIGNED_OUT), states.stream().map(each -> each.state()).toList());
        assertEquals(NOON, states.getFirst().toMs());
    }

    @Test
    void anEntryThatTheDatabaseRefusesIsPutAsideAndHoldsNothingUp() {
        database.ask(sql -> sql.execute("alter table call add constraint odd check (dialled <> '4666')"));
        keeper.accept(List.of(new AcdEvent.CallArrived(new CallId("bad"), new CallerId("1", ""), "4666", Story.BRAND,
                Story.QUEUE, 0, NOON, NOON + 30_000, false, NOON)));
        keeper.accept(new Story("good", NOON).arrives("13800138000", "").events());

        ticketOf("good");
        database.ask(sql -> sql.execute("alter table call drop constraint odd"));
        assertEquals(1, keeper.stats().aside());
        assertEquals(List.of("good"), calls.list(CallFilter.ALL, null, 10).rows().stream()
                .map(entry -> entry.call().call().value()).toList());
    }

    private RecordKeeper start(InstantSource time) {
        return RecordKeeper.open(database, KeeperSettings.standard(folder.resolve("outbox.db"), "CN"),
                (call, ticket, repeat) -> joined.put(call.value(), repeat), time);
    }

    private void awaitDrained() {
        await().atMost(ofSeconds(10)).until(() -> keeper.stats().depth() == 0);
    }

    private Ticket ticketOf(String call) {
        return await().atMost(ofSeconds(10)).until(() -> tickets.ofCall(new CallId(call)), found -> found.isPresent())
                .orElseThrow();
    }
}
