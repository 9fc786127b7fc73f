package io.halfminute.acd;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.call.CallState;
import io.halfminute.callback.Entry;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.WaitingCall;
import java.util.List;

/**
 * Rules that hold after every step, looked at on everything that the step touched, in production too. A broken one is told
 * as an event: an alarm, and a defect of this program; callers are served on.
 */
final class Invariants {

    /** With more agents or more waiting calls than this the search for unmatched pairs is left to the matching's proof. */
    private static final int PAIRS_LOOKED_AT = 64;

    private final AcdState state;

    Invariants(AcdState state) {
        this.state = state;
    }

    void check() {
        for (CallId id : state.touchedCalls) {
            LiveCall live = state.calls.get(id);
            if (live != null) {
                checkCall(live);
            }
        }
        for (AgentId id : state.touchedAgents) {
            Agent agent = state.agent(id);
            if (agent != null) {
                checkAgent(agent);
            }
        }
        if (!state.line.isEmpty() && state.line.size() <= PAIRS_LOOKED_AT
                && state.agents.size() <= PAIRS_LOOKED_AT) {
            checkPairs();
        }
        if (!state.callbacksLook && state.pbxs.anyUp() && state.agents.size() <= PAIRS_LOOKED_AT) {
            checkCallbacks();
        }
    }

    private void checkCall(LiveCall live) {
        CallState is = live.call.state();
        require(live.offer != null == (is == CallState.OFFERED), live, "has an offer exactly while it is offered");
        require(live.talkingTo != null == (is == CallState.CONNECTED || is == CallState.DIALLING), live,
                "has an agent exactly while they talk, or he waits for the customer");
        require(live.isOutgoing() == state.outgoing.contains(live.id()), live, "is counted exactly if it is our own");
        require(live.place == null || state.line.has(live.place) == (is == CallState.WAITING && state.isUp(live)), live,
                "stands in the line exactly while it waits and its PBX can be commanded");
        require(live.offer == null || holdAll(live), live, "is held by every agent it is offered to, and by one at least");
        require(live.talkingTo == null || holds(live.talkingTo, live), live, "is held by the agent it talks to");
        require(live.offer == null || state.timers.has(new TimerKey.SilentOffer(live.id(), live.offer.id)), live,
                "has a timer that ends its offer");
    }

    private boolean holdAll(LiveCall live) {
        List<AgentId> agents = live.offer.agents();
        for (AgentId agent : agents) {
            if (!holds(agent, live)) {
                return false;
            }
        }
        return !agents.isEmpty();
    }

    private boolean holds(AgentId id, LiveCall live) {
        Agent agent = state.agent(id);
        return agent != null && agent.state().hasCall() && live.id().equals(agent.call());
    }

    private void checkAgent(Agent agent) {
        if (!agent.state().hasCall()) {
            return;
        }
        LiveCall live = state.calls.get(agent.call());
        boolean held = live != null && (live.offer != null && live.offer.has(agent.id())
                || agent.id().equals(live.talkingTo));
        if (!held) {
            broken("agent " + agent.id() + " is " + agent.state() + " with call " + agent.call()
                    + ", which does not know him");
        }
    }

    private void checkPairs() {
        for (Agent agent : state.agents.values()) {
            if (!agent.isFree(state.nowMs)) {
                continue;
            }
            for (WaitingCall waiting : state.line) {
                if (waiting.admits(agent)) {
                    broken("agent " + agent.id() + " is free beside waiting call " + waiting.id());
                }
            }
        }
    }

    /** They starve neither: while their share is not used up, nobody is free who could take one. */
    private void checkCallbacks() {
        List<Entry> due = state.callbacks.firsts();
        if (due.isEmpty() || state.outgoing.size() >= state.setup.callbacks().atOnce(state.atWork)) {
            return;
        }
        for (Agent agent : state.agents.values()) {
            for (Entry entry : agent.isFree(state.nowMs) ? due : List.<Entry>of()) {
                if (entry.ask().admits(agent.profile())) {
                    broken("agent " + agent.id() + " is free beside callback " + entry.id());
                }
            }
        }
    }

    private void require(boolean holds, LiveCall live, String rule) {
        if (!holds) {
            broken("call " + live.id() + " (" + live.call.state() + ") breaks the rule: it " + rule);
        }
    }

    private void broken(String what) {
        state.tell(new AcdEvent.InvariantBroken(what, state.nowMs));
    }
}
