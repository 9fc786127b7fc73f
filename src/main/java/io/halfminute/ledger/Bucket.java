package io.halfminute.ledger;

import io.halfminute.queue.ServiceLevel.Counts;

/**
 * What a call counts as. Each is in exactly one, at every moment of its life: in {@link #OPEN} until it is known, then in one of
 * the others for good. "In time" is at or before the target, on the caller's own clock (TEL-30): from the PBX's answer.
 */
public enum Bucket {
    /** An agent talked with the caller in time. */
    ANSWERED_IN_TIME,
    /** Later; or nobody watched, so that nothing shows that it was in time. */
    ANSWERED_LATE,
    /** The caller hung up in the line, sooner than a short abandon takes. */
    HUNG_UP_AT_ONCE,
    /** Later than that, but in time. */
    HUNG_UP_SOON,
    /** Later than the target. */
    HUNG_UP_LATE,
    /** The hotline took him out of the line. */
    TIMED_OUT,
    /** He left by a key, in time, for a promise to be called. */
    CALLBACK_IN_TIME,
    /** He left by a key otherwise. */
    LEFT_BY_KEY,
    /** He reached the hotline but no line. */
    NEVER_QUEUED,
    /** Not yet known: the call lives and no agent has answered it. In no service level. */
    OPEN;

    /** One call of this kind; none of those not yet known. */
    public Counts one() {
        return new Counts(one(ANSWERED_IN_TIME), one(ANSWERED_LATE), one(HUNG_UP_AT_ONCE), one(HUNG_UP_SOON), one(HUNG_UP_LATE),
                one(TIMED_OUT), one(CALLBACK_IN_TIME), one(LEFT_BY_KEY), one(NEVER_QUEUED));
    }

    private int one(Bucket of) {
        return this == of ? 1 : 0;
    }
}
