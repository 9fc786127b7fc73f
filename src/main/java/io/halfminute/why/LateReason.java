package io.halfminute.why;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import java.util.List;

/**
 * One cause of a late call with what would have saved it.
 *
 * @param costMs   how much of the time until the deadline it took
 * @param parts    who had a part in it, the largest first, at most {@link #MOST_PARTS}
 * @param skill    that was missing, or of which one more agent would have helped; null when none was asked for
 * @param level    the least level of it, 0 without skill
 * @param agents   how many agents were concerned, also those who are not listed
 * @param calls    {@code ALL_BUSY}: calls of its queue in line before it; {@code QUEUE_ORDER}: calls that were served first
 * @param aheadMs  {@code ALL_BUSY}: how long the first of those in line had waited by then
 * @param withinMs what would have been in time: {@code NOT_PICKED_UP} picking up within, {@code WRAP_UP_LONG} ending so much
 *                 sooner, {@code LONG_FLOW} so much shorter; 0 when it is not known
 * @param saves    whether the call would have been in time without it: for certain, or because it cost at least as much as
 *                 the call was late; null when that cannot be said, since nobody picked up at all
 * @param detail   further words: the PBX's own, or a ring's name; may be empty
 */
public record LateReason(LateCause cause, long costMs, List<Part> parts, SkillId skill, int level, int agents, int calls,
                         long aheadMs, long withinMs, Boolean saves, String detail) {

    /** Longer lists are cut. */
    public static final int MOST_PARTS = 10;

    /**
     * One agent's part.
     *
     * @param ms   how long: his phone rang, he had been in wrap-up, he was away while the caller waited, or was waited for
     * @param what the pause's reason or the offer's outcome; may be empty
     */
    public record Part(AgentId agent, long ms, String what) {
    }

    public LateReason {
        parts = List.copyOf(parts);
    }
}
