package io.halfminute.simulation;

import io.halfminute.agent.AgentId;
import java.util.List;
import java.util.Map;

/**
 * A run in all detail.
 *
 * @param calls  in the order in which they ended
 * @param agents what those who worked did with their time
 */
public record Day(Report report, List<Outcome> calls, Map<AgentId, Desk> agents) {

    /**
     * One agent's time at work, pauses left out.
     *
     * @param busyMs with calls, ringing and wrap-up included
     * @param freeMs waiting for a call
     */
    public record Desk(long busyMs, long freeMs) {
    }

    public Day {
        calls = List.copyOf(calls);
        agents = Map.copyOf(agents);
    }
}
