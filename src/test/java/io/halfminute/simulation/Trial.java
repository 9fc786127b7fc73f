package io.halfminute.simulation;

import io.halfminute.acd.Acd;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import io.halfminute.routing.RoutingSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A hotline of queueing theory: Poisson arrivals, exponential talk and patience, and nothing that takes time besides. Played
 * by the simulator with the real core and every checker.
 *
 * @param streams    the kinds of callers, each with a queue of its own
 * @param agents     for each agent which streams he can serve
 * @param meanTalkMs the same for all
 * @param patience   by exponential law or never lost
 */
record Trial(List<Stream> streams, List<Set<Integer>> agents, double meanTalkMs, Law patience) {

    static final double TALK_S = 180;
    /** Who still waits when no more calls come has no patience to lose: agents stay until he is served. */
    private static final int LAST_SERVED_H = 1_000;
    static final Law PATIENCE = Law.exponential(120_000);

    /** The larger priority is served first: each has more credit than the next lower one can wait. */
    record Stream(double callsPerHour, int priority) {
        int creditMs() {
            return priority * 500_000_000;
        }
    }

    /** One stream, which everybody serves. */
    static Trial pool(int agents, double callsPerHour, Law patience) {
        return new Trial(List.of(new Stream(callsPerHour, 0)), Collections.nCopies(agents, Set.of(0)), TALK_S * 1e3,
                patience);
    }

    double callsPerHour() {
        return streams.stream().mapToDouble(Stream::callsPerHour).sum();
    }

    /** Calls in the order of their arrival, about this many. */
    List<Heard.Call> play(int calls) {
        Heard heard = new Heard();
        Plan plan = plan((int) Math.round(calls / callsPerHour()));
        Simulation.play(plan, heard.by(Machine.of(new Acd(plan.setup(), 1))), new Watch());
        return heard.calls();
    }

    private Plan plan(int hours) {
        Setup setup = setup();
        Habits.OfCallers callers = new Habits.OfCallers(Law.always(0), patience, Law.exponential(meanTalkMs), 1);
        List<Demand> demands = IntStream.range(0, streams.size())
                .mapToObj(stream -> new Demand(number(stream), List.of(streams.get(stream).callsPerHour()), callers))
                .toList();
        return new Plan(seed(), setup, demands, List.of(), Worker.byHour(setup.agents().keySet().stream().sorted().toList(),
                "all", Habits.OfAgents.TIRELESS, List.of(agents.size()), hours + LAST_SERVED_H), hours, Habits.OfPbx.INSTANT, Faults.NONE);
    }

    /** Of its own for each trial, or the same chance would make all of them err alike. */
    private long seed() {
        return 1_000_003L * agents.size() + Double.hashCode(callsPerHour());
    }

    private Setup setup() {
        Map<QueueId, QueueSpec> queues = new HashMap<>();
        Map<String, Setup.Destination> numbers = new HashMap<>();
        for (int stream = 0; stream < streams.size(); stream++) {
            QueueSpec queue = queue("q" + stream, skill(stream), streams.get(stream).creditMs());
            queues.put(queue.id(), queue);
            numbers.put(number(stream), new Setup.Destination(new BrandId("shop-a"), queue.id()));
        }
        return new Setup(queues, specs(), numbers, Set.of(Hotline.BREAK), new Setup.Limits(2, 5_000, 3_000, 100_000, 1_000),
                new RoutingSpec(0, 1, 0, 0));
    }

    private static QueueSpec queue(String id, SkillId skill, int creditMs) {
        return new QueueSpec(new QueueId(id), id, List.of(new SkillDemand(skill, 1, 1)), creditMs, 30_000, 12_000, 0,
                100_000, Optional.empty());
    }

    private Map<AgentId, AgentSpec> specs() {
        Map<AgentId, AgentSpec> specs = new TreeMap<>();
        for (Set<Integer> served : agents) {
            AgentId id = agent(specs.size());
            Map<SkillId, Integer> skills = new HashMap<>();
            served.forEach(stream -> skills.put(skill(stream), 3));
            specs.put(id, new AgentSpec(id, id.value(), new PhoneId(id.value()), new Skills(skills)));
        }
        return specs;
    }

    /**
     * The same hotline, in which an idle agent is chosen by nothing but how long he has been idle: the core takes the one
     * who can serve the fewest other queues first, so everybody is made to serve equally many; and then the one for whom most
     * could stand in, so everybody has a queue in which nobody could. What is added for that are streams that nobody calls.
     */
    Trial longestIdleFirst() {
        int most = 1 + agents.stream().mapToInt(Set::size).max().orElseThrow();
        List<Stream> all = new ArrayList<>(streams);
        List<Set<Integer>> padded = new ArrayList<>();
        for (Set<Integer> served : agents) {
            Set<Integer> more = new TreeSet<>(served);
            while (more.size() < most) {
                more.add(all.size());
                all.add(new Stream(0, 0));
            }
            padded.add(more);
        }
        return new Trial(all, padded, meanTalkMs, patience);
    }

    static AgentId agent(int number) {
        return new AgentId(String.valueOf(1_000 + number));
    }

    private static SkillId skill(int stream) {
        return new SkillId("s" + stream);
    }

    private static String number(int stream) {
        return String.valueOf(4_000 + stream);
    }
}
