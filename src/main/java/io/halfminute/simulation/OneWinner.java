package io.halfminute.simulation;

import static io.halfminute.simulation.RuleBroken.require;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.AcdInput.FromPbx;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Of those whose phones ring together one at most gets the call. The others are told so in the same step, and nobody is told
 * so unless it is true.
 */
final class OneWinner implements Checker {

    private final Map<CallId, OfferId> wonBy = new HashMap<>();
    private final Map<CallId, Set<AgentId>> rung = new HashMap<>();
    /** In this step. */
    private final Set<CallId> answered = new HashSet<>();

    @Override
    public void see(Step step) {
        answered.clear();
        boolean found = step.input() instanceof FromPbx(PbxEvent.Snapshot _);
        for (AcdEvent event : step.outputs().events()) {
            see(event, found);
        }
        for (CallId call : answered) {
            require(!rung.containsKey(call), call, () -> "it is answered, and is still offered to " + rung.get(call));
        }
    }

    private void see(AcdEvent event, boolean found) {
        switch (event) {
            case AcdEvent.OfferMade made -> rung.computeIfAbsent(made.call(), _ -> new HashSet<>()).add(made.agent());
            case AcdEvent.OfferRinging rings -> {
                if (found) {
                    wonBy.remove(rings.call());
                }
                rung.computeIfAbsent(rings.call(), _ -> new HashSet<>()).add(rings.agent());
            }
            case AcdEvent.OfferEnded ended -> {
                require(ended.outcome() != OfferOutcome.ANSWERED_ELSEWHERE || answered.contains(ended.call()), ended.call(),
                        () -> "agent " + ended.agent() + " is told that another has it, and none has");
                part(ended.call(), ended.agent());
            }
            case AcdEvent.CallAnswered won -> {
                boolean again = !found && !won.offer().equals(OfferId.NONE) && won.offer().equals(wonBy.put(won.call(), won.offer()));
                require(!again, won.call(), () -> "offer " + won.offer() + " is won twice, now by agent " + won.agent());
                answered.add(won.call());
                part(won.call(), won.agent());
            }
            case AcdEvent.TalkEnded ended -> answered.remove(ended.call());
            case AcdEvent.CallEnded ended -> {
                wonBy.remove(ended.call());
                rung.remove(ended.call());
            }
            default -> { }
        }
    }

    private void part(CallId call, AgentId agent) {
        Set<AgentId> agents = rung.get(call);
        if (agents != null && agents.remove(agent) && agents.isEmpty()) {
            rung.remove(call);
        }
    }
}
