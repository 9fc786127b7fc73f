package io.halfminute.store;

import static io.halfminute.store.CallRows.text;
import static io.halfminute.store.CallRows.time;

import io.halfminute.agent.SkillId;
import io.halfminute.ledger.LedgerEntry;
import io.halfminute.record.Milestones;
import io.halfminute.store.Tables.Ledger;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The ledger's rows, which are only ever added. A time of 0 is null there. */
final class LedgerRows {

    private LedgerRows() {
    }

    /** Adds the row of a call; one that is there stays as it is. */
    static void add(DSLContext sql, LedgerEntry entry) {
        sql.insertInto(Ledger.TABLE).set(row(entry)).onConflictDoNothing().execute();
    }

    private static Map<Field<?>, Object> row(LedgerEntry entry) {
        Map<Field<?>, Object> row = new HashMap<>();
        row.put(Ledger.CALL, entry.call().value());
        row.put(Ledger.BRAND, text(entry.brand()));
        row.put(Ledger.QUEUE, text(entry.queue()));
        row.put(Ledger.SKILLS, entry.skills().stream().map(SkillId::value).toArray(String[]::new));
        row.put(Ledger.CREDIT, entry.credit());
        row.put(Ledger.ENDED_HOW, entry.end().name());
        row.put(Ledger.LEAVING, entry.leaving().name());
        row.put(Ledger.CAUSE_REASON, entry.cause() == null ? null : entry.cause().reason().name());
        row.put(Ledger.SEEN, entry.seen());
        row.put(Ledger.TARGET, entry.targetMs() == 0 ? null : entry.targetMs());
        row.put(Ledger.SHORT_ABANDON, entry.rules().shortAbandonMs());
        row.put(Ledger.RULES, entry.rules().version());
        putTimes(row, entry);
        return row;
    }

    private static void putTimes(Map<Field<?>, Object> row, LedgerEntry entry) {
        Milestones at = entry.at();
        row.put(Ledger.ARRIVED, at.arrivedMs());
        row.put(Ledger.LINE, time(entry.lineMs()));
        row.put(Ledger.OFFERED, time(at.offeredMs()));
        row.put(Ledger.RINGING, time(at.ringingMs()));
        row.put(Ledger.ANSWERED, time(at.answeredMs()));
        row.put(Ledger.LEFT, entry.leftMs());
        row.put(Ledger.TALK_ENDED, time(at.talkEndedMs()));
        row.put(Ledger.ENDED, at.endedMs());
    }
}
