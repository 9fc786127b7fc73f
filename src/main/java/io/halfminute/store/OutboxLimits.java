package io.halfminute.store;

/**
 * How much the outbox may hold while PostgreSQL is away.
 *
 * @param rows         entries; a call makes about eight
 * @param bytes        of all entries together, counted in characters, which is nearly the same for these
 * @param alarmPercent from here on the operator is told
 */
public record OutboxLimits(long rows, long bytes, int alarmPercent) {

    /** What ships: a million entries or 2 GB, some 120,000 calls; alarm at a tenth of that. */
    public static final OutboxLimits DEFAULT = new OutboxLimits(1_000_000, 2_000_000_000L, 10);

    public OutboxLimits {
        if (rows < 1 || bytes < 1 || alarmPercent < 1 || alarmPercent > 100) {
            throw new IllegalArgumentException("outbox rows " + rows + ", bytes " + bytes + ", alarm at " + alarmPercent
                    + " percent: rows and bytes are to be at least 1, the percentage 1 to 100");
        }
    }
}
