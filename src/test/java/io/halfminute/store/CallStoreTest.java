package io.halfminute.store;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import io.halfminute.record.CallEntry;
import io.halfminute.record.CallFilter;
import io.halfminute.record.Window;
import io.halfminute.record.DayTotals;
import io.halfminute.record.Page;
import io.halfminute.record.SearchStep;
import io.halfminute.record.Story;
import io.halfminute.why.LateCause;
import io.halfminute.why.Lateness;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallStoreTest {

    private static final long NOON = 1_800_000_000_000L;

    @TempDir
    Path folder;
    private final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(NOON + 1_000_000));
    private Database database;
    private RecordKeeper keeper;
    private CallStore calls;

    @BeforeEach
    void aDay() {
        database = TestDatabase.fresh();
        keeper = RecordKeeper.open(database, KeeperSettings.standard(folder.resolve("outbox.db"), "CN"), (a, b, c) -> { }, clock);
        calls = new CallStore(database);
        QueueSpec queue = new QueueSpec(Story.QUEUE, "Orders", List.of(), 0, 30_000, 12_000, 0, 10, Optional.empty());
        keeper.accept(List.of(new AcdEvent.SetupChanged(new Setup(Map.of(Story.QUEUE, queue), Map.of(), Map.of(), Set.of(),
                Setup.Limits.DEFAULT), NOON - 1)));
        keep(new Story("fast", NOON).arrives("13800138001", "Li Na").served(1, "1001"));
        keep(new Story("slow", NOON + 1_000).arrives("13800138002", "50%_off").after(35_000).waits().deadlineMissed()
                .served(2, "1002"));
        keep(new Story("gone", NOON + 2_000).arrives("13800138003", "").waits().after(1).offered(3, "1001").after(100)
                .rings(3, "1001").after(8_000).offerEnds(3, "1001", OfferOutcome.NO_ANSWER, Story.RANG_OUT)
                .after(500).ends(CallEnd.ABANDONED));
        keep(new Story("refused", NOON + 3_000).arrives(new CallerId("13800138004", ""), null, false, NOON + 3_000).after(9)
                .ends(CallEnd.REFUSED));
        keep(new Story("late", NOON + 4_000).arrives("13800138005", "").waits());
        keep(new Story("new", NOON + 999_000).arrives("13800138006", "").waits());
        await().atMost(ofSeconds(10)).until(() -> keeper.stats().depth() == 0);
    }

    @AfterEach
    void close() {
        keeper.close();
        database.close();
    }

    @Test
    void everyFilterFindsWhatItNames() {
        assertEquals(List.of("slow"), ids(filter(null, null, "1002", null, null, null, null)));
        assertEquals(List.of("gone"), ids(filter(null, null, null, null, CallEnd.ABANDONED, null, null)));
        assertEquals(List.of("new", "late"), ids(filter(null, null, null, null, null, true, null)));
        assertEquals(List.of("fast"), ids(filter(null, null, null, "138 0013 8001", null, null, null)));
        assertEquals(List.of("fast"), ids(filter(null, null, null, null, null, null, "li na")));
        assertEquals(List.of("slow"), ids(filter(null, null, null, null, null, null, "%_")));
        assertEquals(List.of("refused"), ids(new CallFilter(NOON + 3_000, NOON + 4_000, null, null, null, null, null, null, null)));
        assertEquals(5, ids(filter(Story.QUEUE, Story.BRAND.value(), null, null, null, null, null)).size());
        assertEquals(List.of(), ids(filter(null, null, null, null, null, null, "' or 1=1 --")));
    }

    @Test
    void whyACallWasLateIsKeptCountedAndFound() {
        Lateness late = calls.find(new CallId("slow")).orElseThrow().entry().call().late();

        assertEquals(LateCause.LONG_FLOW, late.cause(), () -> "kept: " + late);
        assertEquals(List.of("slow"), ids(lateBy(LateCause.LONG_FLOW)));
        assertEquals(List.of(), ids(lateBy(LateCause.ALL_BUSY)));
        assertEquals(List.of("slow"), ids(new CallFilter(0, 0, null, null, null, null, null, null, null, true, null)));
        assertEquals(Map.of(LateCause.LONG_FLOW, 1L), calls.lateCalls(new Window(NOON, NOON + 3_600_000)));
        assertEquals(Map.of(), calls.lateCalls(new Window(NOON + 2_000, NOON + 3_600_000)));
    }

    @Test
    void howTheSearchForAnAgentWentComesBackAsItWas() {
        SkillDemand liked = new SkillDemand(new SkillId("shoes"), SkillDemand.LIKED, 3);
        keep(new Story("sought", NOON + 5_000).arrives("13800138007", "").asksFor(liked).named("1001", 7_500).waits()
                .after(7_500).nameDropped("1001", AcdEvent.NameEnd.NOT_PICKED_UP).after(1).ringOpens("least").after(999).toldToWait(90));
        await().atMost(ofSeconds(10)).until(() -> keeper.stats().depth() == 0);

        assertEquals(List.of(new SearchStep.AskedForMore(List.of(liked), NOON + 5_000),
                        new SearchStep.AgentNamed(new AgentId("1001"), NOON + 12_500, NOON + 5_000),
                        new SearchStep.NameDropped(new AgentId("1001"), AcdEvent.NameEnd.NOT_PICKED_UP, NOON + 12_500),
                        new SearchStep.RingOpened("least", AcdEvent.RingCause.TIME_LEFT, NOON + 12_501),
                        new SearchStep.WaitTold(90, NOON + 103_500, NOON + 13_500)),
                calls.find(new CallId("sought")).orElseThrow().entry().call().steps());
    }

    private static CallFilter lateBy(LateCause cause) {
        return new CallFilter(0, 0, null, null, null, null, null, null, null, null, cause);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<CallEntry> page = calls.list(CallFilter.ALL, cursor, 4);
            page.rows().forEach(entry -> seen.add(entry.call().call().value()));
            cursor = page.next();
        } while (cursor != null);

        assertEquals(List.of("new", "late", "refused", "gone", "slow", "fast"), seen);
        assertNull(calls.list(CallFilter.ALL, null, 6).next());
    }

    @Test
    void aCursorThatIsNoneAndALimitThatIsTooLargeAreToldSo() {
        assertThrows(IllegalArgumentException.class, () -> calls.list(CallFilter.ALL, "nonsense", 4));
        assertThrows(IllegalArgumentException.class, () -> calls.list(CallFilter.ALL, null, 501));
    }

    @Test
    void theDaySoFarCountsWhatHasEnded() {
        DayTotals day = calls.dayTotals(NOON);

        assertEquals(new DayTotals.Counts(4, 2, 1, 1, 2, 1, 1, 0), day.total());
        assertEquals(new DayTotals.Counts(3, 2, 1, 1, 1, 1, 0, 0), day.queues().get(Story.QUEUE));
        assertEquals(new DayTotals.AgentDay(1, 1, 60_000), day.agents().get(new AgentId("1001")));
    }

    private void keep(Story story) {
        keeper.accept(story.events());
    }

    private List<String> ids(CallFilter filter) {
        return calls.list(filter, null, 100).rows().stream().map(entry -> entry.call().call().value()).toList();
    }

    private static CallFilter filter(QueueId queue, String brand, String agent, String number, CallEnd end, Boolean live,
                                     String text) {
        return new CallFilter(0, 0, queue, brand == null ? null : Story.BRAND, agent == null ? null : new AgentId(agent),
                number, end, live, text);
    }
}
