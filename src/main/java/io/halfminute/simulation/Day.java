package io.halfminute.simulation;

import io.halfminute.agent.AgentId;
import java.util.List;
import java.util.Map;

/**
 * A run in all detail.
 *
 * @param calls  in the order in which they ended
 * @param agents what those who worked did with their time
 * @param calledBack those who were promised to be called back, in the order of the promises
 */
public record Day(Report report, List<Outcome> calls, Map<AgentId, Desk> agents, List<CalledBack> calledBack) {

    /**
     * One agent's time at work, pauses left out.
     *
     * @param busyMs with calls, ringing and wrap-up included
     * @param freeMs waiting for a call
     */
    public record Desk(long busyMs, long freeMs) {
    }

    /**
     * One who was promised to be called back.
     *
     * @param reached     an agent has called him and talked with him
     * @param untilTalkMs from his first arrival to that talk; 0 if there was none
     */
    public record CalledBack(boolean reached, long untilTalkMs) {
    }

    public Day {
        calledBack = List.copyOf(calledBack);
        calls = List.copyOf(calls);
        agents = Map.copyOf(agents);
    }
}
