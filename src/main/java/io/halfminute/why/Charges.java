package io.halfminute.why;

import io.halfminute.agent.AgentId;
import io.halfminute.why.LateReason.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Milliseconds by cause, and within each by agent. */
final class Charges {

    private final Map<LateCause, Double> costs = new EnumMap<>(LateCause.class);
    private final Map<LateCause, Map<AgentId, Part>> parts = new EnumMap<>(LateCause.class);

    void add(LateCause cause, double ms) {
        if (ms > 0) {
            costs.merge(cause, ms, Double::sum);
        }
    }

    /** So long more he had this part in it. */
    void part(LateCause cause, AgentId agent, long ms, String what) {
        of(cause).merge(agent, new Part(agent, ms, what),
                (one, more) -> new Part(agent, one.ms() + more.ms(), more.what()));
    }

    /** He had this part in it, whatever was said before. */
    void wholePart(LateCause cause, AgentId agent, long ms, String what) {
        of(cause).put(agent, new Part(agent, ms, what));
    }

    private Map<AgentId, Part> of(LateCause cause) {
        return parts.computeIfAbsent(cause, _ -> new TreeMap<>());
    }

    long cost(LateCause cause) {
        return Math.round(costs.getOrDefault(cause, 0.0));
    }

    /** The costliest first; of two that cost the same that which is told first in {@link LateCause}. */
    List<LateCause> ordered() {
        List<LateCause> ordered = new ArrayList<>(costs.keySet());
        ordered.sort(Comparator.comparing((LateCause cause) -> -cost(cause)).thenComparing(Comparator.naturalOrder()));
        return ordered;
    }

    List<Part> parts(LateCause cause) {
        return parts.getOrDefault(cause, Map.of()).values().stream()
                .sorted(Comparator.comparing((Part part) -> -part.ms()).thenComparing(Part::agent))
                .toList();
    }
}
