package io.halfminute.why;

import io.halfminute.acd.AcdEvent.AgentChanged;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;

/** What an agent was doing, as far as a caller in line is concerned. */
enum Doing {
    OUT, FREE, BUSY, WRAP_UP, BREAK, MISSED, UNREACHABLE;

    static Doing of(AgentState state, String reason, boolean reachable, boolean inUse) {
        return switch (state) {
            case SIGNED_OUT -> OUT;
            case READY -> !reachable ? UNREACHABLE : inUse ? BUSY : FREE;
            case RESERVED, RINGING, ON_CALL -> BUSY;
            case WRAP_UP -> WRAP_UP;
            case PAUSED -> paused(reason);
        };
    }

    /** @see AgentChanged#reason */
    private static Doing paused(String reason) {
        if (PauseReason.PHONE_UNREACHABLE.code().equals(reason)) {
            return UNREACHABLE;
        }
        return PauseReason.NO_ANSWER.code().equals(reason) ? MISSED : BREAK;
    }
}
