package io.halfminute.simulation;

import java.util.function.Supplier;

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

    /** The words are put together only when they are needed. */
    static void require(boolean holds, Object what, Supplier<String> rule) {
        if (!holds) {
            throw new RuleBroken(what + ": " + rule.get());
        }
    }
}
