package io.halfminute.routing;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.Profile;
import io.halfminute.queue.Link;

/** An agent as the index sees him: of which {@link Grid profile}, and since when he waits for a call, if he does. */
public class IdleAgent extends Link<IdleAgent> {

    private final AgentId id;
    private long sinceMs;
    int profile;
    /** The very profile that was last found to have that number: most often he still has it, and it need not be compared. */
    Profile seen;
    boolean isIdle;

    public IdleAgent(AgentId id, int profile) {
        this.id = id;
        this.profile = profile;
    }

    /** He waits since then. Not while he stands among those who are idle. */
    void since(long sinceMs) {
        this.sinceMs = sinceMs;
    }

    public final AgentId id() {
        return id;
    }

    /** The number of his profile. */
    public final int profile() {
        return profile;
    }

    /** Since when he waits for a call. */
    public final long sinceMs() {
        return sinceMs;
    }

    /** Whether he can have a call. */
    public final boolean isIdle() {
        return isIdle;
    }

    @Override
    protected final boolean precedes(IdleAgent other) {
        return sinceMs < other.sinceMs || sinceMs == other.sinceMs && id.compareTo(other.id) < 0;
    }
}
