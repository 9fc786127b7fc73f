package io.halfminute.config;

/** What a user may do. */
public enum Role {
    /** Takes calls; sees his own desk and the tickets of his calls. */
    AGENT,
    /** Sees everybody, and sets an agent's state and skills for him. */
    SUPERVISOR
}
