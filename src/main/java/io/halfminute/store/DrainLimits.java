package io.halfminute.store;

/**
 * How the outbox is emptied into PostgreSQL.
 *
 * @param batch        entries in one transaction at most
 * @param retryMs      wait after a failure; doubles with each further one
 * @param retryMostMs  up to this
 * @param signOfLifeMs how often the outbox notes that this server lives when there is nothing else to note
 */
public record DrainLimits(int batch, int retryMs, int retryMostMs, int signOfLifeMs) {

    /** What ships. */
    public static final DrainLimits DEFAULT = new DrainLimits(500, 100, 5_000, 10_000);

    public DrainLimits {
        if (batch < 1 || retryMs < 1 || retryMostMs < retryMs || signOfLifeMs < 1) {
            throw new IllegalArgumentException("drain batch " + batch + ", retry " + retryMs + " to " + retryMostMs
                    + " ms, sign of life " + signOfLifeMs + " ms: each is to be at least 1, the second wait no less than"
                    + " the first");
        }
    }
}
