package io.halfminute.acd;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.Wish;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.queue.QueueSpec;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Takes a configuration in. Calls keep the queue's wishes that they arrived with. An agent who is no longer configured
 * finishes what he is doing, gets nothing more, and is forgotten at the next change after that.
 */
final class Configuring {

    private final AcdState state;
    private final AgentMoves agents;
    private boolean told;

    Configuring(AcdState state, AgentMoves agents) {
        this.state = state;
        this.agents = agents;
    }

    /** At the very start. */
    void start() {
        inOrder(state.setup).forEach(this::addOrChange);
    }

    /** The first step tells the setup, since only then is it known what time it is. */
    void tellOnce() {
        if (!told) {
            told = true;
            state.tell(new AcdEvent.SetupChanged(state.setup, state.nowMs));
        }
    }

    void take(Setup setup) {
        state.setup = setup;
        state.tell(new AcdEvent.SetupChanged(setup, state.nowMs));
        inOrder(setup).forEach(this::addOrChange);
        for (AgentId id : List.copyOf(state.agents.keySet())) {
            if (!setup.agents().containsKey(id)) {
                dismiss(state.agents.get(id));
            }
        }
        state.touchedAgents.addAll(state.agents.keySet());
        agents.fallback.phonesChanged();
    }

    /** Not in that of the hash, which differs from run to run. */
    private static Collection<AgentSpec> inOrder(Setup setup) {
        return new TreeMap<>(setup.agents()).values();
    }

    private void addOrChange(AgentSpec spec) {
        Agent agent = state.agent(spec);
        state.byPhone.remove(agent.phone(), agent);
        agent.configure(spec);
        state.byPhone.put(agent.phone(), agent);
        PhoneStatus status = state.phone(agent.phone());
        agents.phone(agent, status != PhoneStatus.UNREACHABLE, status == PhoneStatus.IN_USE);
    }

    private void dismiss(Agent agent) {
        if (agent.state().hasCall()) {
            agents.wish(agent, Wish.SIGN_OUT);
            return;
        }
        if (agent.state() != AgentState.SIGNED_OUT) {
            agents.signOut(agent, "not-configured");
        }
        state.remove(agent);
    }

    /**
     * Puts agents back where an earlier run left them. Who had a call is put into wrap-up: if the call is still there the
     * snapshot that follows finds him in it, and if not he gets the time that a call's end would have given him.
     */
    void restore(List<AcdInput.RememberedAgent> remembered) {
        for (AcdInput.RememberedAgent past : remembered) {
            Agent agent = state.agent(past.agent());
            if (agent != null && agent.state() == AgentState.SIGNED_OUT) {
                restore(agent, past);
            }
        }
    }

    /** As if it had been seen here. Rings are looked at again, since they open by it. */
    void relearn(LearnedTimes times) {
        for (LearnedTimes.PickUps past : times.pickUps()) {
            Agent agent = state.agent(past.agent());
            if (agent != null) {
                agent.relearn(past.timesMs());
                state.touchedAgents.add(agent.id());
            }
        }
        for (LearnedTimes.Handled past : times.handled()) {
            QueueSpec queue = state.setup.queues().get(past.queue());
            if (queue != null) {
                past.talksMs().forEach(ms -> state.handles.talked(queue.id(), ms));
                past.wrapUpsMs().forEach(ms -> state.handles.wrappedUp(queue, ms));
            }
        }
    }

    private void restore(Agent agent, AcdInput.RememberedAgent past) {
        switch (past.state()) {
            case SIGNED_OUT -> { }
            case PAUSED -> agents.move(agent, AgentState.PAUSED,
                    (past.pause() == null ? PauseReason.SIGNED_IN : past.pause()).code(), null, 0, past.sinceMs());
            case READY, RESERVED, RINGING ->
                agents.move(agent, AgentState.READY, "restored", null, 0, past.sinceMs());
            case WRAP_UP -> wrapUp(agent, past.sinceMs());
            case ON_CALL -> wrapUp(agent, state.nowMs);
        }
    }

    private void wrapUp(Agent agent, long sinceMs) {
        long until = sinceMs + longestWrapUp();
        if (until <= state.nowMs) {
            agents.ready(agent, "restored");
            return;
        }
        agents.move(agent, AgentState.WRAP_UP, "restored", null, until, sinceMs);
        state.timers.schedule(new TimerKey.WrapUpOver(agent.id()), until);
    }

    private long longestWrapUp() {
        return state.setup.queues().values().stream().mapToInt(QueueSpec::wrapUpMs).max().orElse(0);
    }
}
