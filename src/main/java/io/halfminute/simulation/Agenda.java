package io.halfminute.simulation;

import java.util.PriorityQueue;

/** The virtual clock and what is going to happen on it. What is set for the same millisecond happens in the order of setting. */
final class Agenda {

    private record Entry(long atMs, long order, Runnable what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(atMs, other.atMs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long order;
    private long nowMs;

    Agenda(long startMs) {
        nowMs = startMs;
    }

    long nowMs() {
        return nowMs;
    }

    /** A time that has passed means now. */
    void at(long atMs, Runnable what) {
        entries.add(new Entry(Math.max(nowMs, atMs), order++, what));
    }

    void in(long ms, Runnable what) {
        at(nowMs + ms, what);
    }

    /** When something happens next; {@link Long#MAX_VALUE} when nothing does. */
    long nextMs() {
        return entries.isEmpty() ? Long.MAX_VALUE : entries.peek().atMs;
    }

    /** Goes to the next thing and does it. */
    void next() {
        Entry entry = entries.remove();
        nowMs = entry.atMs;
        entry.what.run();
    }

    /** Lets time pass in which nothing of the agenda happens. */
    void passTo(long ms) {
        if (ms > nextMs()) {
            throw new IllegalArgumentException("something happens at " + nextMs() + ", before " + ms);
        }
        nowMs = Math.max(nowMs, ms);
    }
}
