package io.halfminute.time;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Deadlines by key, in one heap. Scheduling a key again moves it. The clock is the caller's: {@link #poll} is told the
 * time and never asks for it. Timers with the same deadline fire in the order in which they were scheduled, so that a
 * replay fires them alike. Not thread safe.
 *
 * @param <K> the key, with value equality
 */
public final class Timers<K> {

    /** What {@link #nextMs} answers when nothing is scheduled. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final class Entry<K> implements Comparable<Entry<K>> {
        private final K key;
        private final long atMs;
        private final long order;
        /** Moved or cancelled; it stays in the heap until it comes up. */
        private boolean stale;

        Entry(K key, long atMs, long order) {
            this.key = key;
            this.atMs = atMs;
            this.order = order;
        }

        @Override
        public int compareTo(Entry<K> other) {
            int byTime = Long.compare(atMs, other.atMs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Entry<K>> heap = new PriorityQueue<>();
    private final Map<K, Entry<K>> live = new HashMap<>();
    private long scheduled;

    /** Fires {@code key} at {@code atMs}; an earlier schedule of the same key is forgotten. */
    public void schedule(K key, long atMs) {
        Entry<K> entry = new Entry<>(key, atMs, scheduled++);
        forget(live.put(key, entry));
        heap.add(entry);
        dropStaleBulk();
    }

    /** Forgets {@code key}; a key that is not scheduled is no error. */
    public void cancel(K key) {
        forget(live.remove(key));
    }

    private static void forget(Entry<?> entry) {
        if (entry != null) {
            entry.stale = true;
        }
    }

    /** Whether {@code key} is scheduled. */
    public boolean has(K key) {
        return live.containsKey(key);
    }

    /** The earliest deadline, or {@link #NEVER}. */
    public long nextMs() {
        dropStaleHead();
        return heap.isEmpty() ? NEVER : heap.peek().atMs;
    }

    /** How many keys are scheduled. */
    public int size() {
        return live.size();
    }

    /**
     * Hands every key that is due at {@code nowMs} to {@code handler}, earliest first, at most {@code limit} of them. A
     * handler may schedule and cancel.
     *
     * @return how many fired
     */
    public int poll(long nowMs, int limit, Consumer<K> handler) {
        int fired = 0;
        while (fired < limit && nextMs() <= nowMs) {
            Entry<K> entry = heap.remove();
            live.remove(entry.key);
            handler.accept(entry.key);
            fired++;
        }
        return fired;
    }

    private void dropStaleHead() {
        while (!heap.isEmpty() && heap.peek().stale) {
            heap.remove();
        }
    }

    /** Keys that move often leave stale entries deep in the heap; rebuilt when they are the larger part. */
    private void dropStaleBulk() {
        if (heap.size() > 64 && heap.size() > 2 * live.size()) {
            heap.clear();
            heap.addAll(live.values());
        }
    }
}
