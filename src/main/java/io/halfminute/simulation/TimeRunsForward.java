package io.halfminute.simulation;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import java.util.HashMap;
import java.util.Map;

/**
 * What is told of one call, and of one agent's states, is told in the order of time, from the call's arrival on. A missed
 * deadline is no happening but a date, and stands outside.
 */
final class TimeRunsForward implements Checker {

    private final Map<CallId, Long> calls = new HashMap<>();
    private final Map<AgentId, Long> agents = new HashMap<>();

    @Override
    public void see(Step step) {
        for (AcdEvent event : step.outputs().events()) {
            see(event);
        }
    }

    private void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.CallArrived arrived -> calls.put(arrived.call(), arrived.arrivedMs());
            case AcdEvent.DeadlineMissed _ -> { }
            case AcdEvent.CallEnded ended -> {
                forward(calls, ended.call(), ended);
                calls.remove(ended.call());
            }
            case AcdEvent.OfCall ofCall -> forward(calls, ofCall.call(), event);
            case AcdEvent.AgentChanged changed -> forward(agents, changed.agent(), event);
            default -> { }
        }
    }

    private static <K> void forward(Map<K, Long> last, K key, AcdEvent event) {
        Long before = last.put(key, event.atMs());
        if (before != null && before > event.atMs()) {
            throw new RuleBroken(key + ": time runs backwards from " + before + " to " + event.atMs() + ": " + event);
        }
    }
}
