package io.halfminute.pbx;

/** What the PBX knows of an agent's phone. */
public enum PhoneStatus {
    /** Registered and free. */
    IDLE,
    /** Registered and in a call or ringing, ours or another. */
    IN_USE,
    /** Not registered, or it does not answer the PBX's probes. */
    UNREACHABLE
}
