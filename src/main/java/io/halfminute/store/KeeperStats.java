package io.halfminute.store;

/**
 * How record keeping does, for health and metrics.
 *
 * @param depth       entries that wait in the outbox for PostgreSQL
 * @param bytes       their size
 * @param oldestMs    when the oldest of them was added, 0 when none waits
 * @param aside       entries that PostgreSQL refused for good; any is an alarm
 * @param alarm       the outbox is fuller than the operator wants
 * @param drained     entries taken in by PostgreSQL since the start
 * @param failures    failed tries to reach PostgreSQL since the start
 * @param lastFailure what the last one said; empty when PostgreSQL is there
 * @param held        changes in memory that the outbox could not take
 * @param lost        changes that neither could hold; any is an alarm
 * @param liveCalls   calls that are being recorded
 * @param strays      events that belonged to no live call
 * @param faults      records whose time line did not tile; any is a defect
 */
public record KeeperStats(long depth, long bytes, long oldestMs, long aside, boolean alarm, long drained, long failures,
                          String lastFailure, int held, long lost, int liveCalls, long strays, long faults) {
}
