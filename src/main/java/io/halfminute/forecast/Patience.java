package io.halfminute.forecast;

import java.util.random.RandomGenerator;

/**
 * How long callers stay, counted from the PBX's answer: how often they give up in each stretch of the wait, for each
 * millisecond that somebody waits in it. Who was answered tells how long he stayed at least; leaving him out would make
 * callers look hasty. (The hazard of a censored sample, constant within a stretch: Kaplan, Meier 1958; Brown et al. 2005.)
 */
final class Patience {

    /** Where stretches begin; the last has no end. */
    private static final long[] FROM_MS = {0, 5_000, 10_000, 20_000, 30_000, 45_000, 60_000, 90_000, 120_000, 180_000, 300_000};
    /** The opinion at first: callers stay five minutes in the mean. */
    private static final double OPINION_MEAN_MS = 300_000;
    /** How many givings-up the opinion on each stretch is worth. */
    private static final double OPINION = 1;
    /** When so many callers were seen, what was learned counts half, so that it follows the times. */
    private static final int HALVED_AFTER = 2_000;

    private final double[] gaveUp = new double[FROM_MS.length];
    private final double[] waitedMs = new double[FROM_MS.length];
    private int seen;

    /** A caller was answered, or left for another reason, after so long. */
    void stayed(long ms) {
        take(ms, false);
    }

    /** A caller hung up after so long. */
    void gaveUp(long ms) {
        take(ms, true);
    }

    private void take(long ms, boolean left) {
        if (++seen > HALVED_AFTER) {
            halve();
        }
        for (int i = 0; i < FROM_MS.length && FROM_MS[i] < ms; i++) {
            waitedMs[i] += Math.min(ms, end(i)) - FROM_MS[i];
        }
        if (left) {
            gaveUp[stretch(Math.max(0, ms - 1))]++;
        }
    }

    private void halve() {
        seen /= 2;
        for (int i = 0; i < FROM_MS.length; i++) {
            gaveUp[i] /= 2;
            waitedMs[i] /= 2;
        }
    }

    /** After how long in all somebody gives up who has waited {@code elapsedMs} already. */
    long drawBeyond(long elapsedMs, RandomGenerator chance) {
        double left = -Math.log(1 - chance.nextDouble());
        long at = Math.max(0, elapsedMs);
        for (int i = stretch(at); i < FROM_MS.length; i++) {
            double hazard = (gaveUp[i] + OPINION) / (waitedMs[i] + OPINION * OPINION_MEAN_MS);
            double spent = hazard * (end(i) - at);
            if (spent >= left) {
                return at + Math.round(left / hazard);
            }
            left -= spent;
            at = end(i);
        }
        return at;
    }

    private static int stretch(long ms) {
        int i = FROM_MS.length - 1;
        while (FROM_MS[i] > ms) {
            i--;
        }
        return i;
    }

    private static long end(int stretch) {
        return stretch + 1 < FROM_MS.length ? FROM_MS[stretch + 1] : Long.MAX_VALUE / 4;
    }
}
