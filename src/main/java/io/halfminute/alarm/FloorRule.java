package io.halfminute.alarm;

/**
 * So many agents have to be ready (SHIFT-SWAP: nobody leaves the post without notice; TEL-24: also at three in the morning).
 *
 * @param kind       {@link AlarmKind#QUEUE_FLOOR} or {@link AlarmKind#SKILL_FLOOR}
 * @param subject    the queue or the skill
 * @param ready      fewer than so many is an alarm
 * @param fromMinute of the day, from when on, 0 to 1439
 * @param toMinute   of the day, until when, 1 to 1440; before {@code fromMinute} it is that of the next day
 * @param afterMs    for how long fewer are borne
 */
public record FloorRule(AlarmKind kind, String subject, int ready, int fromMinute, int toMinute, long afterMs) {

    private static final int MINUTES_OF_DAY = 24 * 60;

    public FloorRule {
        if (ready < 1 || fromMinute < 0 || fromMinute >= MINUTES_OF_DAY || toMinute < 1 || toMinute > MINUTES_OF_DAY
                || fromMinute == toMinute || afterMs < 0) {
            throw new IllegalArgumentException("a floor of " + ready + " from minute " + fromMinute + " to " + toMinute + " after "
                    + afterMs + " ms: at least 1 agent, two different times of one day, and a time that is not negative");
        }
    }

    /** Whether it applies at this minute of the day. */
    public boolean appliesAt(int minute) {
        return fromMinute < toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
    }

    /** What is found when so many are ready. */
    public Sign sign(int readyNow, int minute) {
        return new Sign(kind, subject, appliesAt(minute) && readyNow < ready, readyNow, ready, afterMs);
    }
}
