package io.halfminute.simulation;

/** The virtual clock and what is going to happen on it. What is set for the same millisecond happens in the order of setting. */
final class Agenda {

    private final Timers timers = new Timers();
    private long nowMs;

    Agenda(long startMs) {
        nowMs = startMs;
    }

    long nowMs() {
        return nowMs;
    }

    /** A time that has passed means now. */
    void at(long atMs, Runnable what) {
        timers.at(Math.max(nowMs, atMs), what);
    }

    void in(long ms, Runnable what) {
        at(nowMs + ms, what);
    }

    /** When something happens next; {@link Long#MAX_VALUE} when nothing does. */
    long nextMs() {
        return timers.nextMs();
    }

    /** Goes to the next thing and does it. */
    void next() {
        nowMs = timers.nextMs();
        timers.next();
    }

    /** Lets time pass in which nothing of the agenda happens. */
    void passTo(long ms) {
        if (ms > nextMs()) {
            throw new IllegalArgumentException("something happens at " + nextMs() + ", before " + ms);
        }
        nowMs = Math.max(nowMs, ms);
    }
}
