package io.halfminute.record;

/**
 * When a call reached what, in milliseconds since 1970 on the PBX's clock; 0 for what it has not reached.
 *
 * @param arrivedMs        the PBX answered; the caller's thirty seconds count from here (TEL-30)
 * @param waitingMs        waited for an agent for the first time
 * @param offeredMs        an agent was chosen for the first time
 * @param ringingMs        an agent's phone rang for the first time
 * @param answeredMs       talked with an agent for the first time
 * @param talkEndedMs      the last conversation ended
 * @param endedMs          the call was over
 * @param deadlineMs       until when it was to be answered
 * @param deadlineMissedMs when the machine saw that moment pass without an answer
 */
public record Milestones(long arrivedMs, long waitingMs, long offeredMs, long ringingMs, long answeredMs, long talkEndedMs,
                         long endedMs, long deadlineMs, long deadlineMissedMs) {

    /** From the PBX's answer to the first word of an agent, or -1 if there was none. */
    public long waitMs() {
        return answeredMs == 0 ? -1 : answeredMs - arrivedMs;
    }

    /** The first time counts, except that of the last conversation's end. */
    Milestones with(Milestone reached, long atMs) {
        return new Milestones(arrivedMs,
                first(waitingMs, reached == Milestone.WAITING, atMs),
                first(offeredMs, reached == Milestone.OFFERED, atMs),
                first(ringingMs, reached == Milestone.RINGING, atMs),
                first(answeredMs, reached == Milestone.ANSWERED, atMs),
                reached == Milestone.TALK_ENDED ? atMs : talkEndedMs,
                first(endedMs, reached == Milestone.ENDED, atMs),
                deadlineMs,
                first(deadlineMissedMs, reached == Milestone.DEADLINE_MISSED, atMs));
    }

    private static long first(long known, boolean reached, long atMs) {
        return known == 0 && reached ? atMs : known;
    }
}
