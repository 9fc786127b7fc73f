package io.halfminute.queue;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;

/** Everybody who waits, in the order in which they are served, over all queues of the domain. */
public final class WaitingLine implements Iterable<WaitingCall> {

    private final TreeSet<WaitingCall> line = new TreeSet<>();
    private final Map<QueueId, Integer> lengths = new HashMap<>();

    /** Takes a place; a call that already has one keeps it. */
    public void enter(WaitingCall waiting) {
        if (line.add(waiting)) {
            lengths.merge(waiting.queue().id(), 1, Integer::sum);
        }
    }

    /** Gives the place up; a call without one is no error. */
    public void leave(WaitingCall waiting) {
        if (line.remove(waiting)) {
            lengths.computeIfPresent(waiting.queue().id(), (queue, length) -> length == 1 ? null : length - 1);
        }
    }

    /** Whether the call has a place. */
    public boolean has(WaitingCall waiting) {
        return line.contains(waiting);
    }

    public boolean isEmpty() {
        return line.isEmpty();
    }

    /** Who is served first; null when nobody waits. */
    public WaitingCall first() {
        return line.isEmpty() ? null : line.first();
    }

    /** Who stands next behind this call, whether it still has its own place or not; null when nobody does. */
    public WaitingCall after(WaitingCall waiting) {
        return line.higher(waiting);
    }

    /** How many wait. */
    public int size() {
        return line.size();
    }

    /** How many wait in one queue. */
    public int size(QueueId queue) {
        return lengths.getOrDefault(queue, 0);
    }

    @Override
    public Iterator<WaitingCall> iterator() {
        return line.iterator();
    }
}
