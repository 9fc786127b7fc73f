package io.halfminute.call;

/** Where a call stands. */
public enum CallState {
    /** In the self-service menu, or between two steps at the PBX. */
    IN_FLOW,
    /** In the waiting room, to be offered. */
    WAITING,
    /** An agent's phone is being rung for it. */
    OFFERED,
    /** An agent has picked up to call the customer back, whose phone is being rung. */
    DIALLING,
    /** An agent talks with the caller. */
    CONNECTED,
    /** The PBX's own fallback looks for an agent; not to be offered. */
    AT_FALLBACK,
    /** Served, refused or diverted; the caller is about to be gone. */
    LEAVING,
    /** Gone. */
    ENDED
}
