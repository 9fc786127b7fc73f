package io.halfminute.metric;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How many agents are in which state. */
final class AgentMeters {

    private final Map<AgentId, AgentState> states = new ConcurrentHashMap<>();

    AgentMeters(MeterRegistry registry) {
        for (AgentState state : AgentState.values()) {
            Gauge.builder("halfminute.agents", () -> count(state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .description("Agents by what they are doing").register(registry);
        }
    }

    /** Agents who were taken out of the configuration count until they have left. */
    void configure(Set<AgentId> configured) {
        configured.forEach(agent -> states.putIfAbsent(agent, AgentState.SIGNED_OUT));
        states.entrySet().removeIf(agent -> agent.getValue() == AgentState.SIGNED_OUT && !configured.contains(agent.getKey()));
    }

    void changed(AgentId agent, AgentState to) {
        states.computeIfPresent(agent, (id, from) -> to);
    }

    private long count(AgentState state) {
        return states.values().stream().filter(state::equals).count();
    }
}
