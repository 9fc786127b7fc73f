package io.halfminute.config;

import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.Profile;
import io.halfminute.queue.QueueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is allowed but probably not meant. */
final class Warnings {

    private Warnings() {
    }

    static List<String> of(Configuration configuration) {
        List<String> warnings = new ArrayList<>();
        for (QueueSpec queue : configuration.queues().values()) {
            if (agents(configuration).stream().noneMatch(agent -> serves(agent, queue))) {
                warnings.add("queue \"" + queue.id() + "\": no agent has the skills it asks for, so its callers wait in vain;"
                        + " maybe give agents those skills in agents.yaml");
            }
            queue.rings().stream().filter(ring -> ring.number().isEmpty() && agents(configuration).stream()
                    .noneMatch(agent -> ring.circle().has(new Profile(agent.skills(), agent.groups())))).findFirst()
                    .filter(_ -> agents(configuration).stream().anyMatch(agent -> serves(agent, queue))).ifPresent(ring ->
                            warnings.add("queue \"" + queue.id() + "\": no agent is in its ring \"" + ring.name()
                                    + "\"; maybe its groups or skills are written otherwise in agents.yaml"));
            if (2 * queue.ringMs() > queue.targetMs()) {
                warnings.add("queue \"" + queue.id() + "\": when one agent does not pick up, there is no time left for a "
                        + "second one's phone to ring as long; maybe make ring shorter than half of target");
            }
            if (configuration.brands().values().stream().noneMatch(brand -> brand.queue().equals(queue.id()))) {
                warnings.add("queue \"" + queue.id() + "\": no brand leads to it");
            }
        }
        return warnings;
    }

    private static List<AgentSpec> agents(Configuration configuration) {
        return configuration.users().values().stream().map(User::agent).flatMap(Optional::stream).toList();
    }

    private static boolean serves(AgentSpec agent, QueueSpec queue) {
        return queue.widest().admits(new Profile(agent.skills(), agent.groups()));
    }
}
