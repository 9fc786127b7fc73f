package io.halfminute.simulation.peer;

import java.util.PriorityQueue;

/** What a peer does later, in the order of time and then of setting. */
final class Timers {

    private record Timer(long atMs, long order, Runnable what) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(atMs, other.atMs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long order;

    void at(long atMs, Runnable what) {
        timers.add(new Timer(atMs, order++, what));
    }

    /** {@link Long#MAX_VALUE} for never. */
    long nextMs() {
        return timers.isEmpty() ? Long.MAX_VALUE : timers.peek().atMs;
    }

    /** Does all that is due. */
    void run(long nowMs) {
        while (nextMs() <= nowMs) {
            timers.remove().what.run();
        }
    }
}
