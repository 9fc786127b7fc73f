package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.call.Call;
import io.halfminute.callback.CallbackId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.WaitingCall;

/** A call with what the machine keeps beside it. */
final class LiveCall {

    final Call call;
    /** Where the caller's channel is. */
    final PbxId pbx;
    /** Its place in the line, taken or not; null when no queue serves the number that was dialled. */
    final WaitingCall place;
    /** The present attempt to bring him to an agent; null if none. */
    Offer offer;
    /** Who talks with the caller; null if nobody. */
    AgentId talkingTo;
    /** Over which PBX they talk, or talked last; null before the first talk. */
    PbxId talkedOver;
    /** The offer by which he came to whom he talks or last talked with; null before the first talk. */
    OfferId talkedBy;
    /** The caller listens to a ringing phone that the server has given up, and must be brought back to the music. */
    boolean strandedAtPhone;
    /** The caller has pressed the key to be called back, and nobody has acted on it yet. */
    boolean choosesCallback;
    /** How often the PBX was asked to propose him a callback. */
    int proposals;
    /** The outside number of its last ring, once that is open; null before. */
    String outsideRing;
    /** What it tries, if it is a call of our own; null for a caller's. */
    final CallbackId callback;
    /** Why the customer who was dialled could not be reached; null unless he could not. */
    Cause missed;
    private long toldMs;

    LiveCall(Call call, PbxId pbx, WaitingCall place) {
        this(call, pbx, place, null);
    }

    LiveCall(Call call, PbxId pbx, WaitingCall place, CallbackId callback) {
        this.callback = callback;
        this.call = call;
        this.pbx = pbx;
        this.place = place;
        this.toldMs = call.arrivedMs();
    }

    /** Whether it is a call of our own, to a customer who is called back: it never stands in the line. */
    boolean isOutgoing() {
        return callback != null;
    }

    CallId id() {
        return call.id();
    }

    /** Whether this is the present offer. */
    boolean isOffered(OfferId by) {
        return offer != null && offer.id.equals(by);
    }

    /** Whose phone rings for this offer; null if it is not the present one or the phone is not, or no longer, in it. */
    AgentId rung(OfferId by, PhoneId phone) {
        return isOffered(by) ? offer.agentAt(phone) : null;
    }

    /** Said of a time before the present state began it is a repetition. */
    boolean isNews(PbxEvent event) {
        return event.atMs() >= call.sinceMs();
    }

    /** Where it is sent when it has waited too long. */
    String outsideNumber() {
        return outsideRing != null ? outsideRing : place.queue().overflow().orElseThrow().number();
    }

    /** Times come from two clocks, and some late; what is told of one call never runs backwards. */
    long stamp(long atMs) {
        toldMs = Math.max(toldMs, atMs);
        return toldMs;
    }
}
