package io.halfminute.agent;

/**
 * Why an agent takes no calls.
 *
 * @param code lower-case letters, digits and hyphens; the configuration lists those that an agent may choose
 */
public record PauseReason(String code) {

    /** Just signed in and not yet ready. */
    public static final PauseReason SIGNED_IN = new PauseReason("signed-in");
    /** The server set it: the phone rang and nobody picked up, too often. */
    public static final PauseReason NO_ANSWER = new PauseReason("no-answer");
    /** The server set it: the phone cannot be reached; ends by itself when it can. */
    public static final PauseReason PHONE_UNREACHABLE = new PauseReason("phone-unreachable");

    public PauseReason {
        if (code == null || !code.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("pause reason \"" + code
                    + "\": 1 to 32 lower-case letters, digits or hyphens are allowed");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
