package io.halfminute.simulation;

import static io.halfminute.simulation.RuleBroken.require;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput.FromPbx;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * No agent with two calls, from his choice to the end of the talk; no call with two agents, but for those whose phones ring
 * together; and an agent's state says that he has a call exactly while he has it.
 */
final class OneCallAnAgent implements Checker {

    private final Map<AgentId, CallId> callOf = new HashMap<>();
    private final Map<CallId, Set<AgentId>> agentsOf = new HashMap<>();
    /** By which offer those agents came to the call. */
    private final Map<CallId, OfferId> offerOf = new HashMap<>();
    private final Map<CallId, AgentId> talkerOf = new HashMap<>();
    /** Who waits for the customer whom he calls back. */
    private final Map<CallId, AgentId> dialling = new HashMap<>();
    /** Talks that are being told after their end. */
    private final Map<CallId, AgentId> over = new HashMap<>();

    @Override
    public void see(Step step) {
        boolean found = step.input() instanceof FromPbx(PbxEvent.Snapshot _);
        boolean told = step.input() instanceof FromPbx(PbxEvent.EndedUnwatched _);
        for (AcdEvent event : step.outputs().events()) {
            if (!told || !isOver(event)) {
                see(event, found);
            }
        }
        require(over.isEmpty(), over, "these talks were told afterwards, and their ends were not");
        for (AcdEvent event : step.outputs().events()) {
            if (event instanceof AcdEvent.AgentChanged changed && isLast(changed, step)) {
                agree(changed);
            }
        }
    }

    /** A talk that is told when it is over, both ends at once, is nobody's any more. */
    private boolean isOver(AcdEvent event) {
        return switch (event) {
            case AcdEvent.CallAnswered answered when !answered.call().equals(callOf.get(answered.agent())) ->
                over.put(answered.call(), answered.agent()) == null;
            case AcdEvent.TalkEnded ended -> over.remove(ended.call(), ended.agent());
            default -> false;
        };
    }

    private void see(AcdEvent event, boolean found) {
        switch (event) {
            case AcdEvent.OfferMade made -> join(made.call(), made.agent(), made.offer());
            case AcdEvent.OfferRinging rings when found -> join(rings.call(), rings.agent(), rings.offer());
            case AcdEvent.OfferRinging rings -> together(rings.call(), rings.agent(), "rings");
            case AcdEvent.OfferEnded ended -> part(ended.call(), ended.agent());
            case AcdEvent.CallAnswered answered -> answered(answered.call(), answered.agent());
            case AcdEvent.TalkEnded ended -> part(ended.call(), ended.agent());
            case AcdEvent.CustomerDialled dialled -> dialling.put(dialled.call(), dialled.agent());
            case AcdEvent.CallEnded ended when dialling.containsKey(ended.call()) -> part(ended.call(), dialling.remove(ended.call()));
            case AcdEvent.CallEnded ended -> require(!agentsOf.containsKey(ended.call()), ended.call(),
                    () -> "it ends and still has agent " + agentsOf.get(ended.call()));
            default -> { }
        }
    }

    /** With those whom the same offer rings, and with nobody else. */
    private void join(CallId call, AgentId agent, OfferId offer) {
        require(!agentsOf.containsKey(call) || offer.equals(offerOf.get(call)), call,
                () -> "agent " + agent + " joins it and it has agent " + agentsOf.get(call));
        offerOf.put(call, offer);
        join(call, agent);
    }

    private void join(CallId call, AgentId agent) {
        require(!talkerOf.containsKey(call), call,
                () -> "agent " + agent + " joins it and it has agent " + talkerOf.get(call));
        require(!callOf.containsKey(agent), agent, () -> "call " + call + " joins him and he has call " + callOf.get(agent));
        agentsOf.computeIfAbsent(call, _ -> new TreeSet<>()).add(agent);
        callOf.put(agent, call);
    }

    private void answered(CallId call, AgentId agent) {
        dialling.remove(call);
        if (!call.equals(callOf.get(agent))) {
            join(call, agent);
        }
        talkerOf.put(call, agent);
    }

    private void part(CallId call, AgentId agent) {
        together(call, agent, "parts from it");
        talkerOf.remove(call, agent);
        callOf.remove(agent);
        agentsOf.get(call).remove(agent);
        if (agentsOf.get(call).isEmpty()) {
            agentsOf.remove(call);
            offerOf.remove(call);
        }
    }

    private void together(CallId call, AgentId agent, String does) {
        require(call.equals(callOf.get(agent)), call, () -> "agent " + agent + " " + does + ", it has agent "
                + agentsOf.get(call));
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
        if (!Objects.equals(has, says)) {
            throw new RuleBroken(changed.agent() + ": he is " + changed.to() + " with " + says + ", he has " + has);
        }
    }

    @Override
    public void settled() {
        require(callOf.isEmpty(), callOf, "these agents still have calls");
    }
}
