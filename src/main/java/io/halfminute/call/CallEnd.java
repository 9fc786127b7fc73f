package io.halfminute.call;

/** How a call ended. Each call has exactly one. */
public enum CallEnd {
    /** An agent talked with the caller. */
    ANSWERED,
    /** The caller hung up before an agent picked up. */
    ABANDONED,
    /** The caller left the line for a promise to be called. */
    CALLBACK_TAKEN,
    /** The caller left a message. */
    VOICEMAIL,
    /** The call was sent to an outside number. */
    DIVERTED,
    /** A call of our own: nobody of the customer's side, or no agent, picked up. */
    NOT_REACHED,
    /** The hotline could not take the call and said so. */
    REFUSED
}
