package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.call.CallEnd;
import io.halfminute.call.CallState;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;

/**
 * What the PBX tells, folded into the state. Events about calls that are gone, offers that were replaced, and things said
 * twice fall through here.
 */
final class PbxNews {

    private final AcdState state;
    private final Offers offers;
    private final CallMoves calls;
    private final Resync resync;
    private final Links links;
    private final Hindsight hindsight;
    private final Attempts attempts;

    PbxNews(AcdState state, Offers offers, CallMoves calls, Resync resync, Links links, Attempts attempts) {
        this.attempts = attempts;
        this.state = state;
        this.offers = offers;
        this.calls = calls;
        this.resync = resync;
        this.links = links;
        this.hindsight = new Hindsight(state, offers, calls);
    }

    void take(PbxEvent event) {
        switch (event) {
            case PbxEvent.CallArrived arrived -> arrived(arrived);
            case PbxEvent.OfCall ofCall -> state.call(ofCall.call()).ifPresentOrElse(live -> ofKnownCall(live, ofCall),
                    () -> ofUnknownCall(ofCall));
            case PbxEvent.PhoneChanged changed -> phone(changed);
            case PbxEvent.LinkLost lost -> links.lost(lost);
            case PbxEvent.PbxGone gone -> links.gone(gone);
            case PbxEvent.EndedUnwatched noted -> hindsight.take(noted);
            case PbxEvent.Snapshot snapshot -> resync.take(snapshot);
        }
    }

    private void arrived(PbxEvent.CallArrived event) {
        if (state.calls.containsKey(event.call()) || state.hasEnded(event.call())) {
            return;
        }
        calls.admit(calls.arrive(event.pbx(), event.call(), event.caller(), event.dialled(), event.arrivedMs(), false, event.atMs()));
    }

    private void ofKnownCall(LiveCall live, PbxEvent.OfCall event) {
        switch (event) {
            case PbxEvent.CallArrived _ -> { }
            case PbxEvent.CallWaiting waiting -> waiting(live, waiting);
            case PbxEvent.CallAtFallback fallback -> atFallback(live, fallback);
            case PbxEvent.WaitTold told -> calls.waitTold(live, told);
            case PbxEvent.PhoneRinging ringing -> {
                if (rung(live, ringing.offer(), ringing.phone()) != null) {
                    offers.ringing(live, live.offer.agentAt(ringing.phone()), ringing.atMs());
                }
            }
            case PbxEvent.OfferAnswered answered -> answered(live, answered);
            case PbxEvent.OfferEnded ended -> offerEnded(live, ended);
            case PbxEvent.AgentLegEnded ended -> agentLegEnded(live, ended);
            case PbxEvent.CallEnded ended -> calls.end(live, ended.cause(), true, ended.atMs());
            case PbxEvent.CommandFailed failed -> commandFailed(live, failed);
            case PbxEvent.AgentPickedUp up -> pickedUp(live, up);
            case PbxEvent.CustomerAnswered reached -> attempts.reached(live, reached.atMs());
            case PbxEvent.CustomerMissed missed -> attempts.missed(live, missed.cause());
        }
    }

    /** An attempt that nobody knows of any more must not dial a customer. */
    private void ofUnknownCall(PbxEvent.OfCall event) {
        if (event instanceof PbxEvent.AgentPickedUp lost) {
            state.command(new PbxCommand.HangUp(lost.call()));
        }
    }

    private static boolean isPresent(LiveCall live, OfferId offer) {
        return live.offer != null && live.offer.id.equals(offer);
    }

    /** Whose phone rings for this offer; null if it is not the present one or the phone is not, or no longer, in it. */
    private static AgentId rung(LiveCall live, OfferId offer, PhoneId phone) {
        return isPresent(live, offer) ? live.offer.agentAt(phone) : null;
    }

    private void pickedUp(LiveCall live, PbxEvent.AgentPickedUp event) {
        AgentId rung = rung(live, event.offer(), event.phone());
        if (rung != null) {
            freeForTalk(state.agent(rung), live, event.atMs());
            attempts.pickedUp(live, state.agent(rung), event.atMs());
        }
    }

    private void waiting(LiveCall live, PbxEvent.CallWaiting event) {
        switch (live.call.state()) {
            case IN_FLOW -> calls.backInTheRoom(live, "in the waiting room", event.atMs());
            case AT_FALLBACK -> {
                if (isNews(live, event)) {
                    calls.backInTheRoom(live, "back from the fallback", event.atMs());
                }
            }
            case OFFERED -> {
                // Back from the present offer though nobody told how it ended; from an earlier one: an echo.
                if (isPresent(live, event.lastOffer())) {
                    offers.end(live, OfferOutcome.FAILED, Cause.UNSEEN, event.atMs());
                    calls.waits(live, "back from an offer", event.atMs());
                }
            }
            case CONNECTED -> {
                if (isBackFromTalk(live, event)) {
                    calls.talkEnded(live, Cause.UNSEEN, event.atMs());
                    calls.waits(live, "back from a talk", event.atMs());
                }
            }
            case LEAVING -> {
                if (isBackFromTalk(live, event)) {
                    calls.waits(live, "back from a talk", event.atMs());
                } else if (isBackUnserved(live, event)) {
                    calls.backInTheRoom(live, "back unserved", event.atMs());
                }
            }
            case WAITING, DIALLING, ENDED -> { }
        }
    }

    /** Said of a time before the present state began it is a repetition. */
    private static boolean isNews(LiveCall live, PbxEvent event) {
        return event.atMs() >= live.call.sinceMs();
    }

    /** To take a repetition for this would tear two people apart. */
    private static boolean isBackFromTalk(LiveCall live, PbxEvent.CallWaiting event) {
        return isNews(live, event) && event.lastOffer().equals(live.talkedBy);
    }

    /**
     * The outside number did not pick up, or a refusal came to nothing. A refusal that is still on its way meets the caller
     * just entering the waiting room; that is none.
     */
    private boolean isBackUnserved(LiveCall live, PbxEvent.CallWaiting event) {
        return !live.call.answered() && isNews(live, event)
                && (live.call.end() != CallEnd.REFUSED || state.isOverdue(live.call.sinceMs(), event.atMs()));
    }

    private void atFallback(LiveCall live, PbxEvent.CallAtFallback event) {
        if (!isNews(live, event)) {
            return;
        }
        switch (live.call.state()) {
            case IN_FLOW, WAITING -> calls.atFallback(live, event.atMs());
            case OFFERED -> {
                // The offer never reached the PBX, else the caller would not stand in the fallback.
                offers.end(live, OfferOutcome.WITHDRAWN, Cause.UNSEEN, event.atMs());
                calls.atFallback(live, event.atMs());
            }
            case AT_FALLBACK, DIALLING, CONNECTED, LEAVING, ENDED -> { }
        }
    }

    private void answered(LiveCall live, PbxEvent.OfferAnswered event) {
        if (isPresent(live, event.offer())) {
            answeredPresent(live, event);
        } else if (event.offer().equals(OfferId.NONE) ? isNews(live, event) : isGivenUpTooEarly(live, event)) {
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
            case WAITING -> !event.offer().equals(live.talkedBy) && isNews(live, event);
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

    private void offerEnded(LiveCall live, PbxEvent.OfferEnded event) {
        AgentId rung = rung(live, event.offer(), event.phone());
        OfferOutcome outcome = outcome(live, event);
        if (rung == null || !offers.endAt(live, rung, outcome, event.cause(), event.atMs())) {
            return;
        }
        if (live.isOutgoing()) {
            attempts.notOffered(live, event.cause(), false, event.atMs());
        } else if (outcome == OfferOutcome.CALLER_LEFT || outcome == OfferOutcome.FAILED) {
            // The caller's end follows, or his return to the waiting room; another phone must not ring for nobody.
            calls.betweenSteps(live, "offer ended: " + event.cause().reason());
        } else {
            calls.waits(live, "offer ended: " + event.cause().reason(), event.atMs());
        }
    }

    /** That a phone of another PBX could not be reached may be the fault of the way to it, of which only calls tell. */
    private OfferOutcome outcome(LiveCall live, PbxEvent.OfferEnded event) {
        OfferOutcome outcome = outcome(event.cause());
        boolean away = outcome == OfferOutcome.UNREACHABLE && !state.pbxs.over(event.phone(), live.pbx).equals(live.pbx);
        return away ? OfferOutcome.FAILED : outcome;
    }

    private static OfferOutcome outcome(Cause cause) {
        return switch (cause.reason()) {
            case NO_ANSWER -> OfferOutcome.NO_ANSWER;
            case BUSY -> OfferOutcome.BUSY;
            case REFUSED -> OfferOutcome.REFUSED;
            case UNREACHABLE -> OfferOutcome.UNREACHABLE;
            case CANCELLED, NORMAL -> OfferOutcome.CALLER_LEFT;
            case CONGESTION, FAILED, PBX_LOST, UNKNOWN -> OfferOutcome.FAILED;
        };
    }

    private void agentLegEnded(LiveCall live, PbxEvent.AgentLegEnded event) {
        Agent agent = state.byPhone.get(event.phone());
        if (agent != null && agent.id().equals(live.talkingTo)) {
            calls.talkEnded(live, event.cause(), event.atMs());
        }
    }

    private void commandFailed(LiveCall live, PbxEvent.CommandFailed event) {
        if (isPresent(live, event.offer())) {
            Cause cause = new Cause(Cause.Reason.FAILED, event.reason());
            offers.end(live, OfferOutcome.WITHDRAWN, cause, event.atMs());
            if (live.isOutgoing()) {
                attempts.notOffered(live, cause, false, event.atMs());
                return;
            }
            calls.betweenSteps(live, "command failed: " + event.reason());
        } else if (event.offer().equals(OfferId.NONE) && live.call.state() == CallState.LEAVING
                && !live.call.answered()) {
            live.call.announceEnd(null);
            calls.betweenSteps(live, "command failed: " + event.reason());
        }
    }

    private void phone(PbxEvent.PhoneChanged event) {
        state.pbxs.of(event.pbx()).phones.put(event.phone(), new KnownPbx.PhoneNews(event.status(), event.atMs()));
        Agent agent = state.byPhone.get(event.phone());
        if (agent != null) {
            links.phone(agent, event.atMs());
        }
    }
}
