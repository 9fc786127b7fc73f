package io.halfminute.record;

/**
 * Bounds on what is kept of calls.
 *
 * @param offers    offers kept with one call; what comes after is counted by the metrics only
 * @param decisions decisions kept with one call
 * @param segments  segments of one call; the last one then stretches over the rest
 * @param steps     steps of one call's search for an agent; what comes after is left out
 * @param live      calls recorded at the same time
 * @param closed    calls remembered after their end, so that a late echo does not open them again
 */
public record RecordLimits(int offers, int decisions, int segments, int steps, int live, int closed) {

    /** What ships. */
    public static final RecordLimits DEFAULT = new RecordLimits(100, 50, 200, 50, 10_000, 10_000);

    public RecordLimits {
        if (offers < 1 || decisions < 1 || segments < 2 || steps < 1 || live < 1 || closed < 1) {
            throw new IllegalArgumentException("record limits offers " + offers + ", decisions " + decisions
                    + ", segments " + segments + ", steps " + steps + ", live " + live + ", closed " + closed
                    + ": each is to be at least 1, segments at least 2");
        }
    }
}
