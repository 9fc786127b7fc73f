package io.halfminute.simulation;

import java.util.PriorityQueue;

/** What is done later, in the order of time and then of setting. */
public final class Timers {

    private record Timer(long atMs, long order, Runnable what) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(atMs, other.atMs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long order;

    public void at(long atMs, Runnable what) {
        timers.add(new Timer(atMs, order++, what));
    }

    /** When something is to be done next; {@link Long#MAX_VALUE} for never. */
    public long nextMs() {
        return timers.isEmpty() ? Long.MAX_VALUE : timers.peek().atMs;
    }

    /** Does the next thing, whatever the time is. */
    public void next() {
        timers.remove().what.run();
    }
}
