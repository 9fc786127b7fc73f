package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.call.CallState;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.routing.Decision;
import io.halfminute.routing.RingTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Offers: made, ringing, answered, ended. An offer is a reservation, and every reservation ends. */
final class Offers {

    private static final Cause ELSEWHERE = new Cause(Cause.Reason.CANCELLED, "answered elsewhere");

    private final AcdState state;
    private final AgentMoves agents;
    private final List<Decision> unsent = new ArrayList<>();

    Offers(AcdState state, AgentMoves agents) {
        this.state = state;
        this.agents = agents;
    }

    /** Takes the call out of the line and reserves the agent for it. The offer is yet to be {@link #send sent}. */
    void make(LiveCall live, Decision decision) {
        state.line.leave(live.place);
        live.strandedAtPhone = false;
        hold(live, new OfferId(state.nextOffer++), "offered to " + decision.agent());
        reserve(live, state.agent(decision.agent()));
        state.touchedCalls.add(live.id());
        unsent.add(decision);
    }

    /** What was made and not yet sent, in order. */
    List<Decision> takeUnsent() {
        List<Decision> taken = List.copyOf(unsent);
        unsent.clear();
        return taken;
    }

    /** One more agent for the present offer, whose phone rings with those that it has. */
    void reserve(LiveCall live, Agent agent) {
        join(live, agent);
        agents.move(agent, AgentState.RESERVED, "chosen", live.id(), 0, state.nowMs);
    }

    /** Asks the PBX to ring the phones of all who are reserved. */
    void send(LiveCall live, Decision decision) {
        Offer offer = live.offer;
        for (AgentId agent : offer.agents()) {
            state.tell(new AcdEvent.OfferMade(live.id(), offer.id, agent, decision, live.call.sinceMs()));
        }
        if (live.isOutgoing()) {
            state.command(Attempts.command(state, live));
            return;
        }
        List<PhoneId> phones = offer.phones();
        Map<PhoneId, PbxId> away = away(live, phones);
        offer.away(away);
        state.command(new PbxCommand.Offer(live.id(), offer.id, phones, away, offer.ringMs()));
    }

    /** Whether one more phone can be rung with those of the present offer. */
    boolean canJoin(LiveCall live, PhoneId phone) {
        List<PhoneId> phones = new ArrayList<>(live.offer.phones());
        phones.add(phone);
        return live.offer.agentAt(phone) == null && PbxCommand.Offer.fits(phones, away(live, phones));
    }

    /** Those that the caller's own PBX does not reach, and over which they are reached. */
    private Map<PhoneId, PbxId> away(LiveCall live, List<PhoneId> phones) {
        Map<PhoneId, PbxId> away = Map.of();
        for (PhoneId phone : phones) {
            PbxId over = state.pbxs.over(phone, live.pbx);
            if (!over.equals(live.pbx)) {
                away = away.isEmpty() ? new HashMap<>() : away;
                away.put(phone, over);
            }
        }
        return away;
    }

    private void hold(LiveCall live, OfferId offer, String reason) {
        live.offer = new Offer(offer);
        live.call.become(CallState.OFFERED, reason, live.stamp(state.nowMs));
    }

    /** Together they ring as long as the slowest of them needs. */
    private void join(LiveCall live, Agent agent) {
        Offer offer = live.offer;
        offer.join(agent.id(), agent.phone(), RingTime.of(agent, live.place.queue(), state.setup.routing()));
        live.place.tried(agent.id());
        state.timers.schedule(new TimerKey.SilentOffer(live.id(), offer.id),
                state.nowMs + offer.ringMs() + state.setup.limits().commandGraceMs());
    }

    /** Takes an offer into account that rings at the PBX and was made by a server before this one. */
    void adopt(LiveCall live, List<Agent> rung, OfferId offer) {
        hold(live, offer, "found ringing");
        for (Agent agent : rung) {
            agents.rememberWish(agent);
            join(live, agent);
            state.tell(new AcdEvent.OfferRinging(live.id(), offer, agent.id(), live.call.sinceMs()));
            agents.move(agent, AgentState.RINGING, "found ringing", live.id(), 0, live.call.sinceMs());
        }
    }

    void ringing(LiveCall live, AgentId at, long atMs) {
        Agent agent = state.agent(at);
        if (agent.state() == AgentState.RESERVED) {
            state.tell(new AcdEvent.OfferRinging(live.id(), live.offer.id, agent.id(), live.stamp(atMs)));
            agents.move(agent, AgentState.RINGING, "rings", live.id(), 0, atMs);
        }
    }

    /** He has picked up: he has the call, and whose phones rang with his are free again in the same step. */
    void answered(LiveCall live, Agent winner, long atMs) {
        Offer offer = live.offer;
        release(live);
        // Who was thought to be out of it has ended his part already; it does not end once more.
        connect(live, winner, offer.has(winner.id()) ? offer.id : OfferId.NONE, atMs);
        live.talkedBy = offer.id;
        live.talkedOver = offer.over(winner.phone(), live.pbx);
        offer.part(winner.id());
        for (AgentId other : offer.agents()) {
            over(live, offer, other, OfferOutcome.ANSWERED_ELSEWHERE, ELSEWHERE, atMs);
        }
    }

    /** He has picked up to call a customer back, who is not there yet. */
    void dialling(LiveCall live, Agent agent, long atMs) {
        OfferId offer = live.offer.id;
        release(live);
        agents.rememberWish(agent);
        agent.forgiveMisses();
        live.talkingTo = agent.id();
        live.talkedBy = offer;
        live.call.become(CallState.DIALLING, "picked up by " + agent.id(), live.stamp(atMs));
        state.tell(new AcdEvent.CustomerDialled(live.id(), offer, agent.id(), live.call.sinceMs()));
        agents.move(agent, AgentState.ON_CALL, "dialling", live.id(), 0, live.call.sinceMs());
    }

    /** Caller and agent talk, whoever brought them together. */
    void connect(LiveCall live, Agent agent, OfferId offer, long atMs) {
        agents.rememberWish(agent);
        agent.forgiveMisses();
        live.talkingTo = agent.id();
        live.talkedBy = offer;
        live.talkedOver = state.pbxs.over(agent.phone(), live.pbx);
        live.call.become(CallState.CONNECTED, "answered by " + agent.id(), live.stamp(atMs));
        state.timers.cancel(new TimerKey.Deadline(live.id()));
        state.timers.cancel(new TimerKey.Overflow(live.id()));
        state.timers.cancel(new TimerKey.Stray(live.id()));
        state.tell(new AcdEvent.CallAnswered(live.id(), offer, agent.id(), live.call.sinceMs()));
        agents.move(agent, AgentState.ON_CALL, "answered", live.id(), 0, live.call.sinceMs());
    }

    /**
     * The present offer has ended unanswered at all phones. What becomes of the agents follows from the outcome; what becomes
     * of the call is the caller of this method's business.
     */
    void end(LiveCall live, OfferOutcome outcome, Cause cause, long atMs) {
        Offer offer = live.offer;
        release(live);
        for (AgentId agent : offer.agents()) {
            over(live, offer, agent, offer.isSilenced(agent) ? OfferOutcome.CALLER_LEFT : outcome, cause, atMs);
        }
    }

    /**
     * The present offer has ended unanswered at this agent's phone.
     *
     * @return whether it has thereby ended as a whole; if not, other phones go on ringing
     */
    boolean endAt(LiveCall live, AgentId agent, OfferOutcome outcome, Cause cause, long atMs) {
        Offer offer = live.offer;
        boolean goesOn = offer.goesOnWithout(agent);
        if (goesOn && outcome == OfferOutcome.CALLER_LEFT) {
            offer.silence(agent);
            return false;
        }
        offer.part(agent);
        over(live, offer, agent, outcome, cause, atMs);
        if (!goesOn) {
            end(live, OfferOutcome.CALLER_LEFT, cause, atMs);
        }
        return !goesOn;
    }

    private void over(LiveCall live, Offer offer, AgentId id, OfferOutcome outcome, Cause cause, long atMs) {
        Agent agent = state.agent(id);
        state.tell(new AcdEvent.OfferEnded(live.id(), offer.id, id, outcome, cause, live.stamp(atMs)));
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
            case ANSWERED_ELSEWHERE -> agents.goOn(agent, "answered-elsewhere");
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
        state.timers.cancel(new TimerKey.SilentOffer(live.id(), live.offer.id));
        live.offer = null;
    }
}
