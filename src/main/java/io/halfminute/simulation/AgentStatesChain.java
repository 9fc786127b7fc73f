package io.halfminute.simulation;

import static io.halfminute.simulation.RuleBroken.require;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import java.util.HashMap;
import java.util.Map;

/** Each change of an agent's state begins where the one before has ended. */
final class AgentStatesChain implements Checker {

    private final Map<AgentId, AgentState> states = new HashMap<>();

    @Override
    public void see(Step step) {
        for (AcdEvent event : step.outputs().events()) {
            if (event instanceof AcdEvent.AgentChanged changed) {
                AgentState was = states.getOrDefault(changed.agent(), AgentState.SIGNED_OUT);
                if (changed.from() != was) {
                    throw new RuleBroken(changed.agent() + ": he changes from " + changed.from() + ", he was " + was);
                }
                states.put(changed.agent(), changed.to());
            }
        }
    }

    @Override
    public void settled() {
        states.forEach((agent, state) -> require(!state.hasCall() && state != AgentState.WRAP_UP, agent,
                () -> "no call is left and he is " + state));
    }
}
