package io.halfminute.record;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.AgentId;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.SkillDemand;
import io.halfminute.routing.Decision;
import java.util.ArrayList;
import java.util.List;

/** Tells the events of one call, each some milliseconds after the one before. */
public final class Story {

    public static final BrandId BRAND = new BrandId("shop-a");
    public static final QueueId QUEUE = new QueueId("shop-a-orders");
    public static final Cause NORMAL = new Cause(Cause.Reason.NORMAL, "16 Normal Clearing");
    public static final Cause RANG_OUT = new Cause(Cause.Reason.NO_ANSWER, "NOANSWER");

    private final CallId call;
    private final List<AcdEvent> events = new ArrayList<>();
    private long nowMs;

    public Story(String call, long arrivedMs) {
        this.call = new CallId(call);
        this.nowMs = arrivedMs;
    }

    public Story after(long ms) {
        nowMs += ms;
        return this;
    }

    public Story arrives(String number, String name) {
        return arrives(new CallerId(number, name), BRAND, false, nowMs);
    }

    public Story arrives(CallerId caller, BrandId brand, boolean adopted, long arrivedMs) {
        return tell(new AcdEvent.CallArrived(call, caller, "4001", brand, brand == null ? null : QUEUE, 0, arrivedMs,
                arrivedMs + 30_000, adopted, nowMs));
    }

    public Story waits() {
        return tell(new AcdEvent.CallWaits(call, QUEUE, nowMs));
    }

    public Story endsUnseen() {
        return tell(new AcdEvent.CallEnded(call, CallEnd.ABANDONED, Cause.UNSEEN, false, nowMs));
    }

    public Story ringOpens(String ring) {
        return tell(new AcdEvent.RingOpened(call, ring, AcdEvent.RingCause.TIME_LEFT, nowMs));
    }

    public Story asksFor(SkillDemand more) {
        return tell(new AcdEvent.CallAsks(call, List.of(more), nowMs));
    }

    public Story named(String agent, long forMs) {
        return tell(new AcdEvent.AgentNamed(call, new AgentId(agent), nowMs + forMs, nowMs));
    }

    public Story nameDropped(String agent, AcdEvent.NameEnd why) {
        return tell(new AcdEvent.NameDropped(call, new AgentId(agent), why, nowMs));
    }

    public Story toldToWait(int seconds) {
        return tell(new AcdEvent.WaitTold(call, seconds, nowMs + 1_000L * seconds, nowMs));
    }

    public Story offered(long offer, String agent) {
        Decision decision = new Decision(call, new AgentId(agent), 29_000, 1,
                List.of(new Decision.Candidate(new AgentId(agent), 0, 0, 1, 2, nowMs - 5_000)),
                List.of(new Decision.LeftOut(new AgentId("1009"), Decision.Why.SKILL, "orders 1 of 2")));
        return tell(new AcdEvent.OfferMade(call, new OfferId(offer), new AgentId(agent), decision, nowMs));
    }

    public Story rings(long offer, String agent) {
        return tell(new AcdEvent.OfferRinging(call, new OfferId(offer), new AgentId(agent), nowMs));
    }

    public Story offerEnds(long offer, String agent, OfferOutcome outcome, Cause cause) {
        return tell(new AcdEvent.OfferEnded(call, new OfferId(offer), new AgentId(agent), outcome, cause, nowMs));
    }

    public Story answered(long offer, String agent) {
        return tell(new AcdEvent.CallAnswered(call, new OfferId(offer), new AgentId(agent), nowMs));
    }

    public Story talkEnds(String agent) {
        return tell(new AcdEvent.TalkEnded(call, new AgentId(agent), NORMAL, nowMs));
    }

    public Story atFallback() {
        return tell(new AcdEvent.CallAtFallback(call, nowMs));
    }

    public Story deadlineMissed() {
        return tell(new AcdEvent.DeadlineMissed(call, nowMs));
    }

    public Story ends(CallEnd end) {
        return tell(new AcdEvent.CallEnded(call, end, NORMAL, true, nowMs));
    }

    public Story linkUp() {
        return linkUp(PbxId.MAIN);
    }

    /** Likewise of one of several. */
    public Story linkUp(PbxId pbx) {
        return tell(new AcdEvent.LinkChanged(true, "", pbx, nowMs));
    }

    /** A PBX has ended. */
    public Story pbxLost(PbxId pbx) {
        return tell(new AcdEvent.PbxLost(pbx, "it has started anew", nowMs));
    }

    /** A whole call: waits, is offered, rings, is answered, talks, ends. */
    public Story served(long offer, String agent) {
        return waits().after(3).offered(offer, agent).after(200).rings(offer, agent).after(4_000).answered(offer, agent)
                .after(60_000).talkEnds(agent).after(500).ends(CallEnd.ANSWERED);
    }

    public List<AcdEvent> events() {
        return List.copyOf(events);
    }

    public CallId call() {
        return call;
    }

    public long nowMs() {
        return nowMs;
    }

    private Story tell(AcdEvent event) {
        events.add(event);
        return this;
    }
}
