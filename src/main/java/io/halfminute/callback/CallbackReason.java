package io.halfminute.callback;

/** Why a customer is to be rung. */
public enum CallbackReason {
    /** He pressed the key for it while he waited. */
    KEY,
    /** He hung up before anybody picked up. */
    ABANDONED,
    /** An agent or a supervisor promised it. */
    REQUESTED,
    /** The hotline could not take his call. */
    REFUSED,
    /** His call was lost with its PBX. */
    PBX_LOST
}
