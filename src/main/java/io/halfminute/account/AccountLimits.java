package io.halfminute.account;

/**
 * Bounds of signing in.
 *
 * @param sessionMs       how long a session lasts at most, in milliseconds
 * @param sessionsOfUser  sessions of one user at the same time; the oldest ends when there is one more
 * @param cachedSessions  sessions held in memory
 * @param cacheMs         how long the memory is believed before the store is asked again
 * @param failureWindowMs how long a wrong try counts
 * @param failuresOfPair  wrong tries of one user from one address in that time
 * @param failuresOfAddress wrong tries from one address
 * @param failuresOfUser  wrong tries for one user from anywhere; larger, or a stranger could lock everybody out
 * @param watched         users and addresses watched at the same time
 * @param hashesAtOnce    passwords checked at the same time; each takes the memory that {@link Passwords} names
 * @param hashWaitMs      how long a try waits for its turn
 */
public record AccountLimits(long sessionMs, int sessionsOfUser, int cachedSessions, long cacheMs, long failureWindowMs,
                            int failuresOfPair, int failuresOfAddress, int failuresOfUser, int watched, int hashesAtOnce,
                            long hashWaitMs) {

    /** What ships: sessions of 12 hours, 5 wrong tries in 5 minutes. */
    public static final AccountLimits DEFAULT = new AccountLimits(12 * 3_600_000L, 10, 1_000, 30_000, 300_000, 5, 50, 100,
            10_000, 2, 5_000);
}
