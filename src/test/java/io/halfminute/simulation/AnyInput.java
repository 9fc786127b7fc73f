package io.halfminute.simulation;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.LearnedTimes;
import io.halfminute.acd.Outputs;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.Circle;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import io.halfminute.routing.RoutingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Inputs without sense: any agent asks for anything, the PBX tells anything, the configuration is any. */
final class AnyInput {

    private static final List<String> SKILLS = List.of("mandarin", "english");
    private static final int AGENTS = 6;

    private final RandomGenerator chance;
    private final AnyPbxEvent pbx;
    private final Optional<AnyCallback> callbacks;

    /** @param callsBack whether there are callbacks too */
    AnyInput(RandomGenerator chance, boolean callsBack) {
        this.chance = chance;
        this.pbx = new AnyPbxEvent(chance);
        this.callbacks = callsBack ? Optional.of(new AnyCallback(chance)) : Optional.empty();
    }

    /** What the machine has said. */
    void heard(Outputs outputs) {
        outputs.commands().forEach(pbx::commanded);
        callbacks.ifPresent(some -> some.heard(outputs));
    }

    AcdInput next(long nowMs) {
        return callbacks.flatMap(some -> some.next(nowMs)).orElseGet(() -> other(nowMs));
    }

    private AcdInput other(long nowMs) {
        int kind = chance.nextInt(1_000);
        if (kind < 2) {
            return new AcdInput.Reconfigure(setup());
        }
        if (kind < 5) {
            return new AcdInput.RestoreAgents(List.of(new AcdInput.RememberedAgent(agent(), any(AgentState.values()),
                    chance.nextBoolean() ? null : Hotline.BREAK, nowMs - chance.nextInt(40_000))));
        }
        if (kind < 7) {
            return new AcdInput.Relearn(new LearnedTimes(
                    List.of(new LearnedTimes.PickUps(agent(), List.of(500 + chance.nextInt(9_000), -1 - chance.nextInt(12_000)))),
                    List.of(new LearnedTimes.Handled(new QueueId(chance.nextBoolean() ? "one" : "gone"),
                            List.of(1_000L + chance.nextInt(60_000)), List.of(1_000L + chance.nextInt(20_000))))));
        }
        if (kind < 30) {
            return new AcdInput.AskAlso(pbx.call(), more(), chance.nextInt(4) > 0 ? agent() : null);
        }
        if (kind < 35) {
            return new AcdInput.TellWait(pbx.call(), 60, nowMs + 5_000);
        }
        if (kind < 80) {
            return new AcdInput.Tick();
        }
        return kind < 300 ? ofAgent() : new AcdInput.FromPbx(pbx.next(nowMs));
    }

    private AcdInput ofAgent() {
        AgentId agent = agent();
        return switch (chance.nextInt(12)) {
            case 0, 1, 2 -> new AcdInput.SignIn(agent);
            case 3, 4, 5, 6, 7 -> new AcdInput.BecomeReady(agent);
            case 8, 9 -> new AcdInput.Pause(agent, chance.nextInt(4) == 0 ? new PauseReason("holiday") : Hotline.BREAK);
            case 10 -> new AcdInput.SignOut(agent);
            default -> new AcdInput.ChangeSkills(agent, skills());
        };
    }

    /** One more than there are. */
    private AgentId agent() {
        return new AgentId("100" + (1 + chance.nextInt(AGENTS + 1)));
    }

    Setup setup() {
        Map<AgentId, AgentSpec> agents = new TreeMap<>();
        List<Integer> phones = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));
        for (int i = 1; i <= AGENTS; i++) {
            PhoneId phone = new PhoneId("100" + phones.remove(chance.nextInt(10) == 0 ? chance.nextInt(phones.size()) : 0));
            if (chance.nextInt(8) > 0) {
                AgentId id = new AgentId("100" + i);
                agents.put(id, new AgentSpec(id, "Agent " + i, phone, skills(),
                        new TreeSet<>(chance.nextBoolean() ? List.of("late") : List.of())));
            }
        }
        QueueSpec one = queue("one");
        QueueSpec two = queue("two");
        return new Setup(Map.of(one.id(), one, two.id(), two), agents,
                Map.of("4001", new Setup.Destination(new BrandId("shop-a"), one.id()),
                        "4002", new Setup.Destination(new BrandId("shop-b"), two.id(), more())),
                Set.of(Hotline.BREAK), new Setup.Limits(2, 5_000, 3_000, 30, 1_000, 40_000),
                RoutingSpec.DEFAULT, Set.copyOf(AnyPbxEvent.PBXS),
                callbacks.map(AnyCallback::spec).orElse(CallbackSpec.OFF));
    }

    private List<SkillDemand> more() {
        return chance.nextInt(3) > 0 ? List.of()
                : List.of(new SkillDemand(new SkillId(any(SKILLS)), chance.nextInt(3), 2 + chance.nextInt(2)));
    }

    /** The first ring is the narrowest; others follow in any number and order, at times an outside number at the end. */
    private List<Ring> rings(List<SkillDemand> demands) {
        if (chance.nextBoolean()) {
            return List.of(QueueSpec.least(demands));
        }
        List<Ring> rings = new ArrayList<>(List.of(QueueSpec.wanted(demands)));
        if (chance.nextBoolean()) {
            rings.add(QueueSpec.least(demands));
        }
        if (chance.nextBoolean()) {
            rings.add(new Ring("others", new Circle(List.of(), new TreeSet<>(List.of("late")))));
        }
        if (chance.nextInt(3) == 0) {
            rings.add(Ring.outside("outside", "4998"));
        }
        return rings;
    }

    private QueueSpec queue(String id) {
        int least = 1 + chance.nextInt(3);
        Optional<QueueSpec.Overflow> overflow = chance.nextInt(3) == 0
                ? Optional.of(new QueueSpec.Overflow(20_000 + chance.nextInt(60_000), "4999")) : Optional.empty();
        List<SkillDemand> demands = List.of(new SkillDemand(new SkillId(any(SKILLS)), least, least + 1));
        return new QueueSpec(new QueueId(id), id, demands, rings(demands),
                chance.nextInt(2), 30_000, 8_000, chance.nextInt(2) * 10_000, 8, overflow);
    }

    private Skills skills() {
        Map<SkillId, Integer> levels = new TreeMap<>();
        SKILLS.forEach(skill -> {
            if (chance.nextInt(3) > 0) {
                levels.put(new SkillId(skill), 1 + chance.nextInt(5));
            }
        });
        return new Skills(levels);
    }

    private <T> T any(T[] values) {
        return values[chance.nextInt(values.length)];
    }

    private <T> T any(List<T> values) {
        return values.get(chance.nextInt(values.size()));
    }
}
