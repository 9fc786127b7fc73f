package io.halfminute.simulation;

import io.halfminute.queue.Place;

/** A call on the {@link Floor}; used again for a later one when it is over. */
public final class FloorCall extends Place {

    final int slot;
    int stream;
    long number;
    long arrived;
    long patienceEnds;

    FloorCall(int slot) {
        this.slot = slot;
    }

    void is(int stream, long number, long arrived) {
        this.stream = stream;
        this.number = number;
        this.arrived = arrived;
    }

    void ordered(long at, boolean late) {
        order(at, late);
    }

    /** Which kind of callers it comes from; the kind by which it is filed, too. */
    public int stream() {
        return stream;
    }

    /** When it arrived. */
    public long arrived() {
        return arrived;
    }

    @Override
    protected boolean comesBefore(Place other) {
        return number < ((FloorCall) other).number;
    }
}
