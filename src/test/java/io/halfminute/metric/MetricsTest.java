package io.halfminute.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.Skills;
import io.halfminute.alarm.AlarmKind;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final QueueId ORDERS = new QueueId("orders");
    private static final AgentId LI = new AgentId("1001");
    private static final OfferId OFFER = new OfferId(9);
    private static final long START = 1_700_000_000_000L;

    private final AtomicLong nowMs = new AtomicLong(START);
    private final AtomicLong gaps = new AtomicLong();
    private final Metrics metrics = new Metrics(new Sources(
            new Sources.Ami(() -> true, () -> 250, gaps::get, () -> 2, () -> 17),
            new Sources.Outbox(() -> 4, () -> 1_500, () -> 1),
            new Sources.Machine(() -> 3, () -> 0, () -> 120, () -> true),
            new Sources.Level(() -> 0.75, () -> Double.NaN),
            new Sources.Forecasts(() -> 0.8, () -> 0.03, () -> 100, () -> 79, () -> 2), cause -> cause.ordinal(),
            new Sources.Journal(() -> 7, () -> 1),
            kind -> kind == AlarmKind.PBX_DOWN ? 1 : 0, new SomeLevels()), () -> Instant.ofEpochMilli(nowMs.get()), 100);

    @BeforeEach
    void configure() {
        QueueSpec orders = new QueueSpec(ORDERS, "Orders", List.of(), 0, 30_000, 12_000, 20_000, 100, Optional.empty());
        AgentSpec li = new AgentSpec(LI, "Li Na", new PhoneId("1001"), Skills.NONE);
        tell(new AcdEvent.SetupChanged(new Setup(Map.of(ORDERS, orders), Map.of(LI, li), Map.of(), Set.of(),
                Setup.Limits.DEFAULT), START));
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    private void tell(AcdEvent... events) {
        metrics.accept(List.of(events));
    }

    private AcdEvent.CallArrived arrival(String call, QueueId queue) {
        return new AcdEvent.CallArrived(new CallId(call), new CallerId("13812348000", "Zhang"), "4001", null, queue, 0, START,
                START + 30_000, false, START);
    }

    /** The value of the line that begins with {@code series}. */
    private double value(String series) {
        return metrics.scrape().lines().filter(line -> line.startsWith(series + " ")).findFirst()
                .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .orElseThrow(() -> new AssertionError("no " + series + " in\n" + metrics.scrape()));
    }

    @Test
    void aCallIsCountedFromItsArrivalToItsEnd() {
        CallId call = new CallId("c1");
        tell(arrival("c1", ORDERS), new AcdEvent.CallWaits(call, ORDERS, START),
                new AcdEvent.OfferEnded(call, OFFER, LI, AcdEvent.OfferOutcome.NO_ANSWER, Cause.UNSEEN, START),
                new AcdEvent.CallAnswered(call, OFFER, LI, START + 7_000),
                new AcdEvent.TalkEnded(call, LI, Cause.UNSEEN, START + 67_000),
                new AcdEvent.CallEnded(call, CallEnd.ANSWERED, Cause.UNSEEN, true, START + 67_000));
        assertEquals(1, value("halfminute_calls_arrived_total{queue=\"orders\"}"));
        assertEquals(1, value("halfminute_calls_in_time_total{queue=\"orders\"}"));
        assertEquals(1, value("halfminute_calls_ended_total{end=\"answered\",queue=\"orders\"}"));
        assertEquals(0, value("halfminute_answer_wait_seconds_bucket{queue=\"orders\",le=\"5.0\"}"));
        assertEquals(1, value("halfminute_answer_wait_seconds_bucket{queue=\"orders\",le=\"10.0\"}"));
        assertEquals(60, value("halfminute_talk_seconds_sum{queue=\"orders\"}"));
        assertEquals(1, value("halfminute_offers_total{outcome=\"no-answer\"}"));
        assertEquals(1, value("halfminute_offers_total{outcome=\"answered\"}"));
    }

    @Test
    void whoWaitsIsSeenWithTheLongestWait() {
        tell(arrival("c1", ORDERS), arrival("c2", ORDERS));
        nowMs.addAndGet(12_500);
        assertEquals(2, value("halfminute_calls_waiting{queue=\"orders\"}"));
        assertEquals(12.5, value("halfminute_oldest_wait_seconds{queue=\"orders\"}"));
        tell(new AcdEvent.CallEnded(new CallId("c1"), CallEnd.ABANDONED, Cause.UNSEEN, true, START),
                new AcdEvent.CallEnded(new CallId("c2"), CallEnd.ABANDONED, Cause.UNSEEN, true, START));
        assertEquals(0, value("halfminute_oldest_wait_seconds{queue=\"orders\"}"));
        assertEquals(2, value("halfminute_calls_ended_total{end=\"abandoned\",queue=\"orders\"}"));
    }

    @Test
    void whoIsBeingDivertedDoesNotWait() {
        tell(arrival("c1", ORDERS), new AcdEvent.CallLeaves(new CallId("c1"), START));
        nowMs.addAndGet(60_000);
        assertEquals(0, value("halfminute_calls_waiting{queue=\"orders\"}"));
        assertEquals(0, value("halfminute_oldest_wait_seconds{queue=\"orders\"}"));
    }

    @Test
    void aLateAnswerIsAMissedDeadlineAndNotInTime() {
        CallId call = new CallId("c1");
        tell(arrival("c1", ORDERS), new AcdEvent.DeadlineMissed(call, START + 30_001),
                new AcdEvent.CallAnswered(call, OfferId.NONE, LI, START + 31_000));
        assertEquals(1, value("halfminute_deadlines_missed_total{queue=\"orders\"}"));
        assertEquals(0, value("halfminute_calls_in_time_total{queue=\"orders\"}"));
        assertEquals(0, value("halfminute_offers_total{outcome=\"answered\"}"), "the PBX found the agent by itself");
    }

    @Test
    void whatACallerWasToldOfHisWaitIsCountedByWhetherItHeld() {
        tell(arrival("c1", ORDERS), arrival("c2", ORDERS), arrival("c3", ORDERS), arrival("c4", ORDERS));
        for (String call : List.of("c1", "c2", "c3", "c4")) {
            tell(new AcdEvent.WaitTold(new CallId(call), 60, START + 60_000, START),
                    new AcdEvent.WaitTold(new CallId(call), 120, START + 150_000, START + 30_000));
        }
        tell(new AcdEvent.CallAnswered(new CallId("c1"), OFFER, LI, START + 60_000),
                new AcdEvent.CallEnded(new CallId("c1"), CallEnd.ANSWERED, Cause.UNSEEN, true, START + 90_000),
                new AcdEvent.CallAnswered(new CallId("c2"), OFFER, LI, START + 60_001),
                new AcdEvent.CallEnded(new CallId("c3"), CallEnd.ABANDONED, Cause.UNSEEN, true, START + 61_000),
                new AcdEvent.CallEnded(new CallId("c4"), CallEnd.ABANDONED, Cause.UNSEEN, true, START + 59_000));
        assertEquals(1, value("halfminute_waits_told_total{held=\"yes\"}"));
        assertEquals(2, value("halfminute_waits_told_total{held=\"no\"}"), "the first word counts");
    }

    @Test
    void agentsAreCountedByState() {
        assertEquals(1, value("halfminute_agents{state=\"signed-out\"}"));
        tell(new AcdEvent.AgentChanged(LI, AgentState.SIGNED_OUT, AgentState.WRAP_UP, "", null, 0, START));
        assertEquals(0, value("halfminute_agents{state=\"signed-out\"}"));
        assertEquals(1, value("halfminute_agents{state=\"wrap-up\"}"));
    }

    @Test
    void figuresOfOthersAreReadWhenSomebodyScrapes() {
        gaps.set(5);
        assertEquals(1, value("halfminute_ami_up"));
        assertEquals(0.25, value("halfminute_ami_event_lag_seconds"));
        assertEquals(5, value("halfminute_ami_gaps_total"));
        assertEquals(1, value("halfminute_alarm{kind=\"pbx-down\"}"));
        assertEquals(0, value("halfminute_alarm{kind=\"queue-floor\"}"));
        assertEquals(17, value("halfminute_ami_commands_total"));
        assertEquals(1.5, value("halfminute_outbox_oldest_seconds"));
        assertEquals(3, value("halfminute_machine_backlog"));
        assertEquals(0.12, value("halfminute_machine_lag_seconds"));
        assertEquals(1, value("halfminute_boards_slowed"));
        assertEquals(0.75, value("halfminute_service_level_ratio{period=\"now\"}"));
        assertTrue(Double.isNaN(value("halfminute_service_level_ratio{period=\"today\"}")));
        assertEquals(0.8, value("halfminute_forecast_service_level_ratio"));
        assertEquals(79, value("halfminute_forecast_bounds_held_total"));
    }

    @Test
    void eachDefinitionOfTheServiceLevelHasItsSuccessesAndItsCallsByQueue() {
        assertEquals(7, value("halfminute_service_level_good_total{definition=\"of-all-calls\",queue=\"orders\"}"));
        assertEquals(10, value("halfminute_service_level_counted_total{definition=\"of-all-calls\",queue=\"orders\"}"));
        assertEquals(0, value("halfminute_service_level_good_total{definition=\"of-answered\",queue=\"orders\"}"));
        assertEquals(2, value("halfminute_service_level_counted_total{definition=\"with-flow-outs\",queue=\"none\"}"));
    }

    @Test
    void theMachinesStepsAndBrokenRulesAreCounted() {
        metrics.step(300_000);
        tell(new AcdEvent.InvariantBroken("an agent with two calls", START));
        assertEquals(1, value("halfminute_machine_step_seconds_count"));
        assertEquals(1, value("halfminute_machine_step_seconds_bucket{le=\"5.0E-4\"}"));
        assertEquals(1, value("halfminute_invariant_violations_total"));
    }

    @Test
    void aThousandCallersMakeNoMoreSeriesThanOneAndAreNeverNamed() {
        tell(arrival("c0", ORDERS));
        long before = metrics.scrape().lines().filter(line -> line.startsWith("halfminute_")).count();
        for (int call = 1; call < 1_000; call++) {
            tell(arrival("c" + call, call % 2 == 0 ? ORDERS : new QueueId("made-up-" + call)));
        }
        String scrape = metrics.scrape();
        long made = scrape.lines().filter(line -> line.startsWith("halfminute_")).count() - before;
        assertTrue(made <= 1, made + " more series; only the queue \"other\" may be new");
        assertFalse(scrape.contains("13812348000") || scrape.contains("made-up"), scrape);
    }

    @Test
    void callsBeyondTheLimitAreCountedAlthoughNotFollowed() {
        for (int call = 0; call < 250; call++) {
            tell(arrival("c" + call, ORDERS));
        }
        assertEquals(250, value("halfminute_calls_arrived_total{queue=\"orders\"}"));
        assertEquals(100, value("halfminute_calls_waiting{queue=\"orders\"}"));
    }

    @Test
    void eventsAboutCallsThatAreNotThereChangeNothing() {
        CallId ghost = new CallId("ghost");
        String before = ours();
        tell(new AcdEvent.CallWaits(ghost, ORDERS, START), new AcdEvent.CallAnswered(ghost, OFFER, LI, START),
                new AcdEvent.TalkEnded(ghost, LI, Cause.UNSEEN, START),
                new AcdEvent.CallEnded(ghost, CallEnd.ANSWERED, Cause.UNSEEN, true, START));
        assertEquals(before, ours());
    }

    private String ours() {
        return metrics.scrape().lines().filter(line -> line.startsWith("halfminute_")).collect(Collectors.joining("\n"));
    }

    @Test
    void theDocumentListsExactlyWhatIsExported() throws IOException {
        Set<String> documented = new TreeSet<>(Pattern.compile("^\\| `(halfminute_\\w+)", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs/metrics.md"))).results().map(row -> row.group(1)).toList());
        Set<String> exported = families().stream().filter(name -> name.startsWith("halfminute_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(exported, documented, "docs/metrics.md must list what is exported, a row each");
    }

    @Test
    void everythingElseIsOfTheJavaMachineAndEverythingHasHelp() {
        families().forEach(name -> assertTrue(name.matches("(halfminute|jvm|process|system)_.*"), name));
        assertEquals(families(), new TreeSet<>(Pattern.compile("^# HELP (\\w+) \\S", Pattern.MULTILINE)
                .matcher(metrics.scrape()).results().map(row -> row.group(1)).toList()));
    }

    private Set<String> families() {
        return new TreeSet<>(Pattern.compile("^# TYPE (\\w+) ", Pattern.MULTILINE).matcher(metrics.scrape()).results()
                .map(row -> row.group(1)).toList());
    }
}
