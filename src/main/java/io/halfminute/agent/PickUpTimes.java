package io.halfminute.agent;

import java.util.Arrays;

/**
 * How long an agent lets his phone ring before he picks up, learned from his last {@value #KEPT} offers. Whoever let it
 * ring out would have needed longer than that: such a miss is a lower bound, not a time, and counts as one (the estimator
 * of Kaplan and Meier, Journal of the American Statistical Association 53, 1958; beyond the last pick-up an exponential tail,
 * as Brown, Hollander and Korwar proposed, 1974). So who grows slower than his phone was let ring is noticed by his misses.
 *
 * <p>It begins with a belief about people at a desk, of which each offer replaces a piece, the extremes first. Times are in
 * milliseconds. The same offers give the same answers. About 120 bytes.
 */
public final class PickUpTimes {

    /** How many offers count. */
    public static final int KEPT = 20;
    /** Longer times are taken as this; no phone rings that long. */
    public static final int LONGEST_MS = 600_000;

    private static final double LATE = 0.95;
    private static final double HALF = 0.5;
    /** Pick-ups that an agent who never picked up is credited with, so that his times stay finite. */
    private static final double CREDIT = 0.5;

    /**
     * What is believed of somebody unknown, ascending: half of his pick-ups within 4.5 s, 19 of 20 within 12 s, which is the
     * time that a phone rings where nothing else is configured.
     */
    private static final int[] BELIEF = {1_500, 2_000, 2_300, 2_600, 2_900, 3_200, 3_500, 3_800, 4_100, 4_400, 4_700, 5_000,
            5_400, 5_800, 6_300, 7_000, 8_000, 10_000, 12_000, 15_000};

    /** In the order in which they will be replaced; negative: not picked up within that time. */
    private final int[] times = outsideIn(BELIEF);
    private int next;
    private int p95 = quantile(LATE);
    private int median = quantile(HALF);

    private static int[] outsideIn(int[] ascending) {
        int[] order = new int[ascending.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = ascending[i % 2 == 0 ? order.length - 1 - i / 2 : i / 2];
        }
        return order;
    }

    /** He picked up after so long. */
    public void pickedUp(long afterMs) {
        keep(bounded(afterMs));
    }

    /** He let it ring for so long and did not pick up. */
    public void letRing(long forMs) {
        keep(-bounded(forMs));
    }

    /** Within which time he picks up in 19 of 20 cases. */
    public int p95() {
        return p95;
    }

    /** Within which time he picks up in half of all cases. */
    public int median() {
        return median;
    }

    private static int bounded(long ms) {
        return (int) Math.clamp(ms, 1, LONGEST_MS);
    }

    private void keep(int time) {
        times[next] = time;
        next = (next + 1) % KEPT;
        p95 = quantile(LATE);
        median = quantile(HALF);
    }

    /** When the part of those not yet picked up falls to {@code 1 - share}. */
    private int quantile(double share) {
        int[] sorted = bySize();
        double left = 1;
        int pickUps = 0;
        long rung = 0;
        for (int i = 0; i < KEPT; i++) {
            rung += Math.abs(sorted[i]);
            if (sorted[i] > 0) {
                pickUps++;
                left *= 1 - 1.0 / (KEPT - i);
                if (left <= 1 - share + 1e-9) {
                    return sorted[i];
                }
            }
        }
        double rate = Math.max(pickUps, CREDIT) / rung;
        return bounded(Math.abs(sorted[KEPT - 1]) + Math.round(Math.log(left / (1 - share)) / rate));
    }

    /** Of equal times the pick-ups first: who was rung as long as another needed had not yet picked up then. */
    private int[] bySize() {
        long[] keys = new long[KEPT];
        for (int i = 0; i < KEPT; i++) {
            keys[i] = 2L * Math.abs(times[i]) + (times[i] < 0 ? 1 : 0);
        }
        Arrays.sort(keys);
        int[] sorted = new int[KEPT];
        for (int i = 0; i < KEPT; i++) {
            sorted[i] = (int) (keys[i] / 2) * (keys[i] % 2 == 0 ? 1 : -1);
        }
        return sorted;
    }
}
