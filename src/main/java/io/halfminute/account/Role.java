package io.halfminute.account;

/** What a user may do. */
public enum Role {
    /** Takes calls, sees his own desk, works on tickets. */
    AGENT,
    /** Sees every board and acts for every agent. */
    SUPERVISOR
}
