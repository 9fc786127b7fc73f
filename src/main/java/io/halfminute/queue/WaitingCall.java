package io.halfminute.queue;

import io.halfminute.agent.AgentId;
import io.halfminute.call.Call;
import io.halfminute.pbx.CallId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * A call as the line sees it: what it asks for, until when, and whose phones have rung for it. The order is that in which
 * callers are served: the higher priority, then the earlier deadline, then the earlier arrival, then the id, so that it
 * never depends on chance.
 */
public final class WaitingCall implements Comparable<WaitingCall> {

    private static final Comparator<WaitingCall> SERVED_FIRST = Comparator
            .comparingInt((WaitingCall waiting) -> -waiting.priority)
            .thenComparingLong(waiting -> waiting.deadlineMs)
            .thenComparingLong(waiting -> waiting.call.arrivedMs())
            .thenComparing(WaitingCall::id);

    private final Call call;
    private final QueueSpec queue;
    private final int priority;
    private final long deadlineMs;
    private final Map<AgentId, Integer> tries = new HashMap<>(2);

    /** The queue's wishes are kept as they were when the call arrived: a changed configuration is for later calls. */
    public WaitingCall(Call call, QueueSpec queue) {
        this.call = call;
        this.queue = queue;
        this.priority = queue.priority();
        this.deadlineMs = call.arrivedMs() + queue.targetMs();
    }

    /** His phone is being rung for this call once more. */
    public void tried(AgentId agent) {
        tries.merge(agent, 1, Integer::sum);
    }

    /** How often his phone has rung for this call. */
    public int tries(AgentId agent) {
        return tries.getOrDefault(agent, 0);
    }

    public CallId id() {
        return call.id();
    }

    public Call call() {
        return call;
    }

    public QueueSpec queue() {
        return queue;
    }

    public int priority() {
        return priority;
    }

    /** TEL-30: until when the call is to be answered. */
    public long deadlineMs() {
        return deadlineMs;
    }

    @Override
    public int compareTo(WaitingCall other) {
        return SERVED_FIRST.compare(this, other);
    }

    /** The same call is the same entry; nothing else is. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WaitingCall waiting && waiting.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
