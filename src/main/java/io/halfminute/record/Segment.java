package io.halfminute.record;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.Cause;

/**
 * One stretch of a call's time line.
 *
 * @param agent  whose phone rings or who talks, else null
 * @param fromMs where the segment before it ends
 * @param toMs   0 while it is open
 * @param cause  why it ended; null while it is open, and where the next segment says it all
 */
public record Segment(Kind kind, AgentId agent, long fromMs, long toMs, Cause cause) {

    /** What the caller's time went into; the names are part of the HTTP API. */
    public enum Kind {
        /** Self-service and the way to the waiting room. */
        FLOW,
        /** The waiting room. */
        WAITING,
        /** An agent's phone rings for the caller. */
        RINGING,
        /** The agent waits for the customer who is called back. */
        DIALLING,
        /** Caller and agent talk. */
        TALKING,
        /** The caller is still there and needs no agent: after a conversation, or while he is refused or diverted. */
        AFTERWARDS,
        /** The PBX looks for an agent by itself. */
        FALLBACK
    }

    /** Whether it still goes on. */
    public boolean isOpen() {
        return toMs == 0;
    }

    /** The same segment, ended. */
    Segment endedAt(long atMs, Cause why) {
        return new Segment(kind, agent, fromMs, atMs, why);
    }
}
