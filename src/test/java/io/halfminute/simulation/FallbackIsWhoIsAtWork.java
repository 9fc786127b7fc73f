package io.halfminute.simulation;

import static io.halfminute.simulation.RuleBroken.require;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The PBX's own queue is told its members exactly when they change, or when nobody knows any more what it has: the phones of all
 * who are at work and can be reached, found here by looking at everybody.
 */
final class FallbackIsWhoIsAtWork implements Checker {

    private static final class Seen {
        PhoneId phone;
        AgentState state = AgentState.SIGNED_OUT;
        boolean reachable;

        boolean isMember() {
            return reachable && (state == AgentState.READY || state == AgentState.WRAP_UP || state.hasCall());
        }
    }

    private final Map<AgentId, Seen> agents = new HashMap<>();
    private final Set<PbxId> up = new HashSet<>();
    private Setup setup;
    private Set<PhoneId> told = Set.of();
    private int changes;

    /** How often the members have changed. */
    int changes() {
        return changes;
    }

    @Override
    public void see(Step step) {
        step.outputs().events().forEach(this::see);
        // Who is configured no more stays while he has a call.
        agents.entrySet().removeIf(one -> !setup.agents().containsKey(one.getKey()) && !one.getValue().state.hasCall()
                && step.outputs().events().stream().anyMatch(AcdEvent.SetupChanged.class::isInstance));
        List<Set<PhoneId>> said = step.outputs().commands().stream().filter(PbxCommand.KeepFallback.class::isInstance)
                .map(command -> ((PbxCommand.KeepFallback) command).members()).toList();
        Set<PhoneId> members = members();
        if (up.isEmpty() || members.equals(told)) {
            require(said.isEmpty(), said, "told, and they are " + told + " as before, or no PBX hears it");
        } else {
            require(said.equals(List.of(members)), said, "told, and they are " + members + ", last they were " + told);
            told = members;
            changes++;
        }
    }

    private void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.SetupChanged changed -> {
                setup = changed.setup();
                setup.agents().forEach((id, spec) -> agents.computeIfAbsent(id, _ -> new Seen()).phone = spec.phone());
            }
            case AcdEvent.AgentChanged changed -> agents.get(changed.agent()).state = changed.to();
            case AcdEvent.PhoneChanged phone -> agents.get(phone.agent()).reachable = phone.reachable();
            case AcdEvent.LinkChanged link when link.up() -> {
                up.add(link.pbx());
                told = null;
            }
            case AcdEvent.LinkChanged link -> up.remove(link.pbx());
            default -> { }
        }
    }

    private Set<PhoneId> members() {
        Set<PhoneId> members = new HashSet<>();
        agents.values().stream().filter(Seen::isMember).forEach(agent -> members.add(agent.phone));
        return members;
    }
}
