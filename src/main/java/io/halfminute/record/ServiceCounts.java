package io.halfminute.record;

import io.halfminute.queue.QueueId;
import io.halfminute.queue.ServiceLevel;
import java.util.OptionalDouble;

/**
 * Counts of the calls that arrived in a window, for {@link ServiceLevel#OF_ALL_CALLS}. The clock is the caller's own (TEL-30):
 * it starts when the PBX answers, the self-service menu included.
 *
 * @param queue         null for all calls together, also those that reached no queue
 * @param targetMs      the target that was asked for
 * @param offered       every call but those that are still waiting inside the target
 * @param answered      an agent talked with the caller, whether or not the call is over
 * @param inTime        of these: within the target
 * @param abandoned     the caller hung up first
 * @param callbackTaken he left for a promise to be called
 * @param voicemail     he left a message
 * @param diverted      he was sent to an outside number
 * @param refused       he could not be taken
 * @param waitSumMs     sum of the waits of all answered calls
 * @param waitMaxMs     the longest of them
 */
public record ServiceCounts(QueueId queue, int targetMs, long offered, long answered, long inTime, long abandoned,
                            long callbackTaken, long voicemail, long diverted, long refused, long waitSumMs,
                            long waitMaxMs) {

    /** What TEL-30 asks for. */
    public static final int TARGET_MS = 30_000;

    /** Answered in time of all that count, 0 to 1; empty when there was no call. */
    public OptionalDouble level() {
        return ServiceLevel.share(inTime, offered);
    }
}
