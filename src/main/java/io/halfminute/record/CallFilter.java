package io.halfminute.record;

import io.halfminute.agent.AgentId;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.queue.QueueId;
import io.halfminute.why.LateCause;

/**
 * Which calls are wanted. A criterion that is null (or 0 for the times) does not matter; all others must hold.
 *
 * @param fromMs arrived at or after
 * @param toMs   arrived before
 * @param agent  talked with the caller
 * @param number part of the caller's number, as digits; whatever else is in it is ignored
 * @param end    how it ended
 * @param live   true: only calls that go on; false: only those that are over
 * @param text   part of the caller's name or number, of the dialled number or of the call's id, whatever its case
 * @param late   true: only calls whose cause for being late is known
 * @param cause  what a late call's time went into
 */
public record CallFilter(long fromMs, long toMs, QueueId queue, BrandId brand, AgentId agent, String number, CallEnd end,
                         Boolean live, String text, Boolean late, LateCause cause) {

    /** Every call. */
    public static final CallFilter ALL = new CallFilter(0, 0, null, null, null, null, null, null, null);
    /** Longest text that is searched for. */
    public static final int MAX_TEXT = 100;

    public CallFilter {
        text = Texts.search(text, MAX_TEXT);
        number = Texts.digits(number, MAX_TEXT);
    }

    /** Whether they were late does not matter. */
    public CallFilter(long fromMs, long toMs, QueueId queue, BrandId brand, AgentId agent, String number, CallEnd end,
                      Boolean live, String text) {
        this(fromMs, toMs, queue, brand, agent, number, end, live, text, null, null);
    }
}
