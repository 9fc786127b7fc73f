package io.halfminute.pbx;

/**
 * Why a leg or an offer ended: a neutral reason, with what the PBX said beside it.
 *
 * @param reason the neutral reason
 * @param raw    the PBX's own words, such as {@code 16 Normal Clearing} or {@code CHANUNAVAIL}; at most 80 characters
 */
public record Cause(Reason reason, String raw) {

    /** The closed list of neutral reasons. */
    public enum Reason {
        /** Somebody put the phone down. */
        NORMAL,
        /** It rang and nobody picked up. */
        NO_ANSWER,
        /** The phone is engaged. */
        BUSY,
        /** The person pressed the refuse key. */
        REFUSED,
        /** The phone is not registered or cannot be reached. */
        UNREACHABLE,
        /** The network or the PBX had no room. */
        CONGESTION,
        /** Withdrawn before it was answered. */
        CANCELLED,
        /** A fault that the PBX reported. */
        FAILED,
        /** The PBX itself has ended, or cannot be reached any more. */
        PBX_LOST,
        /** Nobody saw it happen. */
        UNKNOWN
    }

    /** Nobody saw it happen. */
    public static final Cause UNSEEN = new Cause(Reason.UNKNOWN, "");

    public Cause {
        raw = raw == null ? "" : raw.length() > 80 ? raw.substring(0, 80) : raw;
    }
}
