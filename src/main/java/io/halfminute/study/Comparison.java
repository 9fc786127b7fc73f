package io.halfminute.study;

import io.halfminute.simulation.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Policies on the same days: a call arrives at the same moment, has the same patience, talks as long and leaves as much to do
 * whatever the policy is, so what differs is the policy.
 *
 * @param days by policy, in the order in which they were named; for each policy the same seeds
 */
public record Comparison(Scenario scenario, long seed, Map<String, List<Figures>> days) {

    /**
     * Plays them all, on as many processors as there are; the outcome does not depend on how many those are.
     *
     * @throws io.halfminute.simulation.RuleBroken when a checker finds one of our policies at fault
     */
    public static Comparison of(Scenario scenario, List<Policy> policies, int replications, long seed) {
        Map<String, List<Figures>> days = new LinkedHashMap<>();
        policies.forEach(policy -> days.put(policy.name(), IntStream.range(0, replications).parallel()
                .mapToObj(day -> figures(scenario, policy, seed + day)).toList()));
        return new Comparison(scenario, seed, days);
    }

    private static Figures figures(Scenario scenario, Policy policy, long seed) {
        var plan = scenario.plan(seed);
        return Figures.of(policy.play(plan), plan);
    }

    /** How many days each policy was played. */
    public int replications() {
        return days.values().iterator().next().size();
    }

    /** A figure of a policy. */
    public Estimate estimate(String policy, String figure) {
        return Estimate.of(Figures.column(days.get(policy), figure));
    }

    /** The same on the same days: {@code policy} less {@code other}. Much surer than the two estimates would let one think. */
    public Estimate difference(String policy, String other, String figure) {
        double[] mine = Figures.column(days.get(policy), figure);
        double[] others = Figures.column(days.get(other), figure);
        return Estimate.of(IntStream.range(0, mine.length).mapToDouble(day -> mine[day] - others[day]).toArray());
    }

    /** The names of all figures that begin so, in order. */
    public SortedSet<String> figures(String prefix) {
        SortedSet<String> names = new TreeSet<>();
        days.values().forEach(list -> list.forEach(day -> day.values().keySet().stream()
                .filter(name -> name.startsWith(prefix)).forEach(names::add)));
        return names;
    }
}
