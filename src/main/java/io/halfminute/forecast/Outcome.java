package io.halfminute.forecast;

import java.util.Arrays;

/** What came of the calls of one {@link Play}. */
final class Outcome {

    private final PlayedCalls calls;
    private final long endMs;
    private final long[] answerMs;
    private final int[] known;
    private final int[] inTime;

    /** @param endMs what becomes known later does not count */
    Outcome(Picture picture, PlayedCalls calls, long endMs) {
        this.calls = calls;
        this.endMs = endMs;
        int queues = picture.queues().size();
        answerMs = new long[picture.calls().size() + queues];
        known = new int[queues];
        inTime = new int[queues];
    }

    void clear() {
        Arrays.fill(answerMs, Picture.NEVER);
        Arrays.fill(known, 0);
        Arrays.fill(inTime, 0);
    }

    /** When each call of the picture was answered, and then, for each queue, one that came just now; NEVER if not by the end. */
    long[] answers() {
        return answerMs;
    }

    /** Of how many calls it became known whether they were in time, by queue. */
    int[] known() {
        return known;
    }

    /** How many of these were. */
    int[] inTime() {
        return inTime;
    }

    /** An agent picks up then, even if the caller should have gone by then. */
    void answered(int call, long atMs) {
        if (calls.tracked[call] >= 0) {
            answerMs[calls.tracked[call]] = atMs;
        }
    }

    /** It is known at {@code atMs}, at the latest with the deadline, whether the call was in time; the first word counts. */
    void settle(int call, boolean good, long atMs) {
        if (!calls.settled[call]) {
            calls.settled[call] = true;
            if (Math.min(atMs, calls.deadlineMs[call]) <= endMs) {
                known[calls.queue[call]]++;
                inTime[calls.queue[call]] += good ? 1 : 0;
            }
        }
    }

    /** Nothing more happens: who has not been answered gives up some time. */
    void settleTheRest() {
        for (int call = 0; call < calls.count; call++) {
            settle(call, false, calls.giveUpMs[call]);
        }
    }
}
