package io.halfminute.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.SkillId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.queue.Circle;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import io.halfminute.simulation.Faults;
import io.halfminute.simulation.Hotline;
import io.halfminute.simulation.Machine;
import io.halfminute.simulation.Plan;
import io.halfminute.simulation.Simulation;
import io.halfminute.simulation.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day with too few agents, rings up to an outside number, groups, liked skills, and callers who are to have somebody. */
class RingsReplayTest {

    private static final long FIRST_OFFER = 1_767_571_200_000_000L;
    private static final SkillDemand LIKED = new SkillDemand(new SkillId("shoes"), SkillDemand.LIKED, 2);
    private static final SkillDemand NEEDED = new SkillDemand(new SkillId("english"), 1, 3);

    @TempDir
    Path folder;
    private final Plan plan = withRings(Hotline.day(5, 600, 4, Faults.MANY));
    private final List<AcdEvent> told = new ArrayList<>();

    @Test
    void theConfigurationComesBackAsItWasWritten() {
        Setup read = JournalJson.read(JournalJson.write(Line.beginning(plan.setup(), FIRST_OFFER, Plan.START_MS))).setup();
        assertEquals(plan.setup(), read);
    }

    @Test
    void ringsNamedAgentsAndWhatIsAskedForBeyondTheQueueAreTheSameAgain() throws IOException {
        Journal journal = new Journal(folder, new JournalLimits(20, 16 << 20, 1_000_000), plan.setup(), FIRST_OFFER,
                Plan.START_MS);
        Simulation.play(plan, kept(journal), new Watch());
        journal.close();
        Set<Class<?>> kinds = told.stream().map(AcdEvent::getClass).collect(Collectors.toSet());
        assertTrue(kinds.containsAll(Set.of(AcdEvent.CallAsks.class, AcdEvent.AgentNamed.class, AcdEvent.NameDropped.class)),
                kinds.toString());
        assertEquals(Set.of("least", "others", "outside"), told.stream().filter(AcdEvent.RingOpened.class::isInstance)
                .map(event -> ((AcdEvent.RingOpened) event).ring()).collect(Collectors.toSet()));
        Replay.Result result = Replay.of(folder);
        assertNull(result.difference());
        assertNull(result.firstHole());
        assertEquals(journal.written(), result.steps());
        assertTrue(result.decisions() > 200, result.toString());
    }

    /** Each caller is to have somebody as soon as he has arrived, by a step of its own. */
    private Machine kept(Journal journal) {
        Machine real = Machine.of(new Acd(plan.setup(), FIRST_OFFER));
        return new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                Outputs outputs = step(input, nowMs);
                return input instanceof AcdInput.FromPbx(PbxEvent.CallArrived arrived)
                        ? joined(outputs, step(asks(arrived.call()), nowMs)) : outputs;
            }

            private Outputs step(AcdInput input, long nowMs) {
                Outputs outputs = real.apply(input, nowMs);
                journal.step(input, nowMs, outputs, null);
                told.addAll(outputs.events());
                return outputs;
            }

            @Override
            public long nextDeadlineMs() {
                return real.nextDeadlineMs();
            }
        };
    }

    private AcdInput asks(CallId call) {
        int lot = Math.floorMod(call.value().hashCode(), 7);
        List<SkillDemand> more = switch (lot) {
            case 0 -> List.of(NEEDED);
            case 1, 2 -> List.of(LIKED, NEEDED);
            default -> List.of();
        };
        List<AgentId> agents = plan.setup().agents().keySet().stream().sorted().toList();
        return new AcdInput.AskAlso(call, more, agents.get(lot % agents.size()));
    }

    private static Outputs joined(Outputs first, Outputs second) {
        return new Outputs(Stream.concat(first.commands().stream(), second.commands().stream()).toList(),
                Stream.concat(first.events().stream(), second.events().stream()).toList(), first.refusal());
    }

    /** Every second agent is of the group. */
    private static Plan withRings(Plan plan) {
        Setup old = plan.setup();
        Map<QueueId, QueueSpec> queues = new HashMap<>();
        old.queues().forEach((id, queue) -> queues.put(id, withRings(queue)));
        Map<AgentId, AgentSpec> agents = new TreeMap<>();
        old.agents().forEach((id, agent) -> agents.put(id, new AgentSpec(id, agent.name(), agent.phone(), agent.skills(),
                new TreeSet<>(agents.size() % 2 == 0 ? List.of("late") : List.of()))));
        return plan.withSetup(new Setup(queues, agents, old.numbers(), old.pauseReasons(), old.limits(), old.routing()));
    }

    private static QueueSpec withRings(QueueSpec queue) {
        List<SkillDemand> demands = Stream.concat(queue.demands().stream(), Stream.of(LIKED)).toList();
        return new QueueSpec(queue.id(), queue.name(), demands, List.of(QueueSpec.wanted(demands), QueueSpec.least(demands),
                new Ring("others", new Circle(List.of(), new TreeSet<>(Set.of("late")))), Ring.outside("outside", "4998")),
                queue.creditMs(), queue.targetMs(), queue.ringMs(), queue.wrapUpMs(), queue.maxWaiting(), Optional.empty());
    }
}
