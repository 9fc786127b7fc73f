package io.halfminute.routing;

import io.halfminute.agent.Agent;
import io.halfminute.queue.QueueSpec;
import java.util.Collection;

/**
 * Everybody whom a call could go to.
 *
 * @param agents in the order of their ids
 * @param queues every queue of the domain
 */
public record Team(Collection<Agent> agents, Collection<QueueSpec> queues) {

    /** How many queues other than {@code queue} the agent can serve: what giving him away costs the others. */
    public int spare(Agent agent, QueueSpec queue) {
        int others = 0;
        for (QueueSpec other : queues) {
            if (!other.id().equals(queue.id()) && Fit.does(agent.profile(), other)) {
                others++;
            }
        }
        return others;
    }
}
