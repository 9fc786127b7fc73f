package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One attempt: the phones of one or more agents ring for a call, of whom at most one gets it. Whoever's part has ended is no
 * longer in it.
 */
final class Offer {

    final OfferId id;
    private final Map<PhoneId, AgentId> parts = new LinkedHashMap<>();
    private final Set<AgentId> silenced = new HashSet<>();
    private Map<PhoneId, PbxId> away = Map.of();
    private int ringMs;

    Offer(OfferId id) {
        this.id = id;
    }

    /**
     * His phone rings as well.
     *
     * @param needsMs how long it should ring
     */
    void join(AgentId agent, PhoneId phone, int needsMs) {
        parts.put(phone, agent);
        ringMs = Math.max(ringMs, needsMs);
    }

    /** How long the phones ring at most. */
    int ringMs() {
        return ringMs;
    }

    /** These of its phones are rung over another PBX than the caller's. */
    void away(Map<PhoneId, PbxId> overOthers) {
        away = overOthers;
    }

    /** Over which PBX his phone is rung, as far as that is another than {@code own}. */
    PbxId over(PhoneId phone, PbxId own) {
        return away.getOrDefault(phone, own);
    }

    /** His part has ended. */
    void part(AgentId agent) {
        parts.values().remove(agent);
        silenced.remove(agent);
    }

    /**
     * His phone does not ring any more while others do. Either somebody has picked up or the caller has left; the next that
     * is told of the others says which, and until then he is held.
     */
    void silence(AgentId agent) {
        silenced.add(agent);
    }

    /** Whose part has not ended, the best first. */
    List<AgentId> agents() {
        return List.copyOf(parts.values());
    }

    /** The phones of those, in the same order. */
    List<PhoneId> phones() {
        return List.copyOf(parts.keySet());
    }

    boolean has(AgentId agent) {
        return parts.containsValue(agent);
    }

    /** Whose phone it is; null if it is not rung for this offer, or not any more. */
    AgentId agentAt(PhoneId phone) {
        return parts.get(phone);
    }

    boolean isSilenced(AgentId agent) {
        return silenced.contains(agent);
    }

    /** Whether a phone rings that is not his. */
    boolean goesOnWithout(AgentId agent) {
        for (AgentId other : parts.values()) {
            if (!other.equals(agent) && !silenced.contains(other)) {
                return true;
            }
        }
        return false;
    }
}
