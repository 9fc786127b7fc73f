package io.halfminute.acd;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.Profile;
import io.halfminute.queue.QueueSpec;
import io.halfminute.routing.Crew;
import io.halfminute.routing.Presence;
import io.halfminute.routing.Presences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the crews of all groups in step with the agents: whenever an agent changes, he is taken out of the sums in which he
 * was and put into those in which he is. Learns by the way how long conversations and wrap-ups take.
 */
final class Crews {

    private final AcdState state;
    private final Map<AgentId, Counted> counted = new HashMap<>();
    private final List<RingGroup> groups = new ArrayList<>();
    private int version;

    /** An agent as he was when he was last looked at. */
    private static final class Counted {
        AgentState state = AgentState.SIGNED_OUT;
        long sinceMs;
        QueueSpec queue;
        Presence presence = Presence.AWAY;
        Profile profile;
        int version = -1;
        List<Crew> crews = new ArrayList<>();
        List<RingGroup> groups = new ArrayList<>();
    }

    Crews(AcdState state) {
        this.state = state;
    }

    /** A group whose crews nobody is in as yet. */
    void add(RingGroup group) {
        groups.add(group);
        for (Agent agent : state.agents.values()) {
            Counted his = counted.get(agent.id());
            if (his == null || his.version != version) {
                update(agent);
            } else {
                join(his, group).forEach(crew -> crew.add(his.presence));
            }
        }
    }

    /** Nobody asks for these crews any more. */
    void remove(RingGroup group) {
        groups.remove(group);
        version++;
    }

    /** Takes in how an agent is now; the groups to which he matters. */
    List<RingGroup> update(AgentId id) {
        Agent agent = state.agent(id);
        if (agent != null) {
            return update(agent);
        }
        Counted gone = counted.remove(id);
        if (gone == null) {
            return List.of();
        }
        gone.crews.forEach(crew -> crew.remove(gone.presence));
        return gone.groups;
    }

    private List<RingGroup> update(Agent agent) {
        Counted his = counted.computeIfAbsent(agent.id(), _ -> new Counted());
        learn(his, agent);
        his.crews.forEach(crew -> crew.remove(his.presence));
        if (his.version != version || his.profile != agent.profile()) {
            assign(his, agent.profile());
        }
        his.presence = Presences.of(agent, his.queue == null ? null : his.queue.id(), state.handles);
        his.crews.forEach(crew -> crew.add(his.presence));
        return his.groups;
    }

    private void assign(Counted his, Profile profile) {
        his.profile = profile;
        his.version = version;
        his.crews = new ArrayList<>();
        his.groups = new ArrayList<>();
        groups.forEach(group -> join(his, group));
    }

    private static List<Crew> join(Counted his, RingGroup group) {
        List<Crew> with = group.plan.crews().stream().filter(crew -> crew.admits(his.profile)).toList();
        if (!with.isEmpty()) {
            his.crews.addAll(with);
            his.groups.add(group);
        }
        return with;
    }

    private void learn(Counted his, Agent agent) {
        if (his.state != agent.state()) {
            if (his.state == AgentState.ON_CALL && his.queue != null) {
                state.handles.talked(his.queue.id(), agent.sinceMs() - his.sinceMs);
            } else if (his.state == AgentState.WRAP_UP && his.queue != null) {
                state.handles.wrappedUp(his.queue, agent.sinceMs() - his.sinceMs);
            }
            his.state = agent.state();
            his.sinceMs = agent.sinceMs();
        }
        if (agent.state().hasCall()) {
            his.queue = state.call(agent.call()).filter(live -> live.place != null).map(live -> live.place.queue())
                    .orElse(null);
        } else if (agent.state() != AgentState.WRAP_UP) {
            his.queue = null;
        }
    }
}
