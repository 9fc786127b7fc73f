package io.halfminute.acd;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.call.CallState;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.queue.WaitingCall;
import io.halfminute.routing.Decision;
import io.halfminute.routing.Team;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings free agents and waiting calls together until no pair is left: callers in the order of the line, each to the agent
 * whom the router chooses. Before a step there was no such pair, so a new one has a call or an agent that the step has
 * touched: only for these is anything looked up.
 */
final class Matching {

    /** With more than this that is new it is cheaper to go along the whole line once. */
    private static final int FEW = 16;

    private final AcdState state;
    private final Offers offers;
    private final Attempts attempts;
    private Setup served;
    private boolean pairsLeft;

    Matching(AcdState state, Offers offers, Attempts attempts) {
        this.attempts = attempts;
        this.state = state;
        this.offers = offers;
    }

    void match() {
        if (state.setup != served) {
            served = state.setup;
            state.router.serve(served.queues().values());
        }
        List<AgentId> freed = seeTouched();
        if (!state.pbxs.anyUp()) {
            pairsLeft = true;
            state.callbacksLook = true;
        } else {
            attempts.serve(freed);
            if (!state.line.isEmpty()) {
                matchAll(freed, newInLine());
            }
        }
        bringBackStranded();
    }

    /** Tells the router of everybody who was touched, and returns those who are free. */
    private List<AgentId> seeTouched() {
        List<AgentId> freed = new ArrayList<>();
        for (AgentId id : state.touchedAgents) {
            see(id);
            if (state.router.isIdle(id)) {
                freed.add(id);
            }
        }
        return freed;
    }

    private void see(AgentId id) {
        Agent agent = state.agent(id);
        if (agent == null) {
            state.router.forget(id);
            return;
        }
        state.router.see(agent, state.nowMs);
        if (agent.state() == AgentState.READY && agent.restUntilMs() > state.nowMs) {
            state.timers.schedule(new TimerKey.Rested(id), agent.restUntilMs());
        }
    }

    private List<WaitingCall> newInLine() {
        List<WaitingCall> entered = new ArrayList<>();
        for (CallId id : state.touchedCalls) {
            LiveCall live = state.calls.get(id);
            if (live != null && live.call.state() == CallState.WAITING && state.line.has(live.place)) {
                entered.add(live.place);
            }
        }
        return entered;
    }

    private void matchAll(List<AgentId> freed, List<WaitingCall> entered) {
        if (pairsLeft || freed.size() + entered.size() > FEW) {
            pairsLeft = false;
            state.line.forEach(this::matchOne);
            return;
        }
        WaitingCall next = first(freed, entered);
        while (next != null) {
            matchOne(next);
            freed.removeIf(id -> !state.router.isIdle(id));
            entered.removeIf(waiting -> !state.line.has(waiting));
            next = first(freed, entered);
        }
    }

    /** Who comes first of the calls that somebody can take now. */
    private WaitingCall first(List<AgentId> freed, List<WaitingCall> entered) {
        WaitingCall first = null;
        for (AgentId id : freed) {
            first = earlier(first, state.router.firstFor(id));
        }
        for (WaitingCall waiting : entered) {
            first = state.router.bestFor(waiting) == null ? first : earlier(first, waiting);
        }
        return first;
    }

    private static WaitingCall earlier(WaitingCall one, WaitingCall other) {
        return one == null || other != null && other.compareTo(one) < 0 ? other : one;
    }

    private void matchOne(WaitingCall waiting) {
        Team team = new Team(state.agents.values(), state.setup.queues().values());
        state.router.decide(waiting, team, state.line.size(), state.nowMs).ifPresent(decision -> offer(waiting, decision));
    }

    private void offer(WaitingCall waiting, Decision decision) {
        offers.make(state.calls.get(waiting.id()), decision);
        see(decision.agent());
    }

    /** Whoever got a new offer is on his way already; the others go back to the music. */
    private void bringBackStranded() {
        for (CallId id : state.touchedCalls) {
            LiveCall live = state.calls.get(id);
            if (live != null && live.strandedAtPhone) {
                live.strandedAtPhone = false;
                state.command(new PbxCommand.Retrieve(id));
            }
        }
    }
}
