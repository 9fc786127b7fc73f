package io.halfminute.queue;

import io.halfminute.agent.AgentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Everybody who waits, over all queues of the domain. Filed by what they ask for: by kind, or under the only agent whom a
 * call asks; who goes through all of them in their order pays for that order.
 */
public final class WaitingLine implements Iterable<WaitingCall> {

    private final Lanes lanes = new Lanes();
    private final Kinds kinds = new Kinds();
    private final Map<AgentId, TreeSet<WaitingCall>> named = new HashMap<>();
    private final Map<QueueId, int[]> lengths = new HashMap<>();
    private int size;

    /** Takes a place; a call that already has one keeps it. */
    public void enter(WaitingCall waiting) {
        if (has(waiting)) {
            return;
        }
        if (waiting.named() == null) {
            waiting.enter(lanes, kinds);
        } else {
            named.computeIfAbsent(waiting.named(), _ -> new TreeSet<>()).add(waiting);
        }
        size++;
        lengths.computeIfAbsent(waiting.queue().id(), _ -> new int[1])[0]++;
    }

    /** Gives the place up; a call without one is no error. */
    public void leave(WaitingCall waiting) {
        if (!has(waiting)) {
            return;
        }
        if (waiting.named() == null) {
            kinds.leave(waiting.kind());
            lanes.leave(waiting);
        } else {
            named.computeIfPresent(waiting.named(), (_, all) -> all.remove(waiting) && all.isEmpty() ? null : all);
        }
        size--;
        lengths.get(waiting.queue().id())[0]--;
    }

    /**
     * The call asks for something else or is served in another order from now on. Whether it has a place or not: one that has
     * is taken out and filed anew, since it is filed by what changes.
     */
    public void change(WaitingCall waiting, Consumer<WaitingCall> change) {
        boolean waits = has(waiting);
        leave(waiting);
        change.accept(waiting);
        if (waits) {
            enter(waiting);
        }
    }

    /** Whether the call has a place. */
    public boolean has(WaitingCall waiting) {
        return waiting.named() == null ? waiting.isTaken() : hasNamed(waiting);
    }

    private boolean hasNamed(WaitingCall waiting) {
        TreeSet<WaitingCall> all = named.get(waiting.named());
        return all != null && all.contains(waiting);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Who is served first; null when nobody waits. */
    public WaitingCall first() {
        Iterator<WaitingCall> all = iterator();
        return all.hasNext() ? all.next() : null;
    }

    /** Who comes first of those who ask for nobody but this agent; null when nobody does. */
    public WaitingCall firstOf(AgentId agent) {
        TreeSet<WaitingCall> all = named.isEmpty() ? null : named.get(agent);
        return all == null ? null : all.first();
    }

    /** How many wait. */
    public int size() {
        return size;
    }

    /** How many wait in one queue. */
    public int size(QueueId queue) {
        int[] length = lengths.get(queue);
        return length == null ? 0 : length[0];
    }

    /** Those who do not ask for one agent, by kind. */
    public Lanes lanes() {
        return lanes;
    }

    /** The number of the call's kind at present, whether it has a place or not. */
    public int kindOf(WaitingCall waiting) {
        return waiting.isTaken() ? waiting.kind() : waiting.kindNumber(kinds);
    }

    /** What the numbers of the kinds mean at present; whoever copies it looks again when {@link #kindChanges} has grown. */
    public List<Kind> kinds() {
        return kinds.all();
    }

    /** Grows whenever the number of a kind gets another meaning. */
    public int kindChanges() {
        return kinds.changes();
    }

    /** In the order in which they are served; sorted anew each time. */
    @Override
    public Iterator<WaitingCall> iterator() {
        List<WaitingCall> all = new ArrayList<>(size);
        lanes.inOrder().forEach(place -> all.add((WaitingCall) place));
        if (!named.isEmpty()) {
            named.values().forEach(all::addAll);
            all.sort(null);
        }
        return all.iterator();
    }
}
