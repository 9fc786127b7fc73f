package io.halfminute.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.halfminute.callback.Callback;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.CallQueries;
import io.halfminute.record.CallRecord;
import io.halfminute.store.Tables.Activities;
import io.halfminute.store.Tables.Calls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * What an earlier run was at when it ended.
 *
 * @param lastAliveMs when it was last known to live, 0 if there was none
 * @param newsMs      all that happened to calls until then is on record, in the PBX's time; 0 likewise
 */
record Inheritance(List<CallRecord> calls, List<AgentActivity> agents, List<Callback> callbacks, long lastAliveMs, long newsMs) {

    static final String CALL = "call";
    static final String AGENT = "agent";
    static final String CALLBACK = "callback";

    private static final TypeReference<CallRecord> CALL_TYPE = new TypeReference<>() { };
    private static final TypeReference<AgentActivity> AGENT_TYPE = new TypeReference<>() { };
    private static final int MOST_CALLS = 10_000;
    private static final long LONGEST_CALL_MS = Duration.ofDays(1).toMillis();

    /**
     * From the outbox if this machine has been the server before, for it is there whether or not the database is; else from
     * the database, because another machine may have been.
     */
    static Inheritance of(Outbox outbox, Database database) {
        return outbox.isUsed() ? fromOutbox(outbox) : fromDatabase(database);
    }

    /**
     * Where several servers share the database: what the last leader knew is there, and what this machine still knows of its
     * own time as the leader is out of date. Only while the database is away that is all there is.
     */
    static Inheritance ofOthers(Outbox outbox, Database database) {
        try {
            return fromDatabase(database);
        } catch (CallQueries.Unavailable away) {
            return of(outbox, database);
        }
    }

    private static Inheritance fromOutbox(Outbox outbox) {
        List<CallRecord> calls = new ArrayList<>();
        List<AgentActivity> agents = new ArrayList<>();
        List<Callback> callbacks = new ArrayList<>();
        for (Outbox.Living living : outbox.living()) {
            switch (living.kind()) {
                case CALL -> calls.add(Json.read(living.body(), CALL_TYPE));
                case CALLBACK -> callbacks.add(CallbackRows.read(living.body()));
                default -> agents.add(Json.read(living.body(), AGENT_TYPE));
            }
        }
        // Written by a version that did not keep it: what that one lived to see.
        long newsMs = outbox.newsMs() > 0 ? outbox.newsMs() : outbox.lastAliveMs();
        return new Inheritance(calls, agents, callbacks, outbox.lastAliveMs(), newsMs);
    }

    private static Inheritance fromDatabase(Database database) {
        database.migrate();
        List<CallRecord> calls = database.ask(sql -> sql.selectFrom(Calls.TABLE).where(Calls.ENDED.isNull())
                .orderBy(Calls.ARRIVED.desc()).limit(MOST_CALLS).fetch(CallRows::call));
        List<AgentActivity> agents = database.ask(sql -> sql.selectFrom(Activities.TABLE).where(Activities.TO.isNull())
                .fetch(ActivityRows::activity));
        long lastMs = Stream.concat(calls.stream().map(call -> call.milestones().arrivedMs()),
                agents.stream().map(AgentActivity::fromMs)).flatMapToLong(LongStream::of).max().orElse(0);
        return new Inheritance(calls, agents, database.ask(CallbackRows::open), lastMs, database.ask(Inheritance::newsMs));
    }

    /** Records come to the database in the order in which things happened, so it lacks nothing that is older. */
    private static long newsMs(DSLContext sql) {
        Long lastArrivalMs = sql.select(DSL.max(Calls.ARRIVED)).from(Calls.TABLE).fetchSingle().value1();
        if (lastArrivalMs == null) {
            return 0;
        }
        Long lastEndMs = sql.select(DSL.max(DSL.greatest(Calls.ARRIVED, DSL.coalesce(Calls.ENDED, Calls.ARRIVED))))
                .from(Calls.TABLE).where(Calls.ARRIVED.ge(lastArrivalMs - LONGEST_CALL_MS)).fetchSingle().value1();
        return Math.max(lastArrivalMs, lastEndMs);
    }
}
