package io.halfminute.record;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.AgentChanged;
import io.halfminute.acd.AcdEvent.SetupChanged;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Folds events into the states of agents, one after the other without a gap. States that an earlier run left open go on: the
 * machine is told them and starts from there. Those of agents who are configured no more end when that run was last alive.
 * Not thread safe.
 */
public final class AgentRecorder {

    private final Map<AgentId, AgentActivity> present = new HashMap<>();
    private final Set<AgentId> left = new HashSet<>();
    private final long lastAliveMs;

    /**
     * @param leftOpen    the open states of an earlier run
     * @param lastAliveMs when that run was last known to live
     */
    public AgentRecorder(List<AgentActivity> leftOpen, long lastAliveMs) {
        this.lastAliveMs = lastAliveMs;
        for (AgentActivity activity : leftOpen) {
            present.put(activity.agent(), activity);
            left.add(activity.agent());
        }
    }

    /** Takes in events. */
    public List<RecordChange> apply(List<AcdEvent> events) {
        List<RecordChange> changes = new ArrayList<>();
        for (AcdEvent event : events) {
            switch (event) {
                case AgentChanged changed -> apply(changed, changes);
                case SetupChanged setup -> closeThoseGone(setup, changes);
                default -> { }
            }
        }
        return changes;
    }

    private void apply(AgentChanged event, List<RecordChange> changes) {
        left.remove(event.agent());
        AgentActivity old = present.get(event.agent());
        String reason = event.reason() == null ? "" : event.reason();
        if (old != null && same(old, event, reason)) {
            return;
        }
        long fromMs = old == null ? event.atMs() : Math.max(old.fromMs(), event.atMs());
        AgentActivity begun = new AgentActivity(event.agent(), event.to(), reason, event.call(), fromMs, 0);
        present.put(event.agent(), begun);
        changes.add(new RecordChange.ActivityKept(old == null ? null : old.endedAt(fromMs), begun));
    }

    private static boolean same(AgentActivity old, AgentChanged event, String reason) {
        return old.state() == event.to() && old.reason().equals(reason) && Objects.equals(old.call(), event.call());
    }

    /** An agent of this run who is configured no more is signed out by the machine itself, and tells so. */
    private void closeThoseGone(SetupChanged event, List<RecordChange> changes) {
        for (AgentId agent : List.copyOf(left)) {
            if (!event.setup().agents().containsKey(agent)) {
                left.remove(agent);
                AgentActivity old = present.remove(agent);
                changes.add(new RecordChange.ActivityKept(old.endedAt(lastAliveMs), null));
            }
        }
    }

    /** The open states after an absence that was too long to go on: everybody has left when the server was last alive. */
    public static List<RecordChange> signOut(List<AgentActivity> open, long lastAliveMs) {
        List<RecordChange> changes = new ArrayList<>();
        for (AgentActivity old : open) {
            if (old.state() != AgentState.SIGNED_OUT) {
                AgentActivity ended = old.endedAt(lastAliveMs);
                changes.add(new RecordChange.ActivityKept(ended, new AgentActivity(old.agent(), AgentState.SIGNED_OUT,
                        "server-away", null, ended.toMs(), 0)));
            }
        }
        return changes;
    }
}
