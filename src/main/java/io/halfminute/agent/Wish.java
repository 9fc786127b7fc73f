package io.halfminute.agent;

/**
 * What an agent in a call wants to become after it and its wrap-up.
 *
 * @param state  {@link AgentState#PAUSED} or {@link AgentState#SIGNED_OUT}
 * @param reason the pause reason; null when signing out
 */
public record Wish(AgentState state, PauseReason reason) {

    /** Leave work after the call (SHIFT-END). */
    public static final Wish SIGN_OUT = new Wish(AgentState.SIGNED_OUT, null);

    /** Take a break after the call. */
    public static Wish pause(PauseReason reason) {
        return new Wish(AgentState.PAUSED, reason);
    }

    /** For people: the pause reason's code, or {@code signed-out}. */
    public String code() {
        return reason == null ? "signed-out" : reason.code();
    }
}
