package io.halfminute.simulation;

/** A rule that every run must keep is broken. The message says which, and by what. */
public final class RuleBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleBroken(String message) {
        super(message);
    }

    static void require(boolean holds, Object what, String rule) {
        if (!holds) {
            throw new RuleBroken(what + ": " + rule);
        }
    }
}
