package io.halfminute.simulation;

import io.halfminute.queue.ServiceLevel;
import java.util.Locale;

/**
 * What came of a run.
 *
 * @param offered calls that reached the hotline
 * @param counts  the same calls as the service level counts them
 * @param offers  how often a phone was to ring
 * @param misses  how often nobody picked up
 * @param steps   of the machine
 */
public record Report(long seed, long offered, long answered, long abandoned, long refused, long diverted,
                     ServiceLevel.Counts counts, Waits waits, long offers, long misses, Occupancy occupancy, long steps) {

    /** From the PBX's answer to the agent's, of the calls that were answered, in milliseconds. */
    public record Waits(double meanMs, long p50Ms, long p90Ms, long p99Ms, long maxMs) {

        static Waits of(long[] sorted) {
            if (sorted.length == 0) {
                return new Waits(0, 0, 0, 0, 0);
            }
            double sum = 0;
            for (long wait : sorted) {
                sum += wait;
            }
            return new Waits(sum / sorted.length, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99),
                    sorted[sorted.length - 1]);
        }

        /** The nearest rank. */
        private static long at(long[] sorted, double share) {
            return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
        }
    }

    /** Share of an agent's time, pauses left out, that calls and wrap-up took: over all agents. */
    public record Occupancy(int agents, double least, double mean, double most) {

        static Occupancy of(double[] sorted) {
            if (sorted.length == 0) {
                return new Occupancy(0, 0, 0, 0);
            }
            double sum = 0;
            for (double each : sorted) {
                sum += each;
            }
            return new Occupancy(sorted.length, sorted[0], sum / sorted.length, sorted[sorted.length - 1]);
        }
    }

    /** The house's figure; 0 to 1. */
    public double inTime() {
        return ServiceLevel.OF_ALL_CALLS.of(counts).orElse(0);
    }

    /** For people. */
    public String toText() {
        return String.format(Locale.ROOT, """
                offered    %d
                answered   %d (%.2f %%)
                abandoned  %d (%.2f %%), refused %d, diverted %d
                in time    %.2f %% (%s)
                wait       mean %.1f s, median %.1f, 90 %% %.1f, 99 %% %.1f, longest %.1f (answered calls, from the PBX's answer)
                agents     %d, occupied %.1f %% (least %.1f, most %.1f)
                offers     %d, not picked up %d
                """, offered, answered, percent(answered), abandoned, percent(abandoned), refused, diverted,
                100 * inTime(), ServiceLevel.OF_ALL_CALLS.formula(), waits.meanMs / 1e3, waits.p50Ms / 1e3,
                waits.p90Ms / 1e3, waits.p99Ms / 1e3, waits.maxMs / 1e3, occupancy.agents, 100 * occupancy.mean,
                100 * occupancy.least, 100 * occupancy.most, offers, misses);
    }

    private double percent(long part) {
        return offered == 0 ? 0 : 100.0 * part / offered;
    }

    /** For machines: the members of a JSON object, without its braces. */
    public String toJsonMembers() {
        return String.format(Locale.ROOT, """
                "seed": %d, "offered": %d, "answered": %d, "abandoned": %d, "refused": %d, "diverted": %d, "in_time": %.6f, \
                "wait_ms": {"mean": %.1f, "p50": %d, "p90": %d, "p99": %d, "max": %d}, \
                "occupancy": {"agents": %d, "least": %.4f, "mean": %.4f, "most": %.4f}, \
                "offers": %d, "misses": %d, "steps": %d""", seed, offered, answered, abandoned, refused, diverted,
                inTime(), waits.meanMs, waits.p50Ms, waits.p90Ms, waits.p99Ms, waits.maxMs, occupancy.agents,
                occupancy.least, occupancy.mean, occupancy.most, offers, misses, steps);
    }
}
