package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.call.CallState;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.routing.Decision;
import io.halfminute.routing.RingTime;

/** Offers: made, ringing, answered, ended. An offer is a reservation, and every reservation ends. */
final class Offers {

    private final AcdState state;
    private final AgentMoves agents;

    Offers(AcdState state, AgentMoves agents) {
        this.state = state;
        this.agents = agents;
    }

    /** Reserves the agent and asks the PBX to ring his phone. */
    void make(LiveCall live, Decision decision) {
        Agent agent = state.agent(decision.agent());
        Offer offer = new Offer(new OfferId(state.nextOffer++), agent.id());
        int ringMs = RingTime.of(agent, live.place.queue(), state.setup.routing());
        state.line.leave(live.place);
        live.strandedAtPhone = false;
        hold(live, offer, "offered to " + agent.id());
        state.tell(new AcdEvent.OfferMade(live.id(), offer.id(), agent.id(), decision, live.call.sinceMs()));
        agents.move(agent, AgentState.RESERVED, "chosen", live.id(), 0, state.nowMs);
        state.command(new PbxCommand.Offer(live.id(), offer.id(), agent.phone(), ringMs));
    }

    private void hold(LiveCall live, Offer offer, String reason) {
        int ringMs = RingTime.of(state.agent(offer.agent()), live.place.queue(), state.setup.routing());
        live.offer = offer;
        live.place.tried(offer.agent());
        live.call.become(CallState.OFFERED, reason, live.stamp(state.nowMs));
        state.timers.schedule(new TimerKey.SilentOffer(live.id(), offer.id()),
                state.nowMs + ringMs + state.setup.limits().commandGraceMs());
    }

    /** Takes an offer into account that rings at the PBX and was made by a server before this one. */
    void adopt(LiveCall live, Agent agent, OfferId offer) {
        agents.rememberWish(agent);
        hold(live, new Offer(offer, agent.id()), "found ringing");
        state.tell(new AcdEvent.OfferRinging(live.id(), offer, agent.id(), live.call.sinceMs()));
        agents.move(agent, AgentState.RINGING, "found ringing", live.id(), 0, live.call.sinceMs());
    }

    void ringing(LiveCall live, long atMs) {
        Agent agent = state.agent(live.offer.agent());
        if (agent.state() == AgentState.RESERVED) {
            state.tell(new AcdEvent.OfferRinging(live.id(), live.offer.id(), agent.id(), live.stamp(atMs)));
            agents.move(agent, AgentState.RINGING, "rings", live.id(), 0, atMs);
        }
    }

    void answered(LiveCall live, long atMs) {
        Offer offer = live.offer;
        Agent agent = state.agent(offer.agent());
        release(live);
        connect(live, agent, offer.id(), atMs);
    }

    /** Caller and agent talk, whoever brought them together. */
    void connect(LiveCall live, Agent agent, OfferId offer, long atMs) {
        agents.rememberWish(agent);
        agent.forgiveMisses();
        live.talkingTo = agent.id();
        live.talkedBy = offer;
        live.call.become(CallState.CONNECTED, "answered by " + agent.id(), live.stamp(atMs));
        state.timers.cancel(new TimerKey.Deadline(live.id()));
        state.timers.cancel(new TimerKey.Overflow(live.id()));
        state.timers.cancel(new TimerKey.Stray(live.id()));
        state.tell(new AcdEvent.CallAnswered(live.id(), offer, agent.id(), live.call.sinceMs()));
        agents.move(agent, AgentState.ON_CALL, "answered", live.id(), 0, live.call.sinceMs());
    }

    /**
     * The present offer has ended unanswered. What becomes of the agent follows from the outcome; what becomes of the call
     * is the caller of this method's business.
     */
    void end(LiveCall live, OfferOutcome outcome, Cause cause, long atMs) {
        Offer offer = live.offer;
        Agent agent = state.agent(offer.agent());
        release(live);
        state.tell(new AcdEvent.OfferEnded(live.id(), offer.id(), agent.id(), outcome, cause, live.stamp(atMs)));
        switch (outcome) {
            case NO_ANSWER -> {
                agent.letRing(atMs);
                agents.missed(agent, "missed");
            }
            case REFUSED -> {
                agents.rest(agent);
                agents.missed(agent, "refused");
            }
            case BUSY -> busy(agent);
            case UNREACHABLE -> unreachable(agent);
            case FAILED -> {
                agents.rest(agent);
                agents.goOn(agent, "offer-failed");
            }
            case CALLER_LEFT -> agents.goOn(agent, "caller-left");
            case WITHDRAWN -> agents.goOn(agent, "withdrawn");
        }
    }

    /** Perhaps with a call of his own, of which nothing was to be seen while an offer held him. */
    private void busy(Agent agent) {
        boolean inUse = state.phone(agent.phone()) == PhoneStatus.IN_USE;
        agents.setPhone(agent, agent.phoneReachable(), inUse);
        agents.rest(agent);
        agents.missed(agent, "busy");
    }

    private void unreachable(Agent agent) {
        if (agent.phoneReachable()) {
            agents.setPhone(agent, false, false);
        }
        if (agent.wish() == null) {
            agents.pause(agent, PauseReason.PHONE_UNREACHABLE);
        } else {
            agents.goOn(agent, "phone-unreachable");
        }
    }

    private void release(LiveCall live) {
        state.timers.cancel(new TimerKey.SilentOffer(live.id(), live.offer.id()));
        live.offer = null;
    }
}
