package io.halfminute.acd;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.call.CallState;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.queue.WaitingCall;
import io.halfminute.routing.Decision;
import io.halfminute.routing.Strategy;
import io.halfminute.routing.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings free agents and waiting calls together until no pair is left: callers in the order of the line, each to the agent
 * whom the strategy chooses. Before a step there was no such pair, so a new one has a call or an agent that the step has
 * touched: a call that was not touched is looked at only for agents who were.
 */
final class Matching {

    private final AcdState state;
    private final Offers offers;
    private final Strategy strategy;

    Matching(AcdState state, Offers offers, Strategy strategy) {
        this.state = state;
        this.offers = offers;
        this.strategy = strategy;
    }

    void match() {
        if (state.linkUp && !state.line.isEmpty()) {
            List<Agent> freed = free(touched());
            if (!freed.isEmpty() || isNewInLine()) {
                matchAll(free(state.agents.values()), freed);
            }
        }
        bringBackStranded();
    }

    private boolean isNewInLine() {
        for (CallId id : state.touchedCalls) {
            LiveCall live = state.calls.get(id);
            if (live != null && live.call.state() == CallState.WAITING) {
                return true;
            }
        }
        return false;
    }

    /** Goes along the line, and no further than somebody new can be found. */
    private void matchAll(List<Agent> free, List<Agent> freed) {
        WaitingCall waiting = state.line.first();
        while (waiting != null && !free.isEmpty()) {
            if (state.touchedCalls.contains(waiting.id()) || canServe(freed, waiting)) {
                Optional<Decision> decision = matchOne(waiting);
                decision.ifPresent(made -> {
                    remove(free, made.agent());
                    remove(freed, made.agent());
                });
                if (decision.isPresent() && freed.isEmpty() && !isNewInLine()) {
                    return;
                }
            }
            waiting = state.line.after(waiting);
        }
    }

    private static boolean canServe(List<Agent> agents, WaitingCall waiting) {
        for (Agent agent : agents) {
            if (waiting.admits(agent)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Decision> matchOne(WaitingCall waiting) {
        Team team = new Team(state.agents.values(), state.setup.queues().values());
        Optional<Decision> decision = strategy.decide(waiting, team, state.line.size(), state.nowMs);
        decision.ifPresent(made -> offers.make(state.calls.get(waiting.id()), made));
        return decision;
    }

    private List<Agent> free(Iterable<Agent> among) {
        List<Agent> free = new ArrayList<>();
        for (Agent agent : among) {
            if (agent.isFree(state.nowMs)) {
                free.add(agent);
            }
        }
        return free;
    }

    private List<Agent> touched() {
        List<Agent> agents = new ArrayList<>();
        for (AgentId id : state.touchedAgents) {
            Agent agent = state.agent(id);
            if (agent != null) {
                agents.add(agent);
            }
        }
        return agents;
    }

    private static void remove(List<Agent> agents, AgentId id) {
        agents.removeIf(agent -> agent.id().equals(id));
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
