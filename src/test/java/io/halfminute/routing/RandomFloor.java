package io.halfminute.routing;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.call.Call;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.Circle;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import io.halfminute.queue.WaitingCall;
import io.halfminute.queue.WaitingLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Agents and waiting calls to whom anything happens, with a router that is told of it. */
final class RandomFloor {

    private static final int AGENTS = 9;
    private static final int QUEUES = 4;
    private static final int SKILLS = 4;
    private static final int MOST_WAITING = 12;

    private final RandomGenerator chance;
    private final String name;
    final TreeMap<AgentId, Agent> agents = new TreeMap<>();
    final WaitingLine line = new WaitingLine();
    final Router router = new Router(line);
    final List<WaitingCall> waiting = new ArrayList<>();
    private List<QueueSpec> queues;
    long nowMs = 1_000_000;
    private int calls;

    /** @param name begins the names of all agents, whose order is the same whatever it is */
    RandomFloor(long seed, String name) {
        this.chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.name = name;
        reconfigure();
        for (int i = 0; i < AGENTS; i++) {
            hire(i);
        }
    }

    Team team() {
        return new Team(agents.values(), queues);
    }

    /** Something happens. */
    void step() {
        nowMs += chance.nextInt(400);
        switch (chance.nextInt(100)) {
            case 0 -> changeStaff();
            case 1, 2 -> learnSkills();
            default -> {
                if (chance.nextBoolean()) {
                    somethingOfAgent();
                } else {
                    somethingOfCall();
                }
            }
        }
        agents.values().forEach(agent -> router.see(agent, nowMs));
    }

    private void changeStaff() {
        if (chance.nextInt(5) == 0) {
            reconfigure();
        } else {
            replaceAgent();
        }
    }

    WaitingCall anyCall() {
        return waiting.isEmpty() ? null : waiting.get(chance.nextInt(waiting.size()));
    }

    Agent anyAgent() {
        return agents.get(new AgentId(name + chance.nextInt(AGENTS)));
    }

    private void reconfigure() {
        queues = new ArrayList<>();
        for (int i = 0; i < QUEUES; i++) {
            List<SkillDemand> demands = demands();
            List<Ring> rings = chance.nextBoolean() ? List.of(QueueSpec.least(demands))
                    : List.of(QueueSpec.wanted(demands), QueueSpec.least(demands),
                            new Ring("all", new Circle(List.of(), groups())));
            queues.add(new QueueSpec(new QueueId("q" + i), "q", demands, rings, 1_000 * chance.nextInt(3), 20_000 + 10_000 * (i % 2),
                    12_000, 0, 100, Optional.empty()));
        }
        router.serve(queues);
    }

    private List<SkillDemand> demands() {
        List<SkillDemand> demands = new ArrayList<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            int wanted = chance.nextInt(1, 6);
            demands.add(new SkillDemand(skill(), chance.nextInt(wanted + 1), wanted));
        }
        return demands;
    }

    private SkillId skill() {
        return new SkillId("s" + chance.nextInt(SKILLS));
    }

    private TreeSet<String> groups() {
        return new TreeSet<>(List.of("g" + chance.nextInt(3)));
    }

    private Skills skills() {
        Map<SkillId, Integer> levels = new HashMap<>();
        for (int i = chance.nextInt(SKILLS); i >= 0; i--) {
            levels.put(skill(), chance.nextInt(1, 6));
        }
        return new Skills(levels);
    }

    private void hire(int number) {
        AgentId id = new AgentId(name + number);
        agents.put(id, new Agent(new AgentSpec(id, id.value(), new PhoneId("p" + number), skills(), groups())));
        agents.get(id).phone(true, false);
    }

    private void replaceAgent() {
        Agent gone = anyAgent();
        agents.remove(gone.id());
        router.forget(gone.id());
        hire(Integer.parseInt(gone.id().value().substring(name.length())));
    }

    private void learnSkills() {
        anyAgent().skills(skills());
    }

    private void somethingOfAgent() {
        Agent agent = anyAgent();
        switch (chance.nextInt(6)) {
            case 0 -> agent.phone(chance.nextInt(4) > 0, chance.nextInt(4) == 0);
            case 1 -> agent.restUntil(nowMs + chance.nextInt(2_000));
            case 2 -> agent.become(AgentState.PAUSED, "break", null, 0, nowMs);
            default -> agent.become(AgentState.READY, "ready", null, 0, nowMs - nowMs % 500);
        }
    }

    private void somethingOfCall() {
        if (waiting.isEmpty() || waiting.size() < MOST_WAITING && chance.nextInt(3) == 0) {
            arrive();
            return;
        }
        WaitingCall call = anyCall();
        line.leave(call);
        switch (chance.nextInt(8)) {
            case 0, 1 -> waiting.remove(call);
            case 2 -> call.open(chance.nextInt(call.queue().rings().size()));
            case 3 -> call.name(chance.nextBoolean() ? null : anyAgent().id());
            case 4 -> call.add(demands());
            case 5 -> call.late(5_000);
            default -> call.tried(anyAgent().id());
        }
        if (waiting.contains(call)) {
            line.enter(call);
        }
    }

    private void arrive() {
        WaitingCall call = new WaitingCall(new Call(new CallId("c" + calls++), new CallerId("", ""), "4001",
                new BrandId("shop-a"), nowMs - nowMs % 500), queues.get(chance.nextInt(QUEUES)));
        waiting.add(call);
        line.enter(call);
    }
}
