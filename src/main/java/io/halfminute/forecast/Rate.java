package io.halfminute.forecast;

/**
 * How often something happens: over the last half hour, and over the last five minutes as far as they differ by more than
 * chance would make them. Both are exponentially weighted.
 */
final class Rate {

    private static final double LONG_MS = 1_800_000;
    private static final double SHORT_MS = 300_000;
    /** Below so many happenings the figures say little; they count as if there had been one in so long a time. */
    private static final double OPINION = 1;

    private double longSum;
    private double shortSum;
    private long atMs;
    private long beganMs;
    private boolean began;

    /** Counting begins. */
    void begin(long nowMs) {
        if (!began) {
            began = true;
            beganMs = nowMs;
            atMs = nowMs;
        }
    }

    /** It happened once. */
    void happened(long nowMs) {
        begin(nowMs);
        pass(nowMs);
        longSum++;
        shortSum++;
    }

    private void pass(long nowMs) {
        long ms = Math.max(0, nowMs - atMs);
        longSum *= Math.exp(-ms / LONG_MS);
        shortSum *= Math.exp(-ms / SHORT_MS);
        atMs = Math.max(atMs, nowMs);
    }

    /**
     * How often it is to be expected, and how sure that is.
     *
     * @param perMs times in a millisecond
     * @param worth on how many happenings the figure rests
     */
    record Expected(double perMs, double worth) {
    }

    /** What is to be expected now. */
    Expected expected(long nowMs) {
        if (!began) {
            return new Expected(0, OPINION);
        }
        pass(nowMs);
        double overLongMs = over(LONG_MS, nowMs);
        double overShortMs = over(SHORT_MS, nowMs);
        double perLong = longSum / overLongMs;
        double perShort = shortSum / overShortMs;
        double variance = (perLong + OPINION / overLongMs) / (2 * overShortMs);
        double differs = (perShort - perLong) * (perShort - perLong) / variance;
        double weight = differs / (differs + 3);
        return new Expected(perLong + weight * (perShort - perLong),
                OPINION + 2 * (longSum * (1 - weight) + shortSum * weight));
    }

    /** The weight of all the time that was seen, which is less than the whole at first. */
    private double over(double scaleMs, long nowMs) {
        return Math.max(1, scaleMs * (1 - Math.exp(-Math.max(1_000, nowMs - beganMs) / scaleMs)));
    }
}
