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
    private final Proposals proposals;
    private final PickUps pickUps;

    PbxNews(AcdState state, Offers offers, CallMoves calls, Resync resync, Links links, Attempts attempts,
            Proposals proposals) {
        this.attempts = attempts;
        this.proposals = proposals;
        this.state = state;
        this.offers = offers;
        this.calls = calls;
        this.resync = resync;
        this.links = links;
        this.hindsight = new Hindsight(state, offers, calls);
        this.pickUps = new PickUps(state, offers, calls, attempts);
    }

    void take(PbxEvent event) {
        switch (event) {
            case PbxEvent.CallArrived arrived -> arrived(arrived);
            case PbxEvent.OfCall ofCall -> ofCall(state.calls.get(ofCall.call()), ofCall);
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

    private void ofCall(LiveCall live, PbxEvent.OfCall event) {
        if (live == null) {
            ofUnknownCall(event);
        } else {
            ofKnownCall(live, event);
        }
    }

    private void ofKnownCall(LiveCall live, PbxEvent.OfCall event) {
        switch (event) {
            case PbxEvent.CallArrived _ -> { }
            case PbxEvent.CallWaiting waiting -> waiting(live, waiting);
            case PbxEvent.CallAtFallback fallback -> atFallback(live, fallback);
            case PbxEvent.WaitTold told -> calls.waitTold(live, told);
            case PbxEvent.CallbackProposed heard -> proposals.heard(live, heard.atMs());
            case PbxEvent.CallbackChosen _ -> calls.choosesCallback(live);
            case PbxEvent.PhoneRinging ringing -> {
                if (live.rung(ringing.offer(), ringing.phone()) != null) {
                    offers.ringing(live, live.offer.agentAt(ringing.phone()), ringing.atMs());
                }
            }
            case PbxEvent.OfferAnswered answered -> pickUps.answered(live, answered);
            case PbxEvent.OfferEnded ended -> offerEnded(live, ended);
            case PbxEvent.AgentLegEnded ended -> agentLegEnded(live, ended);
            case PbxEvent.CallEnded ended -> calls.end(live, ended.cause(), true, ended.atMs());
            case PbxEvent.CommandFailed failed -> commandFailed(live, failed);
            case PbxEvent.AgentPickedUp up -> pickUps.pickedUp(live, up);
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

    private void waiting(LiveCall live, PbxEvent.CallWaiting event) {
        switch (live.call.state()) {
            case IN_FLOW -> calls.backInTheRoom(live, "in the waiting room", event.atMs());
            case AT_FALLBACK -> {
                if (live.isNews(event)) {
                    calls.backInTheRoom(live, "back from the fallback", event.atMs());
                }
            }
            case OFFERED -> {
                // Back from the present offer though nobody told how it ended; from an earlier one: an echo.
                if (live.isOffered(event.lastOffer())) {
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

    /** To take a repetition for this would tear two people apart. */
    private static boolean isBackFromTalk(LiveCall live, PbxEvent.CallWaiting event) {
        return live.isNews(event) && event.lastOffer().equals(live.talkedBy);
    }

    /**
     * The outside number did not pick up, or a refusal came to nothing. A refusal that is still on its way meets the caller
     * just entering the waiting room; that is none.
     */
    private boolean isBackUnserved(LiveCall live, PbxEvent.CallWaiting event) {
        return !live.call.answered() && live.isNews(event)
                && (live.call.end() != CallEnd.REFUSED || state.isOverdue(live.call.sinceMs(), event.atMs()));
    }

    private void atFallback(LiveCall live, PbxEvent.CallAtFallback event) {
        if (!live.isNews(event)) {
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

    private void offerEnded(LiveCall live, PbxEvent.OfferEnded event) {
        AgentId rung = live.rung(event.offer(), event.phone());
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
        // While the customer is dialled nobody talks; the end of the call follows.
        if (agent != null && agent.id().equals(live.talkingTo) && live.call.state() == CallState.CONNECTED) {
            calls.talkEnded(live, event.cause(), event.atMs());
        }
    }

    private void commandFailed(LiveCall live, PbxEvent.CommandFailed event) {
        if (live.isOffered(event.offer())) {
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
