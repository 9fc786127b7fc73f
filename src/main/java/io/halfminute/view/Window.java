package io.halfminute.view;

import io.halfminute.queue.ServiceLevel;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Calls in time and calls missed of the last minutes, in a ring of minute buckets: its memory does not grow with the
 * calls. The present minute counts as one of the minutes.
 */
final class Window {

    private static final long MINUTE_MS = 60_000;

    private final long[] minutes;
    private final long[] inTime;
    private final long[] missed;

    Window(int length) {
        minutes = new long[length];
        inTime = new long[length];
        missed = new long[length];
        Arrays.fill(minutes, Long.MIN_VALUE);
    }

    /** Counts {@code calls} that became known at {@code atMs}, negative to take them back; too old ones are let go. */
    void add(long atMs, boolean wasInTime, int calls) {
        long minute = Math.floorDiv(atMs, MINUTE_MS);
        int slot = Math.floorMod(minute, minutes.length);
        if (minutes[slot] > minute) {
            return;
        }
        if (minutes[slot] < minute) {
            minutes[slot] = minute;
            inTime[slot] = 0;
            missed[slot] = 0;
        }
        (wasInTime ? inTime : missed)[slot] += calls;
    }

    /** The share in time of the last minutes; empty when nothing became known in them. */
    OptionalDouble share(long nowMs) {
        long oldest = Math.floorDiv(nowMs, MINUTE_MS) - minutes.length + 1;
        long good = 0;
        long bad = 0;
        for (int slot = 0; slot < minutes.length; slot++) {
            if (minutes[slot] >= oldest) {
                good += inTime[slot];
                bad += missed[slot];
            }
        }
        return ServiceLevel.share(good, good + bad);
    }
}
