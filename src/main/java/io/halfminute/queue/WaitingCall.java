package io.halfminute.queue;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.call.Call;
import io.halfminute.pbx.CallId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
    private List<SkillDemand> added = List.of();
    private int open;
    private AgentId named;
    private Ask ask;

    /** The queue's wishes are kept as they were when the call arrived: a changed configuration is for later calls. */
    public WaitingCall(Call call, QueueSpec queue) {
        this.call = call;
        this.queue = queue;
        this.priority = queue.priority();
        this.deadlineMs = call.arrivedMs() + queue.targetMs();
        this.ask = Ask.of(queue, added, open);
    }

    /** Menu or ticket ask for more. Not while the call stands in the line: an index files it by its ask. */
    public void add(List<SkillDemand> more) {
        added = List.copyOf(more);
        ask = Ask.of(queue, added, open);
    }

    /** Ring {@code number} is open, and all before it. Not while the call stands in the line. */
    public void open(int number) {
        open = number;
        ask = Ask.of(queue, added, open);
    }

    /** Only he is asked; null for everybody whom {@link #ask} admits. Not while the call stands in the line. */
    public void name(AgentId agent) {
        named = agent;
    }

    /** Whether the agent can take the call as it asks at present. */
    public boolean admits(Agent agent) {
        return named == null ? ask.admits(agent.profile()) : named.equals(agent.id());
    }

    /** What the call asks for at present. */
    public Ask ask() {
        return ask;
    }

    /** The widest ring that is open, from 0. */
    public int open() {
        return open;
    }

    /** The only one who is asked; null if everybody is. */
    public AgentId named() {
        return named;
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
