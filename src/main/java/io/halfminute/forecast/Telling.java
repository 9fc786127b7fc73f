package io.halfminute.forecast;

/**
 * Which callers are told how long they will wait at most.
 *
 * @param on      whether any are
 * @param leastMs who will be answered sooner is not: music is pleasanter
 * @param againMs who still waits after so long is told again
 */
public record Telling(boolean on, int leastMs, int againMs) {

    /** What ships. */
    public static final Telling DEFAULT = new Telling(true, 30_000, 120_000);
}
