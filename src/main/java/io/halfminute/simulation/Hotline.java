package io.halfminute.simulation;

import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The hotline that is played: two shops in two languages, a day with two peaks, agents of three kinds. */
public final class Hotline {

    /** The agents' pause. */
    public static final PauseReason BREAK = new PauseReason("break");

    private static final SkillId MANDARIN = new SkillId("mandarin");
    private static final SkillId ENGLISH = new SkillId("english");
    private static final int WRAP_UP_MS = 20_000;

    /** Calls by hour as parts of the day's: little at night, a peak before noon and one in the evening. */
    private static final List<Double> DAY = List.of(0.012, 0.008, 0.005, 0.004, 0.004, 0.006, 0.012, 0.022, 0.040, 0.062,
            0.070, 0.066, 0.052, 0.050, 0.058, 0.062, 0.062, 0.058, 0.058, 0.070, 0.076, 0.066, 0.048, 0.029);

    private Hotline() {
    }

    /**
     * A day.
     *
     * @param agents how many there are at the busiest hour; 0 for as many as the calls need
     */
    public static Plan day(long seed, int calls, int agents, Faults faults) {
        List<Double> callsPerHour = DAY.stream().map(part -> part * calls).toList();
        List<Integer> needed = callsPerHour.stream().map(Hotline::needed).toList();
        int most = needed.stream().mapToInt(Integer::intValue).max().orElseThrow();
        int staff = agents == 0 ? most : agents;
        List<Integer> atWork = needed.stream().map(hour -> Math.max(1, hour * staff / most)).toList();
        Setup setup = setup(staff);
        List<Worker> workers = Worker.byHour(setup.agents().keySet().stream().sorted().toList(), "all",
                Habits.OfAgents.USUAL, atWork, DAY.size());
        return new Plan(seed, setup, List.of(demand("4001", 0.7, callsPerHour), demand("4002", 0.3, callsPerHour)),
                List.of(), workers, DAY.size(), Habits.OfPbx.USUAL, faults);
    }

    private static Demand demand(String dialled, double share, List<Double> callsPerHour) {
        return new Demand(dialled, callsPerHour.stream().map(calls -> calls * share).toList(), Habits.OfCallers.USUAL);
    }

    /** For breaks, calls of their own and the price of skills some more are at work than one pool would need. */
    private static int needed(double callsPerHour) {
        double handleMs = 180_000 + WRAP_UP_MS * 0.8 + 4_000;
        return 2 + (int) Math.ceil(1.12 * Erlang.agents(callsPerHour, handleMs, 20_000, 0.9));
    }

    private static Setup setup(int agents) {
        QueueSpec mandarin = queue("shop-a", MANDARIN);
        QueueSpec english = queue("shop-b", ENGLISH);
        Map<AgentId, AgentSpec> specs = new TreeMap<>();
        IntStream.range(0, agents).mapToObj(Hotline::agent).forEach(spec -> specs.put(spec.id(), spec));
        return new Setup(Map.of(mandarin.id(), mandarin, english.id(), english), specs,
                Map.of("4001", new Setup.Destination(new BrandId("shop-a"), mandarin.id()),
                        "4002", new Setup.Destination(new BrandId("shop-b"), english.id())),
                Set.of(BREAK), Setup.Limits.DEFAULT);
    }

    private static QueueSpec queue(String id, SkillId skill) {
        return new QueueSpec(new QueueId(id), id, List.of(new SkillDemand(skill, 2, 4)), 0, 30_000, 12_000, WRAP_UP_MS,
                200, Optional.empty());
    }

    /** Of five agents one speaks both languages, three Mandarin, one English; the first speaks both. */
    private static AgentSpec agent(int number) {
        Map<SkillId, Integer> skills = switch (number % 5) {
            case 0 -> Map.of(MANDARIN, 4, ENGLISH, 4);
            case 2 -> Map.of(ENGLISH, 3 + number % 3);
            default -> Map.of(MANDARIN, 3 + number % 3);
        };
        String id = String.valueOf(10_000 + number);
        return new AgentSpec(new AgentId(id), "Agent " + id, new PhoneId(id), new Skills(skills));
    }
}
