package io.halfminute.routing;

import io.halfminute.agent.Agent;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.QueueId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

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

    /** How many in each queue are free who can serve it. */
    Map<QueueId, Integer> free(long nowMs) {
        Map<QueueId, Integer> free = new HashMap<>();
        for (Agent agent : agents) {
            if (agent.isFree(nowMs)) {
                for (QueueSpec queue : queues) {
                    free.merge(queue.id(), Fit.does(agent.profile(), queue) ? 1 : 0, Integer::sum);
                }
            }
        }
        return free;
    }

    /**
     * How many others could stand in for an agent who is free, in that queue other than {@code queue} where the fewest could;
     * {@link StandIns#ENOUGH} if he serves no other, and at most.
     *
     * @param free as {@link #free} counts
     */
    int standIns(Agent agent, QueueSpec queue, Map<QueueId, Integer> free) {
        int fewest = StandIns.ENOUGH;
        for (QueueSpec other : queues) {
            if (!other.id().equals(queue.id()) && Fit.does(agent.profile(), other)) {
                fewest = Math.min(fewest, free.get(other.id()) - 1);
            }
        }
        return fewest;
    }
}
