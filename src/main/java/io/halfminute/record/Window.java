package io.halfminute.record;

/**
 * A stretch of time.
 *
 * @param fromMs the first millisecond in it
 * @param toMs   the first one after it
 */
public record Window(long fromMs, long toMs) {
    public Window {
        if (toMs <= fromMs) {
            throw new IllegalArgumentException("window from " + fromMs + " to " + toMs + ": it must end after it begins");
        }
    }
}
