package io.halfminute.forecast;

import java.util.Arrays;

/**
 * How long something lasts, learned from how long it lasted: the last so many times, whatever their distribution. It
 * begins with an opinion, whose times are replaced one for one by those that are seen.
 */
final class Lasting {

    /** How many times the opinion is worth. */
    static final int OPINION = 40;
    /** Odd and no divisor of the opinion's size, so that what is left of it stays spread over all its times. */
    private static final int STRIDE = 17;

    private final long[] times;
    private int size = OPINION;
    private int next = OPINION;
    private long seen;
    private Draws draws;

    /** @param kept how many times are remembered; at least {@link #OPINION} */
    private Lasting(int kept) {
        times = new long[Math.max(kept, OPINION)];
    }

    /** Believed to be log-normal until it is known better, as talk times mostly are (Brown et al. 2005). */
    static Lasting aboutLogNormal(int kept, double medianMs, double spread) {
        Lasting lasting = new Lasting(kept);
        for (int i = 0; i < OPINION; i++) {
            lasting.times[i] = Math.round(medianMs * Math.exp(spread * Normal.quantile((i + 0.5) / OPINION)));
        }
        return lasting;
    }

    /** Believed to be anything between the two. */
    static Lasting aboutBetween(int kept, double leastMs, double mostMs) {
        Lasting lasting = new Lasting(kept);
        for (int i = 0; i < OPINION; i++) {
            lasting.times[i] = Math.round(leastMs + (mostMs - leastMs) * (i + 0.5) / OPINION);
        }
        return lasting;
    }

    /** It lasted so long; a negative time, of two clocks, counts as none. */
    void add(long ms) {
        long time = Math.max(0, ms);
        if (seen < OPINION) {
            times[(int) (seen * STRIDE % OPINION)] = time;
        } else if (size < times.length) {
            times[size++] = time;
        } else {
            next = next % times.length;
            times[next++] = time;
        }
        seen++;
        draws = null;
    }

    /** How often it was seen so far. */
    long seen() {
        return seen;
    }

    /** What is known now. */
    Draws draws() {
        if (draws == null) {
            long[] sorted = Arrays.copyOf(times, size);
            Arrays.sort(sorted);
            draws = new Draws(sorted);
        }
        return draws;
    }
}
