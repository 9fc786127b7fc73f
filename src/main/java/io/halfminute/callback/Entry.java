package io.halfminute.callback;

import io.halfminute.agent.AgentId;
import io.halfminute.queue.Ask;
import io.halfminute.queue.QueueSpec;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** An open callback with what the book keeps beside it. */
public final class Entry {

    /** Who is served first, first. */
    static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::orderMs).thenComparing(Entry::id);

    private static final int MOST_DOUBLED = 20;

    private final QueueSpec queue;
    private final Ask ask;
    private final long orderMs;
    private final Map<AgentId, Integer> misses = new HashMap<>(2);
    private int inVain;
    Callback now;

    Entry(Callback callback, QueueSpec queue, long orderMs) {
        this.now = callback;
        this.queue = queue;
        this.ask = Ask.of(queue, callback.request().demands(), queue.rings().size() - 1);
        this.orderMs = orderMs;
    }

    public CallbackId id() {
        return now.id();
    }

    /** As it is at present. */
    public Callback now() {
        return now;
    }

    /** As its queue was when it was promised, or when this run began. */
    public QueueSpec queue() {
        return queue;
    }

    /** In the scale of the waiting line: the smaller is served first. */
    public long orderMs() {
        return orderMs;
    }

    /**
     * No agent could be brought to it once more: how long it waits for the next, twice as long each time.
     *
     * @param firstMs the first time
     * @param mostMs  at most
     */
    public int inVain(int firstMs, int mostMs) {
        return (int) Math.min(Math.max(firstMs, mostMs), (long) firstMs << Math.min(inVain++, MOST_DOUBLED));
    }

    /** An agent has picked up. */
    public void pickedUp() {
        inVain = 0;
    }

    /** His phone rang for it and he did not pick up. */
    public void missedBy(AgentId agent) {
        misses.merge(agent, 1, Integer::sum);
    }

    /** How often his phone has rung for it in vain. */
    public Map<AgentId, Integer> misses() {
        return Map.copyOf(misses);
    }

    /** All rings are open to it: its customer has waited longer than any plan. */
    public Ask ask() {
        return ask;
    }
}
