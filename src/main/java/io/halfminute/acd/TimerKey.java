package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.callback.CallbackId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxId;

/** What a timer of the machine is for. */
sealed interface TimerKey {

    /** TEL-30: the caller's thirty seconds are over. */
    record Deadline(CallId call) implements TimerKey {
    }

    /** The caller has waited so long that the queue sends him elsewhere. */
    record Overflow(CallId call) implements TimerKey {
    }

    /** The caller has waited so long that he may choose to be called back. */
    record ProposeCallback(CallId call) implements TimerKey {
    }

    /** The PBX has said nothing about an offer for longer than the phone could ring. */
    record SilentOffer(CallId call, OfferId offer) implements TimerKey {
    }

    /** A call is between two steps at the PBX for longer than a step takes. */
    record Stray(CallId call) implements TimerKey {
    }

    /** The PBX has said nothing of a customer who is dialled for longer than his phone could ring. */
    record SilentDial(CallId call) implements TimerKey {
    }

    /** A callback's time has come. */
    record CallbackDue(CallbackId callback) implements TimerKey {
    }

    /** A callback's time is over. */
    record CallbackOver(CallbackId callback) implements TimerKey {
    }

    /** Wrap-up is over. */
    record WrapUpOver(AgentId agent) implements TimerKey {
    }

    /** Calls that ask for the same are due for their next ring; the numbers are those of the group and of its widest ring. */
    record RingOpens(int group, int open) implements TimerKey {
    }

    /** The caller has waited long enough for the agent who was named. */
    record NameOver(CallId call) implements TimerKey {
    }

    /** A PBX has been away for so long that what was on it counts as lost. */
    record PbxAway(PbxId pbx) implements TimerKey {
    }

    /** An agent who was spared can be offered calls again. */
    record Rested(AgentId agent) implements TimerKey {
    }
}
