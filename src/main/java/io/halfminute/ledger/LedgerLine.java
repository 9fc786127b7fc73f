package io.halfminute.ledger;

import io.halfminute.queue.ServiceLevel.Counts;

/**
 * The calls of one group.
 *
 * @param key       id of the queue, brand or skill, null for calls that have none; for an hour or a day when it began, in
 *                  milliseconds since 1970
 * @param counts    those of which it is known what they count as
 * @param open      the others
 * @param waits     answered calls whose wait is known
 * @param waitSumMs sum of their waits, from the PBX's answer to the first word of an agent
 * @param waitMaxMs the longest of them
 */
public record LedgerLine(String key, Counts counts, long open, long waits, long waitSumMs, long waitMaxMs) {

    /** All that reached the hotline: each is in exactly one count, or open. */
    public long offered() {
        return counts.total() + open;
    }

    /** Nothing. */
    static LedgerLine empty(String key) {
        return new LedgerLine(key, Counts.NONE, 0, 0, 0, 0);
    }

    /** Of these calls and those. */
    LedgerLine plus(LedgerLine more) {
        return new LedgerLine(key, counts.plus(more.counts), open + more.open, waits + more.waits, waitSumMs + more.waitSumMs,
                Math.max(waitMaxMs, more.waitMaxMs));
    }
}
