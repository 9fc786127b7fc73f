package io.halfminute.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.CallQueries;
import io.halfminute.record.CallRecord;
import io.halfminute.store.Tables.Activities;
import io.halfminute.store.Tables.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What an earlier run was at when it ended.
 *
 * @param lastAliveMs when it was last known to live, 0 if there was none
 */
record Inheritance(List<CallRecord> calls, List<AgentActivity> agents, long lastAliveMs) {

    static final String CALL = "call";
    static final String AGENT = "agent";

    private static final TypeReference<CallRecord> CALL_TYPE = new TypeReference<>() { };
    private static final TypeReference<AgentActivity> AGENT_TYPE = new TypeReference<>() { };
    private static final int MOST_CALLS = 10_000;

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
        for (Outbox.Living living : outbox.living()) {
            if (living.kind().equals(CALL)) {
                calls.add(Json.read(living.body(), CALL_TYPE));
            } else {
                agents.add(Json.read(living.body(), AGENT_TYPE));
            }
        }
        return new Inheritance(calls, agents, outbox.lastAliveMs());
    }

    private static Inheritance fromDatabase(Database database) {
        database.migrate();
        List<CallRecord> calls = database.ask(sql -> sql.selectFrom(Calls.TABLE).where(Calls.ENDED.isNull())
                .orderBy(Calls.ARRIVED.desc()).limit(MOST_CALLS).fetch(CallRows::call));
        List<AgentActivity> agents = database.ask(sql -> sql.selectFrom(Activities.TABLE).where(Activities.TO.isNull())
                .fetch(ActivityRows::activity));
        long lastMs = Stream.concat(calls.stream().map(call -> call.milestones().arrivedMs()),
                agents.stream().map(AgentActivity::fromMs)).flatMapToLong(LongStream::of).max().orElse(0);
        return new Inheritance(calls, agents, lastMs);
    }
}
