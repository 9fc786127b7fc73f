package io.halfminute.routing;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import java.util.List;

/**
 * One decision with its reasons, kept with the call.
 *
 * @param call       for whom
 * @param agent      the winner
 * @param also       who is rung together with him, since there is no time to try one after the other; the best first
 * @param timeLeftMs until the call's deadline; negative when it has passed
 * @param waiting    how many calls were waiting
 * @param candidates who could have taken it, best first, at most {@link #MAX_LISTED}
 * @param leftOut    who could not and why, at most {@link #MAX_LISTED}
 */
public record Decision(CallId call, AgentId agent, List<AgentId> also, long timeLeftMs, int waiting,
                       List<Candidate> candidates, List<LeftOut> leftOut) {

    /** Longer lists are cut; the winner is always in. */
    public static final int MAX_LISTED = 20;

    /**
     * An agent who could take the call, with what he was compared by, in the order of comparison.
     *
     * @param tries        how often this call already rang at his phone
     * @param shortOf      how many skill levels he lacks to what the queue wants, 0 if none
     * @param spare        what he could do elsewhere: how many other queues he can serve
     * @param standIns     how many who are free could stand in for him, in that other queue of his where the fewest could; 10
     *                     for that many or more, or if he serves no other; null where an earlier version has not counted
     * @param readySinceMs since when he waits for a call
     */
    public record Candidate(AgentId agent, int tries, int shortOf, int spare, Integer standIns, long readySinceMs) {
    }

    /** An agent who could not take the call. */
    public record LeftOut(AgentId agent, Why why, String detail) {
    }

    /** Why an agent was left out. */
    public enum Why {
        /** Signed out, paused, in wrap-up or with another call; the detail is the state. */
        NOT_READY,
        /** The detail names the skill, his level and the least level, or the groups of which he is not. */
        SKILL,
        /** The caller is to have the agent whom the detail names, for the time being. */
        NOT_NAMED,
        /** His phone is in a call of its own. */
        PHONE_IN_USE,
        /** His phone cannot be reached. */
        PHONE_UNREACHABLE,
        /** He just missed or refused an offer; the detail says until when he is spared. */
        RESTING
    }

    public Decision {
        // What an earlier version has kept does not have it.
        also = also == null ? List.of() : List.copyOf(also);
        candidates = List.copyOf(candidates);
        leftOut = List.copyOf(leftOut);
    }

    /** One agent alone. */
    public Decision(CallId call, AgentId agent, long timeLeftMs, int waiting, List<Candidate> candidates,
                    List<LeftOut> leftOut) {
        this(call, agent, List.of(), timeLeftMs, waiting, candidates, leftOut);
    }

    /** The same, and these are rung together with him. */
    public Decision together(List<AgentId> others) {
        return others.isEmpty() ? this : new Decision(call, agent, others, timeLeftMs, waiting, candidates, leftOut);
    }
}
