package io.halfminute.store;

import io.halfminute.callback.Callback;
import io.halfminute.ledger.CountingRules;
import io.halfminute.ledger.LedgerEntry;
import io.halfminute.pbx.CallId;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.CallRecord;
import io.halfminute.record.KeptDecision;
import io.halfminute.record.RecordChange;
import io.halfminute.store.Tables.Activities;
import io.halfminute.store.Tables.Calls;
import io.halfminute.store.Tables.Decisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Writes changes of records into PostgreSQL, inside somebody else's transaction. A call's row comes with its ticket. */
final class RecordWriter {

    /** Which ticket a call is in. */
    record Placed(CallId call, long ticket, boolean joined) {
    }

    private final TicketOpener tickets;

    RecordWriter(TicketOpener tickets) {
        this.tickets = tickets;
    }

    /** Writes them in order; of each call only its last state, at the place of its first. */
    List<Placed> write(DSLContext sql, List<Kept> changes) {
        Map<CallId, Long> epochs = new HashMap<>();
        Map<CallId, CallRecord> calls = new LinkedHashMap<>();
        for (Kept kept : changes) {
            if (kept.change() instanceof RecordChange.CallKept(CallRecord call)) {
                calls.put(call.call(), call);
                epochs.put(call.call(), kept.epoch());
            }
        }
        List<Placed> placed = new ArrayList<>();
        calls.values().forEach(call -> placed.add(write(sql, call, epochs.get(call.call()))));
        calls.values().stream().filter(call -> !call.isLive() && !call.isOutgoing())
                .forEach(call -> LedgerRows.add(sql, LedgerEntry.of(call, CountingRules.PRESENT)));
        long present = LeaseTable.highestEpoch(sql);
        for (Kept kept : changes) {
            switch (kept.change()) {
                case RecordChange.CallKept _ -> { }
                case RecordChange.DecisionKept(KeptDecision decision) -> write(sql, decision);
                case RecordChange.CallbackKept(Callback callback) -> CallbackRows.write(sql, callback, kept.epoch());
                // What an agent began under a leader who is one no more is long over.
                case RecordChange.ActivityKept(AgentActivity ended, AgentActivity begun) ->
                    write(sql, ended, kept.epoch() < present ? null : begun);
            }
        }
        return placed;
    }

    private Placed write(DSLContext sql, CallRecord call, long epoch) {
        Optional<Long> known = sql.select(Calls.TICKET).from(Calls.TABLE).where(Calls.ID.eq(call.call().value()))
                .fetchOptional(Calls.TICKET);
        if (known.isPresent()) {
            sql.update(Calls.TABLE).set(CallRows.row(call)).set(Calls.EPOCH, epoch)
                    .where(Calls.ID.eq(call.call().value())).and(isNewer(call, epoch)).execute();
            return new Placed(call.call(), known.get(), true);
        }
        TicketOpener.Place place = tickets.place(sql, call);
        sql.insertInto(Calls.TABLE).set(CallRows.row(call)).set(Calls.EPOCH, epoch)
                .set(Calls.ID, call.call().value()).set(Calls.TICKET, place.ticket())
                .set(Calls.CUSTOMER, place.customer()).execute();
        return new Placed(call.call(), place.ticket(), place.joined());
    }

    /**
     * Several servers may have written of one call, and the one that led first may be the last to reach the database. A later
     * leadership knows better, but whoever saw how a call ended knows best.
     */
    private static Condition isNewer(CallRecord call, long epoch) {
        Condition later = Calls.EPOCH.le(epoch);
        if (call.isLive()) {
            return later;
        }
        return call.seen() ? later.or(Calls.ENDED.isNotNull().and(Calls.SEEN.isFalse()))
                : later.and(Calls.ENDED.isNull().or(Calls.SEEN.isFalse()));
    }

    private static void write(DSLContext sql, KeptDecision kept) {
        sql.insertInto(Decisions.TABLE, Decisions.CALL, Decisions.OFFER, Decisions.AT, Decisions.BODY)
                .values(kept.call().value(), kept.offer().value(), kept.atMs(),
                        JSONB.valueOf(Json.write(kept.decision())))
                .onConflictDoNothing().execute();
    }

    private static void write(DSLContext sql, AgentActivity ended, AgentActivity begun) {
        if (ended != null) {
            end(sql, ended);
        }
        if (begun != null) {
            // Open ones that are still there were left by a run whose outbox is lost.
            sql.update(Activities.TABLE).set(Activities.TO, begun.fromMs())
                    .where(Activities.AGENT.eq(begun.agent().value())).and(Activities.TO.isNull()).execute();
            insert(sql, begun);
        }
    }

    private static void end(DSLContext sql, AgentActivity ended) {
        int rows = sql.update(Activities.TABLE).set(Activities.TO, ended.toMs())
                .where(Activities.AGENT.eq(ended.agent().value())).and(Activities.TO.isNull())
                .and(Activities.FROM.eq(ended.fromMs())).and(Activities.STATE.eq(ended.state().name())).execute();
        if (rows == 0) {
            insert(sql, ended);
        }
    }

    private static void insert(DSLContext sql, AgentActivity activity) {
        sql.insertInto(Activities.TABLE, Activities.AGENT, Activities.STATE, Activities.REASON, Activities.CALL,
                        Activities.FROM, Activities.TO)
                .values(activity.agent().value(), activity.state().name(), Json.clean(activity.reason()),
                        CallRows.text(activity.call()), activity.fromMs(), CallRows.time(activity.toMs()))
                .execute();
    }
}
