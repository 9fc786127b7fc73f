package io.halfminute.agent;

/** What an agent is doing. One state at a time; there is no second notion beside it. */
public enum AgentState {
    /** Not at work. */
    SIGNED_OUT,
    /** Waits for a call. */
    READY,
    /** Just chosen for a call; the PBX has not yet confirmed that the phone rings. */
    RESERVED,
    /** The phone rings for a call. */
    RINGING,
    /** Talks with a caller. */
    ON_CALL,
    /** Finishes what the last call left to do; ends by itself after the queue's limit. */
    WRAP_UP,
    /** At work, takes no calls, and says why. */
    PAUSED;

    /** Whether a call holds the agent. */
    public boolean hasCall() {
        return this == RESERVED || this == RINGING || this == ON_CALL;
    }
}
