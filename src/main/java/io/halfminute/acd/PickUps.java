package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.call.CallEnd;
import io.halfminute.call.CallState;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;

/** Somebody has picked up: who was asked to, or another, of whom the PBX tells. It has connected him already. */
final class PickUps {

    private final AcdState state;
    private final Offers offers;
    private final CallMoves calls;
    private final Attempts attempts;

    PickUps(AcdState state, Offers offers, CallMoves calls, Attempts attempts) {
        this.state = state;
        this.offers = offers;
        this.calls = calls;
        this.attempts = attempts;
    }

    /** Of a call of our own: its agent is there, and the customer is dialled. */
    void pickedUp(LiveCall live, PbxEvent.AgentPickedUp event) {
        AgentId rung = live.rung(event.offer(), event.phone());
        if (rung != null) {
            freeForTalk(state.agent(rung), live, event.atMs());
            attempts.pickedUp(live, state.agent(rung), event.atMs());
        }
    }

    /** Somebody talks with the caller. */
    void answered(LiveCall live, PbxEvent.OfferAnswered event) {
        if (live.isOffered(event.offer())) {
            answeredPresent(live, event);
        } else if (event.offer().equals(OfferId.NONE) ? live.isNews(event) : isGivenUpTooEarly(live, event)) {
            answeredUnasked(live, event);
        }
    }

    /** By one of those whose phones ring; or the PBX tells it of one who was thought to be out of it already. */
    private void answeredPresent(LiveCall live, PbxEvent.OfferAnswered event) {
        AgentId rung = live.offer.agentAt(event.phone());
        Agent winner = rung == null ? state.byPhone.get(event.phone()) : state.agent(rung);
        if (winner != null) {
            freeForTalk(winner, live, event.atMs());
            offers.answered(live, winner, event.atMs());
        }
    }

    /** Its command failed or the PBX was silent, and yet it was picked up; nothing else has been tried since. */
    private static boolean isGivenUpTooEarly(LiveCall live, PbxEvent.OfferAnswered event) {
        return switch (live.call.state()) {
            case IN_FLOW -> !event.offer().equals(live.talkedBy);
            case WAITING -> !event.offer().equals(live.talkedBy) && live.isNews(event);
            case OFFERED, DIALLING, CONNECTED, AT_FALLBACK, LEAVING, ENDED -> false;
        };
    }

    /** By the PBX's fallback, or by an offer that was thought to have failed. */
    private void answeredUnasked(LiveCall live, PbxEvent.OfferAnswered event) {
        Agent agent = state.byPhone.get(event.phone());
        boolean elsewhere = live.call.state() == CallState.CONNECTED || live.call.state() == CallState.LEAVING;
        if (agent == null || elsewhere) {
            return;
        }
        if (live.place == null) {
            // No queue has the number, so nobody's call it is; who talks, talks on.
            live.call.announceEnd(CallEnd.ANSWERED);
            calls.leaves(live, "picked up, no queue has its number", event.atMs());
            return;
        }
        if (live.offer != null) {
            offers.end(live, OfferOutcome.WITHDRAWN, Cause.UNSEEN, event.atMs());
        }
        freeForTalk(agent, live, event.atMs());
        state.line.leave(live.place);
        // An offer that was given up has ended already; it does not end once more.
        offers.connect(live, agent, OfferId.NONE, event.atMs());
        live.talkedBy = event.offer();
    }

    /** The PBX has connected the agent; whatever else was planned for him is off. */
    private void freeForTalk(Agent agent, LiveCall taken, long atMs) {
        if (!agent.state().hasCall()) {
            return;
        }
        state.call(agent.call()).filter(other -> other != taken).ifPresent(other -> {
            if (other.offer != null) {
                if (offers.endAt(other, agent.id(), OfferOutcome.WITHDRAWN, Cause.UNSEEN, atMs)) {
                    offeredElsewhere(other, "its agent was taken", Cause.UNSEEN, atMs);
                }
            } else if (other.call.state() == CallState.DIALLING) {
                attempts.notOffered(other, Cause.UNSEEN, true, atMs);
            } else if (other.talkingTo != null) {
                calls.talkEnded(other, Cause.UNSEEN, atMs);
            }
        });
    }

    /** The phone at which it may still ring is given up; whoever waits comes back to the music. */
    private void offeredElsewhere(LiveCall live, String why, Cause cause, long atMs) {
        if (live.isOutgoing()) {
            attempts.notOffered(live, cause, true, atMs);
        } else {
            live.strandedAtPhone = true;
            calls.waits(live, why, atMs);
        }
    }
}
