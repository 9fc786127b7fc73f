package io.halfminute.simulation;

import io.halfminute.agent.AgentId;
import io.halfminute.queue.QueueId;

/**
 * What became of one call.
 *
 * @param queue   null when nobody has the number that was dialled
 * @param waitMs  from the PBX's answer to the agent's, or to the end of a call that nobody answered
 * @param agent   who answered first; null if nobody did
 */
public record Outcome(String dialled, QueueId queue, long arrivedMs, Fate fate, long waitMs, AgentId agent) {

    /** As service levels tell calls apart. */
    public enum Fate {
        /** Answered at or before the deadline. */
        IN_TIME,
        /** Answered after it. */
        LATE,
        /** Hung up within five seconds. */
        HUNG_UP_AT_ONCE,
        /** Hung up before the deadline. */
        HUNG_UP_SOON,
        /** Hung up after it. */
        HUNG_UP_LATE,
        /** Left the line for a promise to be called. */
        CALLBACK,
        /** Sent elsewhere after a longest wait. */
        TIMED_OUT,
        /** Refused, or hung up before he stood in a line. */
        NEVER_QUEUED;

        /** Whether an agent had the call. */
        public boolean isAnswered() {
            return this == IN_TIME || this == LATE;
        }

        /** Whether the caller gave up. */
        public boolean isAbandoned() {
            return this == HUNG_UP_AT_ONCE || this == HUNG_UP_SOON || this == HUNG_UP_LATE;
        }
    }

    /** Hours since the run began. */
    public int hour() {
        return (int) ((arrivedMs - Plan.START_MS) / Plan.HOUR_MS);
    }
}
