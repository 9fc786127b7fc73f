package io.halfminute.study;

import io.halfminute.simulation.Scenario;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Overload: the more a call that is late already is postponed, the more calls are in time and the longer the late ones wait.
 * Where on this line a hotline wants to be is for its operator to say; here it is drawn.
 */
public final class Frontier {

    private static final int[] LATE_S = {0, 15, 30, 60, 90, 120, 180, 270, 390};

    private Frontier() {
    }

    /** From {@code fair} to {@code target}. */
    public static List<Policy> policies() {
        return IntStream.of(LATE_S).mapToObj(late -> Policy.named("late:" + late)).toList();
    }

    /** Plays them all on the same days. */
    public static Comparison of(Scenario scenario, int replications, long seed) {
        return Comparison.of(scenario, policies(), replications, seed);
    }

    /** In-time share against the waits of those who wait longest. */
    public static String svg(Comparison frontier) {
        return Svg.lines(List.of(line(frontier, "99.9 % wait", Figures.P999_WAIT), line(frontier, "worst wait",
                Figures.WORST_WAIT)), "wait, s 等待", "in time, % 及时");
    }

    private static Svg.Series line(Comparison frontier, String name, String figure) {
        return new Svg.Series(name, frontier.days().keySet().stream().map(policy -> new double[] {
            frontier.estimate(policy, figure).mean(), 100 * frontier.estimate(policy, Figures.IN_TIME).mean()}).toList());
    }
}
