package io.halfminute.view;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.OfferId;
import io.halfminute.queue.QueueId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A call as the boards know it, from its arrival until nobody talks in it or wraps it up any more. */
final class LiveCall {

    /** Where the caller is. */
    enum Stage {
        FLOW("flow"), WAITING("waiting"), RINGING("ringing"), FALLBACK("fallback"),
        /** An agent waits for the customer who is called back. */
        DIALLING("dialling"),
        /** With an agent. */
        TALKING("talking"),
        /** On his way out: the conversation is over, or there will be none. */
        LEAVING("leaving");

        final String code;

        Stage(String code) {
            this.code = code;
        }
    }

    /** What became of his thirty seconds. */
    enum Fate { OPEN, IN_TIME, LATE, LOST }

    final CallId id;
    final CallerId caller;
    final BrandId brand;
    final int creditMs;
    final long arrivedMs;
    final long deadlineMs;
    /** The smaller is served first. */
    long orderMs;
    QueueId queue;
    /** The queue in whose figures it counts: the first that it came to, so that the figures of each queue add up. */
    QueueId countedIn;
    Stage stage = Stage.FLOW;
    /** Whose phone rings, the first of them if several do, or who talks; null if none. */
    AgentId agent;
    /** Whose phones ring for the present offer. */
    final Set<AgentId> rung = new LinkedHashSet<>();
    OfferId offer = OfferId.NONE;
    Long ticket;
    boolean answered;
    Fate fate = Fate.OPEN;
    /** When {@link #fate} became known. */
    long fateMs;
    /** A call of our own to a customer who is called back; it is in no line and in no figure. */
    final boolean outgoing;
    private final Map<AgentId, Talk> talks = new HashMap<>();

    /**
     * An agent's last conversation in this call.
     *
     * @param toMs null while it lasts
     */
    record Talk(long fromMs, Long toMs) {
    }

    LiveCall(AcdEvent.CallArrived arrived) {
        id = arrived.call();
        caller = arrived.caller();
        brand = arrived.brand();
        queue = arrived.queue();
        countedIn = arrived.queue();
        creditMs = arrived.creditMs();
        arrivedMs = arrived.arrivedMs();
        deadlineMs = arrived.deadlineMs();
        orderMs = deadlineMs - creditMs;
        outgoing = false;
    }

    LiveCall(AcdEvent.CallbackTried tried) {
        id = tried.call();
        caller = new CallerId(tried.callback().request().number(), "");
        brand = tried.callback().request().brand();
        queue = tried.callback().request().queue();
        creditMs = 0;
        arrivedMs = tried.atMs();
        deadlineMs = tried.atMs();
        ticket = tried.callback().request().ticket() == 0 ? null : tried.callback().request().ticket();
        outgoing = true;
    }

    /** Whether it stands in a line and no agent has it. */
    boolean waits() {
        return !outgoing && queue != null && stage.compareTo(Stage.TALKING) < 0;
    }

    void talkBegan(AgentId with, long atMs) {
        talks.put(with, new Talk(atMs, null));
    }

    /** Ends the conversation and tells how long it was, in milliseconds. */
    long talkEnded(AgentId with, long atMs) {
        Talk talk = talks.get(with);
        talks.put(with, new Talk(talk.fromMs, atMs));
        return Math.max(0, atMs - talk.fromMs);
    }

    Optional<Talk> talk(AgentId with) {
        return Optional.ofNullable(talks.get(with));
    }

    /** The order of the line. */
    static int inLine(LiveCall a, LiveCall b) {
        int byOrder = Long.compare(a.orderMs, b.orderMs);
        int byArrival = byOrder != 0 ? byOrder : Long.compare(a.arrivedMs, b.arrivedMs);
        return byArrival != 0 ? byArrival : a.id.compareTo(b.id);
    }
}
