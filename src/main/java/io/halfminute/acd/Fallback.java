package io.halfminute.acd;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.pbx.PbxCommand.KeepFallback;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneSet;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The members of the PBX's own queue: agents at work are those whom the PBX may ring by itself while no server is alive, also in
 * wrap-up, since then nobody is there to end it. Counted agent by agent, so that one who comes or goes costs the same among ten
 * and among ten thousand.
 */
final class Fallback {

    private final AcdState state;
    private final Set<AgentId> covering = new HashSet<>();
    /** The phones of all agents, sorted. */
    private List<PhoneId> phones = List.of();
    /** By the phones' places: how many who have it are to be rung there, and whether any is. */
    private int[] coveredBy = new int[0];
    private final BitSet members = new BitSet();
    private Set<PhoneId> told = Set.of();
    private boolean changed;
    private boolean countsAnew = true;

    Fallback(AcdState state) {
        this.state = state;
    }

    /** His state, or whether his phone can be reached, may be another one. */
    void look(Agent agent) {
        if (covers(agent) ? covering.add(agent.id()) : covering.remove(agent.id())) {
            changed = true;
            count(agent);
        }
    }

    private static boolean covers(Agent agent) {
        AgentState is = agent.state();
        return agent.phoneReachable() && (is == AgentState.READY || is == AgentState.WRAP_UP || is.hasCall());
    }

    private void count(Agent agent) {
        int place = Collections.binarySearch(phones, agent.phone());
        if (place < 0) {
            countsAnew = true;
        } else {
            coveredBy[place] += covering.contains(agent.id()) ? 1 : -1;
            members.set(place, coveredBy[place] > 0);
        }
    }

    /** Somebody's phone is another one now, or somebody is new or gone. */
    void phonesChanged() {
        countsAnew = true;
        changed = true;
    }

    /** After a reconnection nobody knows what the PBX still has. */
    void renew() {
        told = null;
        changed = true;
    }

    /** Told once a step, and only if they are others than before. */
    void keep() {
        if (!changed || !state.pbxs.anyUp()) {
            return;
        }
        changed = false;
        if (countsAnew) {
            countAnew();
        }
        PhoneSet now = new PhoneSet(phones, members);
        if (!now.equals(told)) {
            told = now;
            state.command(new KeepFallback(now));
        }
    }

    private void countAnew() {
        countsAnew = false;
        covering.clear();
        members.clear();
        phones = state.agents.values().stream().map(Agent::phone).distinct().sorted().toList();
        coveredBy = new int[phones.size()];
        state.agents.values().forEach(this::look);
    }
}
