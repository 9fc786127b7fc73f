package io.halfminute.forecast;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A distribution of times, as the times that were seen: what is drawn is one of them. */
final class Draws {

    /** Fewer than so many that lasted longer say too little about how it goes on. */
    private static final int ENOUGH_BEYOND = 8;

    private final long[] sorted;
    /** How much longer than its least value the longest tenth lasts in the mean. */
    private final double tailMs;

    /** @param sorted ascending, at least one; not copied */
    Draws(long[] sorted) {
        this.sorted = sorted;
        int from = Math.min(sorted.length - 1, sorted.length * 9 / 10);
        double excess = 0;
        for (int i = from; i < sorted.length; i++) {
            excess += sorted[i] - sorted[from];
        }
        this.tailMs = Math.max(1, excess / (sorted.length - from));
    }

    /** One of the times, in milliseconds. */
    long draw(RandomGenerator chance) {
        return sorted[chance.nextInt(sorted.length)];
    }

    /** How long it lasts in all, when it has lasted {@code elapsedMs} already. */
    long drawBeyond(long elapsedMs, RandomGenerator chance) {
        int first = firstBeyond(elapsedMs);
        int beyond = sorted.length - first;
        if (beyond >= Math.min(ENOUGH_BEYOND, sorted.length)) {
            return sorted[first + chance.nextInt(beyond)];
        }
        return elapsedMs + Math.round(tailMs * -Math.log(1 - chance.nextDouble()));
    }

    /** The share of times that last longer than {@code ms}. */
    double beyond(long ms) {
        return (double) (sorted.length - firstBeyond(ms)) / sorted.length;
    }

    /** The time that {@code share} of all do not exceed. */
    long quantile(double share) {
        return sorted[(int) Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    private int firstBeyond(long ms) {
        int at = Arrays.binarySearch(sorted, ms + 1);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] > ms) {
            at--;
        }
        return at;
    }
}
