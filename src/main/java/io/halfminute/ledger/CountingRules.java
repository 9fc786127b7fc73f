package io.halfminute.ledger;

/**
 * The inputs that definitions of the service level take besides a call's own times. A version that has been in force is never
 * changed: what is to be different gets a version of its own, and each call keeps the one that it was counted by.
 *
 * @param version        from 1
 * @param shortAbandonMs who hangs up sooner, counted from the PBX's answer, is a short abandon
 */
public record CountingRules(int version, int shortAbandonMs) {

    /** In force now. */
    public static final CountingRules PRESENT = new CountingRules(1, 5_000);

    public CountingRules {
        if (version < 1 || shortAbandonMs < 0) {
            throw new IllegalArgumentException("counting rules version " + version + ", short abandon " + shortAbandonMs
                    + " ms: versions count from 1, and a time is not below 0");
        }
    }
}
