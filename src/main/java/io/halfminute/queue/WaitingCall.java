package io.halfminute.queue;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.call.Call;
import io.halfminute.pbx.CallId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A call as the line sees it: what it asks for, until when, and whose phones have rung for it. The order is that in which
 * callers are served: the earlier deadline, less the credit of the queue, and later by some time once the call is late; then
 * the earlier arrival, then the id, so that it never depends on chance. Since each of these is some seconds, whoever waits
 * comes first in the end: nobody is overtaken by a call that arrives after he has waited longer than his target, that time
 * and the largest credit together.
 */
public final class WaitingCall extends Place implements Comparable<WaitingCall> {

    private final Call call;
    private final QueueSpec queue;
    private final long deadlineMs;
    /** Its order is not later than this. */
    private long atLatestMs = Long.MAX_VALUE;
    private Map<AgentId, Integer> tries = Map.of();
    private List<SkillDemand> added = List.of();
    private int open;
    private AgentId named;
    private Kind kind;
    private int kindNumber = NOWHERE;

    /** The queue's wishes are kept as they were when the call arrived: a changed configuration is for later calls. */
    public WaitingCall(Call call, QueueSpec queue) {
        this.call = call;
        this.queue = queue;
        this.deadlineMs = call.arrivedMs() + queue.targetMs();
        order(deadlineMs - queue.creditMs(), false);
        askAnew();
    }

    /** Brand, menu or ticket ask for more. By {@link WaitingLine#change} once the call may have a place. */
    public void add(List<SkillDemand> more) {
        if (more.isEmpty()) {
            return;
        }
        added = Stream.concat(added.stream(), more.stream()).distinct().toList();
        askAnew();
    }

    /** Ring {@code number} is open, and all before it. By {@link WaitingLine#change}. */
    public void open(int number) {
        open = number;
        askAnew();
    }

    /** Only he is asked; null for everybody whom {@link #ask} admits. By {@link WaitingLine#change}. */
    public void name(AgentId agent) {
        named = agent;
    }

    /** Whether the agent can take the call as it asks at present. */
    public boolean admits(Agent agent) {
        return named == null ? ask().admits(agent.profile()) : named.equals(agent.id());
    }

    /** What the call asks for at present. */
    public Ask ask() {
        return asked().ask();
    }

    /** Made when it is asked for: most calls take what the line knows of their queue. */
    private Kind asked() {
        if (kind == null) {
            kind = Kind.of(queue, added, open);
        }
        return kind;
    }

    /** What brand, menu or ticket ask for beyond the queue. */
    public List<SkillDemand> added() {
        return added;
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
        if (tries.isEmpty()) {
            tries = new HashMap<>(2);
        }
        tries.merge(agent, 1, Integer::sum);
    }

    /** How often his phone has rung for this call. */
    public int tries(AgentId agent) {
        return tries.getOrDefault(agent, 0);
    }

    /** Those whose phones have rung for this call, each with how often. */
    public Map<AgentId, Integer> tries() {
        return Collections.unmodifiableMap(tries);
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

    /** As if it had to be answered so much sooner. */
    public int creditMs() {
        return queue.creditMs();
    }

    /**
     * It cannot be in time any more, and gives way so much to those who can. By {@link WaitingLine#change}.
     *
     * @param postponeMs 0 when nobody is to overtake it for that
     */
    public void late(int postponeMs) {
        order(Math.min(deadlineMs - queue.creditMs() + postponeMs, atLatestMs), true);
    }

    /**
     * It stands in somebody's place who came before it, his own: he was promised a callback and rings himself. Its deadline is
     * its own all the same. By {@link WaitingLine#change}.
     *
     * @param placeMs where that place is, as {@link #orderMs}; a later one than its own changes nothing
     */
    public void standsAt(long placeMs) {
        atLatestMs = placeMs;
        order(Math.min(orderMs(), placeMs), isLate());
    }

    /** TEL-30: until when the call is to be answered. */
    public long deadlineMs() {
        return deadlineMs;
    }

    private void askAnew() {
        kind = null;
        kindNumber = NOWHERE;
    }

    /** Takes a place in these lanes, among its kind. */
    void enter(Lanes lanes, Kinds kinds) {
        kinds.enter(kindNumber(kinds));
        lanes.enter(this, kindNumber);
    }

    /** Equal kinds are one object from then on, so that thousands of calls do not each carry their own. */
    int kindNumber(Kinds kinds) {
        kindNumber = kind == null && added.isEmpty() ? kinds.plain(queue, open) : kinds.number(asked(), kindNumber);
        kind = kinds.all().get(kindNumber);
        return kindNumber;
    }

    @Override
    public int compareTo(WaitingCall other) {
        return equals(other) ? 0 : precedes(other) ? -1 : 1;
    }

    @Override
    protected boolean comesBefore(Place other) {
        WaitingCall waiting = (WaitingCall) other;
        int byArrival = Long.compare(call.arrivedMs(), waiting.call.arrivedMs());
        return byArrival < 0 || byArrival == 0 && id().compareTo(waiting.id()) < 0;
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
