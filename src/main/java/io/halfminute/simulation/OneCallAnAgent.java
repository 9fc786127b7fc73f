package io.halfminute.simulation;

import static io.halfminute.simulation.RuleBroken.require;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput.FromPbx;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * No agent with two calls, no call with two agents, from the choice of the agent to the end of the talk; and an agent's
 * state says that he has a call exactly while he has it.
 */
final class OneCallAnAgent implements Checker {

    private final Map<AgentId, CallId> callOf = new HashMap<>();
    private final Map<CallId, AgentId> agentOf = new HashMap<>();

    @Override
    public void see(Step step) {
        boolean found = step.input() instanceof FromPbx(PbxEvent.Snapshot _);
        step.outputs().events().forEach(event -> see(event, found));
        for (AcdEvent event : step.outputs().events()) {
            if (event instanceof AcdEvent.AgentChanged changed && isLast(changed, step)) {
                agree(changed);
            }
        }
    }

    private void see(AcdEvent event, boolean found) {
        switch (event) {
            case AcdEvent.OfferMade made -> join(made.call(), made.agent());
            case AcdEvent.OfferRinging rings when found -> join(rings.call(), rings.agent());
            case AcdEvent.OfferRinging rings -> together(rings.call(), rings.agent(), "rings");
            case AcdEvent.OfferEnded ended -> part(ended.call(), ended.agent());
            case AcdEvent.CallAnswered answered -> {
                if (!answered.agent().equals(agentOf.get(answered.call()))) {
                    join(answered.call(), answered.agent());
                }
            }
            case AcdEvent.TalkEnded ended -> part(ended.call(), ended.agent());
            case AcdEvent.CallEnded ended -> require(!agentOf.containsKey(ended.call()), ended.call(),
                    () -> "it ends and still has agent " + agentOf.get(ended.call()));
            default -> { }
        }
    }

    private void join(CallId call, AgentId agent) {
        require(!agentOf.containsKey(call), call, () -> "agent " + agent + " joins it and it has agent " + agentOf.get(call));
        require(!callOf.containsKey(agent), agent, () -> "call " + call + " joins him and he has call " + callOf.get(agent));
        agentOf.put(call, agent);
        callOf.put(agent, call);
    }

    private void part(CallId call, AgentId agent) {
        together(call, agent, "parts from it");
        agentOf.remove(call);
        callOf.remove(agent);
    }

    private void together(CallId call, AgentId agent, String does) {
        require(agent.equals(agentOf.get(call)), call, () -> "agent " + agent + " " + does + ", it has agent "
                + agentOf.get(call));
    }

    private static boolean isLast(AcdEvent.AgentChanged changed, Step step) {
        AcdEvent.AgentChanged last = null;
        for (AcdEvent event : step.outputs().events()) {
            if (event instanceof AcdEvent.AgentChanged other && other.agent().equals(changed.agent())) {
                last = other;
            }
        }
        return last == changed;
    }

    private void agree(AcdEvent.AgentChanged changed) {
        CallId has = callOf.get(changed.agent());
        CallId says = changed.to().hasCall() ? changed.call() : null;
        require(java.util.Objects.equals(has, says), changed.agent(), () -> "he is " + changed.to() + " with " + says
                + ", he has " + has);
    }

    @Override
    public void settled() {
        require(callOf.isEmpty(), callOf, "these agents still have calls");
    }
}
