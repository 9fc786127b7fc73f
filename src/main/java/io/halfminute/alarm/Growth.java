package io.halfminute.alarm;

import java.util.ArrayDeque;
import java.util.Deque;

/** By how much a counter grew within the last while. A counter that begins anew, as at midnight, does not count as shrunk. */
public final class Growth {

    private static final int MOST_SAMPLES = 60;

    private record Sample(long atMs, long total) {
    }

    private final long windowMs;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private long total;
    private long last;
    private boolean begun;

    /** @param windowMs how far back it looks; kept in sixty steps */
    public Growth(long windowMs) {
        if (windowMs < MOST_SAMPLES) {
            throw new IllegalArgumentException("a window of " + windowMs + " ms is too short; at least " + MOST_SAMPLES);
        }
        this.windowMs = windowMs;
    }

    /** The counter stands at {@code counter} now. */
    public long take(long counter, long steadyMs) {
        total += begun ? Math.max(0, counter - last) : 0;
        begun = true;
        last = counter;
        if (samples.isEmpty() || steadyMs - samples.getLast().atMs >= windowMs / MOST_SAMPLES) {
            samples.addLast(new Sample(steadyMs, total));
        }
        while (samples.size() > 1 && steadyMs - samples.getFirst().atMs > windowMs) {
            samples.removeFirst();
        }
        return total - samples.getFirst().total;
    }
}
