package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.call.CallState;
import io.halfminute.pbx.Cause;

/** What happens because time has passed. */
final class Alarms {

    private static final Cause SILENCE = new Cause(Cause.Reason.FAILED, "the PBX said nothing");

    private final AcdState state;
    private final AgentMoves agents;
    private final Offers offers;
    private final CallMoves calls;
    private final Naming naming;
    private final Links links;
    private final Callbacks callbacks;
    private final Attempts attempts;
    private final Proposals proposals;

    Alarms(AcdState state, AgentMoves agents, Offers offers, CallMoves calls, Naming naming, Links links, Callbacks callbacks,
           Attempts attempts, Proposals proposals) {
        this.proposals = proposals;
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.state = state;
        this.agents = agents;
        this.offers = offers;
        this.calls = calls;
        this.naming = naming;
        this.links = links;
    }

    void ring() {
        state.timers.poll(state.nowMs, state.setup.limits().timersPerStep(), this::ring);
    }

    private void ring(TimerKey key) {
        switch (key) {
            case TimerKey.Deadline deadline -> state.call(deadline.call()).ifPresent(this::late);
            case TimerKey.Overflow overflow -> state.call(overflow.call()).ifPresent(this::overflow);
            case TimerKey.SilentOffer silent -> state.call(silent.call())
                    .filter(live -> live.offer != null && live.offer.id.equals(silent.offer()))
                    .ifPresent(live -> silent(live, silent));
            case TimerKey.Stray stray -> state.call(stray.call()).ifPresent(live -> stray(live, stray));
            case TimerKey.WrapUpOver over -> wrapUpOver(over.agent());
            case TimerKey.Rested rested -> state.touchedAgents.add(rested.agent());
            case TimerKey.RingOpens opens -> state.dueGroups.add(opens.group());
            case TimerKey.NameOver over -> state.call(over.call()).ifPresent(naming::timeOver);
            case TimerKey.PbxAway away -> links.awayTooLong(away.pbx());
            case TimerKey.SilentDial silent -> state.call(silent.call()).ifPresent(attempts::silent);
            case TimerKey.ProposeCallback waited -> state.call(waited.call()).ifPresent(proposals::waitedLong);
            case TimerKey.CallbackDue due -> callbacks.due(due.callback());
            case TimerKey.CallbackOver over -> callbacks.over(over.callback());
        }
    }

    /** From now on it gives way to those who can be in time, as far as the policy for overload says. */
    private void late(LiveCall live) {
        state.line.change(live.place, place -> place.late(state.setup.routing().postponeLateMs()));
        state.tell(new AcdEvent.DeadlineMissed(live.id(), live.place.deadlineMs()));
    }

    private void overflow(LiveCall live) {
        if (live.call.state() == CallState.WAITING && state.isUp(live)) {
            calls.divert(live, live.outsideNumber());
        } else if (live.call.state() != CallState.CONNECTED && live.call.state() != CallState.LEAVING) {
            state.timers.schedule(new TimerKey.Overflow(live.id()),
                    state.nowMs + state.setup.limits().commandGraceMs());
        }
    }

    /** While the link is down silence means nothing. */
    private void silent(LiveCall live, TimerKey key) {
        if (!state.isUp(live)) {
            state.timers.schedule(key, state.nowMs + state.setup.limits().commandGraceMs());
            return;
        }
        offers.end(live, OfferOutcome.FAILED, SILENCE, state.nowMs);
        if (live.isOutgoing()) {
            attempts.notOffered(live, SILENCE, true, state.nowMs);
            return;
        }
        live.strandedAtPhone = true;
        calls.waits(live, "the PBX was silent", state.nowMs);
    }

    private void stray(LiveCall live, TimerKey key) {
        if (live.call.state() != CallState.IN_FLOW) {
            return;
        }
        if (state.isUp(live)) {
            live.strandedAtPhone = live.place != null;
            calls.backInTheRoom(live, "no step followed", state.nowMs);
        } else {
            state.timers.schedule(key, state.nowMs + state.setup.limits().commandGraceMs());
        }
    }

    private void wrapUpOver(AgentId id) {
        Agent agent = state.agent(id);
        if (agent != null && agent.state() == AgentState.WRAP_UP) {
            agents.goOn(agent, "wrap-up-over");
        }
    }
}
