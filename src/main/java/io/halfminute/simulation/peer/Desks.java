package io.halfminute.simulation.peer;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.simulation.Timers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The agents' states, by the same rules as with us: what one asks for during a call happens after it. */
final class Desks {

    private final Told told;
    private final Timers timers;
    private final Consumer<PeerAgent> becameFree;
    private final List<PeerAgent> inOrder = new ArrayList<>();
    private final Map<AgentId, PeerAgent> agents = new HashMap<>();

    Desks(Setup setup, Told told, Timers timers, Consumer<PeerAgent> becameFree) {
        this.told = told;
        this.timers = timers;
        this.becameFree = becameFree;
        setup.agents().values().stream().sorted(Comparator.comparing(AgentSpec::id)).forEach(spec -> {
            PeerAgent agent = new PeerAgent(spec, inOrder.size());
            inOrder.add(agent);
            agents.put(spec.id(), agent);
        });
    }

    List<PeerAgent> all() {
        return inOrder;
    }

    void ask(AcdInput.OfAgent request, long nowMs) {
        PeerAgent agent = agents.get(request.agent());
        switch (request) {
            case AcdInput.SignIn _ when !agent.isSignedIn() ->
                become(agent, AgentState.PAUSED, PauseReason.SIGNED_IN.code(), null, 0, nowMs);
            case AcdInput.BecomeReady _ when agent.state.hasCall() -> {
                agent.leaves = false;
                agent.pausesFor = null;
            }
            case AcdInput.BecomeReady _ when agent.isSignedIn() && agent.state != AgentState.READY -> goOn(agent, nowMs);
            case AcdInput.Pause pause when agent.isSignedIn() -> {
                agent.pausesFor = pause.reason();
                unlessInCall(agent, nowMs);
            }
            case AcdInput.SignOut _ when agent.isSignedIn() -> {
                agent.leaves = true;
                if (agent.state != AgentState.WRAP_UP) {
                    unlessInCall(agent, nowMs);
                }
            }
            default -> { }
        }
    }

    private void unlessInCall(PeerAgent agent, long nowMs) {
        if (!agent.state.hasCall()) {
            goOn(agent, nowMs);
        }
    }

    /** Nothing holds him any more: what he asked for, or free. */
    private void goOn(PeerAgent agent, long nowMs) {
        PauseReason pause = agent.pausesFor;
        agent.pausesFor = null;
        if (agent.leaves) {
            agent.leaves = false;
            become(agent, AgentState.SIGNED_OUT, "sign-out", null, 0, nowMs);
        } else if (pause != null) {
            become(agent, AgentState.PAUSED, pause.code(), null, 0, nowMs);
        } else {
            agent.readySinceMs = agent.state.hasCall() && !agent.talked() ? agent.readySinceMs : nowMs;
            become(agent, AgentState.READY, "ready", null, 0, nowMs);
            if (agent.isFree(nowMs)) {
                becameFree.accept(agent);
            }
        }
    }

    /** His phone does not ring any more; he keeps his place among those who wait. */
    void free(PeerAgent agent, long nowMs) {
        goOn(agent, nowMs);
    }

    void pauseForMissing(PeerAgent agent, long nowMs) {
        if (agent.leaves) {
            goOn(agent, nowMs);
        } else {
            become(agent, AgentState.PAUSED, PauseReason.NO_ANSWER.code(), null, 0, nowMs);
        }
    }

    void wrapUp(PeerAgent agent, PeerCall call, long untilMs, long nowMs) {
        if (untilMs <= nowMs) {
            goOn(agent, nowMs);
            return;
        }
        int mine = ++agent.wrapUps;
        become(agent, AgentState.WRAP_UP, "call-over", call, untilMs, nowMs);
        timers.at(untilMs, () -> {
            if (agent.state == AgentState.WRAP_UP && agent.wrapUps == mine) {
                goOn(agent, untilMs);
            }
        });
    }

    void become(PeerAgent agent, AgentState next, String reason, PeerCall call, long untilMs, long nowMs) {
        AgentState from = agent.state;
        agent.state = next;
        agent.call = call;
        told.tell(new AcdEvent.AgentChanged(agent.spec.id(), from, next, reason, call == null ? null : call.id, untilMs,
                nowMs));
    }
}
