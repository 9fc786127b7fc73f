package io.halfminute.callback;

/** A callback; unique over all runs of the server. */
public record CallbackId(long value) implements Comparable<CallbackId> {
    public CallbackId {
        if (value < 1) {
            throw new IllegalArgumentException("callback " + value + ": what would do is 1 or more");
        }
    }

    @Override
    public int compareTo(CallbackId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
