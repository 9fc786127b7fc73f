package io.halfminute.forecast;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.Profile;
import io.halfminute.queue.QueueId;

/** An agent as far as he matters for what will be. */
final class SeenAgent {

    final AgentId id;
    private AgentSpec spec;
    Profile profile;
    AgentState state = AgentState.SIGNED_OUT;
    String reason = "";
    String wish;
    long sinceMs;
    long untilMs;
    boolean reachable = true;
    boolean inUse;
    long inUseSinceMs;
    long restUntilMs;
    /** Of the call that he talks in or wraps up; null if none is known. */
    QueueId queue;
    /** Until when his time at work has been counted. */
    long countedMs;

    SeenAgent(AgentSpec spec, long nowMs) {
        id = spec.id();
        this.spec = spec;
        profile = new Profile(spec.skills(), spec.groups());
        sinceMs = nowMs;
        countedMs = nowMs;
    }

    /** The configuration again. */
    void configure(AgentSpec now) {
        profile = new Profile(now.skillsAfter(spec, profile.skills()), now.groups());
        spec = now;
    }

    boolean isAtWork() {
        return state != AgentState.SIGNED_OUT && state != AgentState.PAUSED;
    }
}
