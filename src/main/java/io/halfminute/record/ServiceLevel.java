package io.halfminute.record;

import io.halfminute.queue.QueueId;

/**
 * Counts of the calls that arrived in a window. The clock is the caller's own (TEL-30): it starts when the PBX answers, the
 * self-service menu included.
 *
 * @param queue          null for all queues together
 * @param arrived        all calls; the sum of the five ends below and of {@code live}
 * @param live           not over and not answered
 * @param answered       an agent talked with the caller, whether or not the call is over
 * @param answeredInTime of these: within the target
 * @param abandoned      the caller hung up first
 * @param abandonedEarly of these: before the target had passed
 * @param diverted       sent to an outside number
 * @param refused        could not be taken
 * @param other          callbacks and voice messages
 * @param liveLate       of {@code live}: the target has passed already
 * @param waitSumMs      sum of the waits of all answered calls
 * @param waitMaxMs      the longest of them
 * @param targetMs       the target that was asked for
 */
public record ServiceLevel(QueueId queue, long arrived, long live, long answered, long answeredInTime, long abandoned,
                           long abandonedEarly, long diverted, long refused, long other, long liveLate, long waitSumMs,
                           long waitMaxMs, int targetMs) {

    /** What TEL-30 asks for. */
    public static final int TARGET_MS = 30_000;

    /** Calls that count: all but those that are still waiting inside the target. */
    public long offered() {
        return arrived - (live - liveLate);
    }

    /**
     * Answered in time of all that count, 0 to 1; the strict form, in which every abandoned, diverted and refused call
     * counts against the hotline. 1 when there was no call.
     */
    public double level() {
        return offered() == 0 ? 1 : (double) answeredInTime / offered();
    }

    /** The milder form that leaves callers out who hung up before the target had passed. */
    public double levelWithoutEarlyAbandons() {
        long counted = offered() - abandonedEarly;
        return counted == 0 ? 1 : (double) answeredInTime / counted;
    }
}
