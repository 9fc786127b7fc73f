package io.halfminute.store;

import io.halfminute.record.RecordLimits;
import io.halfminute.ticket.JoinPolicy;
import java.nio.file.Path;

/**
 * How records are kept.
 *
 * @param outboxFile       such as {@code data/outbox.db}
 * @param region           where a caller's number without a country is at home, two letters of ISO 3166 such as {@code CN}
 * @param rememberAgentsMs after an absence of the server that was longer, every agent counts as signed out
 * @param epoch            of the leadership under which is written
 * @param shared           whether other servers write into the same database, so that it, not the outbox of this machine,
 *                         knows what was last
 * @param heldChanges      changes held in memory while even the outbox cannot be written; older ones are then lost
 */
public record KeeperSettings(Path outboxFile, String region, JoinPolicy join, RecordLimits records, OutboxLimits outbox,
                             DrainLimits drain, long rememberAgentsMs, int heldChanges, long epoch,
                             boolean shared) {

    /** What ships: agents are remembered for an hour. */
    public static KeeperSettings standard(Path outboxFile, String region) {
        return new KeeperSettings(outboxFile, region, JoinPolicy.DEFAULT, RecordLimits.DEFAULT, OutboxLimits.DEFAULT,
                DrainLimits.DEFAULT, 3_600_000L, 20_000, 0, false);
    }
}
