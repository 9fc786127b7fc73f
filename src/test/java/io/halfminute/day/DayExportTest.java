package io.halfminute.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.CallEnd;
import io.halfminute.config.ArrivalsFile;
import io.halfminute.config.ScenarioFile;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.Circle;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.CallRecord;
import io.halfminute.record.CallRecorder;
import io.halfminute.record.RecordChange;
import io.halfminute.record.RecordLimits;
import io.halfminute.record.Story;
import io.halfminute.simulation.KnownCall;
import io.halfminute.simulation.Scenario;
import io.halfminute.study.Comparison;
import io.halfminute.study.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded day, written as a scenario, can be played again by any policy. */
class DayExportTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 21);
    private static final long START = DATE.atTime(6, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant().toEpochMilli();
    private static final long HOUR = 3_600_000;
    private static final String CALLER = "13812345678";
    private static final String SECRET_NAME = "Zhang San";

    @TempDir
    private Path folder;
    private final CallRecorder recorder = new CallRecorder(RecordLimits.DEFAULT, List.of(), _ -> { });
    private final List<CallRecord> calls = new ArrayList<>();

    private static Setup setup() {
        SkillId mandarin = new SkillId("mandarin");
        SkillId vip = new SkillId("vip");
        List<SkillDemand> demands = List.of(new SkillDemand(mandarin, 2, 4), new SkillDemand(vip, SkillDemand.LIKED, 3));
        QueueSpec queue = new QueueSpec(Story.QUEUE, "Orders", demands, List.of(QueueSpec.wanted(demands), QueueSpec.least(demands),
                new Ring("others", new Circle(List.of(), new TreeSet<>(Set.of("late")))), Ring.outside("outside", "02155550100")),
                5_000, 30_000, 10_000, 20_000, 50, Optional.of(new QueueSpec.Overflow(180_000, "02155550101")));
        Map<AgentId, AgentSpec> agents = new TreeMap<>();
        for (int n = 1; n <= 4; n++) {
            AgentId id = new AgentId("100" + n);
            agents.put(id, new AgentSpec(id, "Li Na " + n, new PhoneId("100" + n),
                    new Skills(Map.of(mandarin, n <= 3 ? 4 : 2)), new TreeSet<>(Set.of(n <= 3 ? "early" : "late"))));
        }
        return new Setup(Map.of(queue.id(), queue), agents, Map.of("4001", new Setup.Destination(Story.BRAND, new QueueId(Story.QUEUE.value()))),
                Set.of(), Setup.Limits.DEFAULT);
    }

    private void keep(Story story) {
        recorder.apply(story.events()).forEach(change -> {
            if (change instanceof RecordChange.CallKept(CallRecord call) && !call.isLive()) {
                calls.add(call);
            }
        });
    }

    /** From seven to nine a call a minute; each tenth gives up, each twentieth is let ring first. */
    private RecordedDay day() {
        for (int minute = 0; minute < 120; minute++) {
            Story story = new Story("c" + minute, START + HOUR + minute * 60_000L).arrives(CALLER, SECRET_NAME).after(2_000 + minute);
            if (minute % 10 == 0) {
                keep(story.waits().after(40_000).ends(CallEnd.ABANDONED));
            } else if (minute % 20 == 1) {
                keep(story.waits().offered(9_000 + minute, "1002").after(100).rings(9_000 + minute, "1002").after(10_000)
                        .offerEnds(9_000 + minute, "1002", OfferOutcome.NO_ANSWER, Story.RANG_OUT).served(minute + 1, "1001"));
            } else {
                keep(story.served(minute + 1, "1001"));
            }
        }
        List<AgentActivity> activity = new ArrayList<>();
        for (int n = 1; n <= 4; n++) {
            AgentId agent = new AgentId("100" + n);
            activity.add(new AgentActivity(agent, AgentState.READY, "", null, START + HOUR - 60_000, START + 2 * HOUR));
            activity.add(new AgentActivity(agent, n == 4 ? AgentState.PAUSED : AgentState.WRAP_UP, "", null, START + 2 * HOUR,
                    START + 3 * HOUR));
            activity.add(new AgentActivity(agent, AgentState.SIGNED_OUT, "", null, START + 3 * HOUR, 0));
        }
        return new RecordedDay(DATE, START, 6, setup(), calls, activity);
    }

    private Scenario read(RecordedDay day) throws IOException {
        Path yaml = Files.writeString(folder.resolve("day.yaml"), DayScenario.text(day));
        Path csv = Files.writeString(folder.resolve("day.csv"), DayArrivals.text(day));
        return ArrivalsFile.read(csv, ScenarioFile.read(yaml.toString()));
    }

    @Test
    void whatTheSimulatorReadsIsTheDay() throws IOException {
        RecordedDay day = day();
        Scenario scenario = read(day);
        assertEquals(6, scenario.startHour());
        assertEquals(120, scenario.recorded().size());
        assertEquals(new KnownCall(HOUR, "4001", 42_000, KnownCall.UNKNOWN), scenario.recorded().getFirst());
        assertEquals(60_000, scenario.recorded().get(1).talkMs());
        assertEquals(60, scenario.callsPerHour(Story.QUEUE, 1));
        assertEquals(0, scenario.callsPerHour(Story.QUEUE, 5));
        assertEquals(List.of(3.0, 3.0), List.of(scenario.groups().getFirst().atWork(1), scenario.groups().getFirst().atWork(2)));
        assertEquals(List.of(1.0, 0.0), List.of(scenario.groups().getLast().atWork(1), scenario.groups().getLast().atWork(2)),
                "who is on a pause is not at work");
        assertTrue(scenario.groups().getFirst().habits().letsRing() > 0.03, "some let it ring");
    }

    @Test
    void theQueueIsTheOneThatIsConfiguredWithItsRingsAndTeams() throws IOException {
        RecordedDay day = day();
        QueueSpec was = day.setup().queues().get(Story.QUEUE);
        QueueSpec is = read(day).queues().get(Story.QUEUE);
        assertEquals(was.demands(), is.demands());
        assertEquals(was.overflow(), is.overflow());
        assertEquals(List.of(was.creditMs(), was.targetMs(), was.ringMs(), was.wrapUpMs(), was.maxWaiting()),
                List.of(is.creditMs(), is.targetMs(), is.ringMs(), is.wrapUpMs(), is.maxWaiting()));
        assertEquals(was.rings().subList(0, 2), is.rings().subList(0, 2));
        assertEquals(new Ring("others", new Circle(List.of(), new TreeSet<>(Set.of("team-2")))), is.rings().get(2));
        assertEquals(was.rings().getLast(), is.rings().getLast());
    }

    @Test
    void nobodysNumberOrNameIsInIt() {
        RecordedDay day = day();
        for (String text : List.of(DayScenario.text(day), DayArrivals.text(day))) {
            assertFalse(text.contains(CALLER) || text.contains(SECRET_NAME) || text.contains("Li Na") || text.contains("1001"), text);
        }
    }

    @Test
    void anotherPolicyPlaysTheSameCalls() throws IOException {
        Comparison comparison = Comparison.of(read(day()), List.of(Policy.named("least-to-spare"), Policy.named("fair")), 2, 1);
        assertEquals(Set.of("least-to-spare", "fair"), comparison.days().keySet());
    }

    @Test
    void aDayWithoutCallsOrAgentsSaysSo() {
        RecordedDay empty = new RecordedDay(DATE, START, 6, setup(), List.of(), List.of());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DayScenario.text(empty)).getMessage().contains("nobody called"));
        RecordedDay alone = new RecordedDay(DATE, START, 6, setup(), day().calls(), List.of());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DayScenario.text(alone)).getMessage().contains("at work"));
    }
}
