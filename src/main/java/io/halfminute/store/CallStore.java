package io.halfminute.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.core.type.TypeReference;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.CallEntry;
import io.halfminute.record.CallFilter;
import io.halfminute.record.CallQueries;
import io.halfminute.record.CallStory;
import io.halfminute.record.DayTotals;
import io.halfminute.record.KeptDecision;
import io.halfminute.record.Page;
import io.halfminute.record.Window;
import io.halfminute.routing.Decision;
import io.halfminute.store.Tables.Activities;
import io.halfminute.store.Tables.Calls;
import io.halfminute.store.Tables.Decisions;
import io.halfminute.why.LateCause;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;

/** {@link CallQueries} on PostgreSQL. */
public final class CallStore implements CallQueries {

    private static final TypeReference<Decision> DECISION = new TypeReference<>() { };
    private static final int MOST_ACTIVITIES = 10_000;

    private final Database database;

    public CallStore(Database database) {
        this.database = database;
    }

    @Override
    public Page<CallEntry> list(CallFilter filter, String cursor, int limit) {
        Page.checkLimit(limit);
        Condition wanted = condition(filter).and(cursor == null ? noCondition() : after(Cursor.of(cursor)));
        List<CallEntry> rows = database.ask(sql -> sql.selectFrom(Calls.TABLE).where(wanted)
                .orderBy(Calls.ARRIVED.desc(), Calls.ID.desc()).limit(limit + 1).fetch(CallRows::entry));
        return Pages.page(rows, limit,
                last -> new Cursor(last.call().milestones().arrivedMs(), last.call().call().value()));
    }

    private static Condition after(Cursor cursor) {
        return row(Calls.ARRIVED, Calls.ID).lt(cursor.atMs(), cursor.id());
    }

    private static Condition condition(CallFilter filter) {
        Condition wanted = noCondition()
                .and(filter.fromMs() == 0 ? noCondition() : Calls.ARRIVED.ge(filter.fromMs()))
                .and(filter.toMs() == 0 ? noCondition() : Calls.ARRIVED.lt(filter.toMs()))
                .and(filter.queue() == null ? noCondition() : Calls.QUEUE.eq(filter.queue().value()))
                .and(filter.brand() == null ? noCondition() : Calls.BRAND.eq(filter.brand().value()))
                .and(filter.end() == null ? noCondition() : Calls.ENDED_HOW.eq(filter.end().name()))
                .and(filter.number() == null ? noCondition() : Calls.CALLER_NUMBER.contains(filter.number()));
        if (filter.agent() != null) {
            wanted = wanted.and(Calls.AGENTS.contains(new String[] {filter.agent().value()}));
        }
        if (filter.live() != null) {
            wanted = wanted.and(filter.live() ? Calls.ENDED.isNull() : Calls.ENDED.isNotNull());
        }
        if (filter.late() != null) {
            wanted = wanted.and(filter.late() ? Calls.LATE_CAUSE.isNotNull() : Calls.LATE_CAUSE.isNull());
        }
        if (filter.cause() != null) {
            wanted = wanted.and(Calls.LATE_CAUSE.eq(filter.cause().name()));
        }
        return filter.text() == null ? wanted : wanted.and(Calls.CALLER_NAME.containsIgnoreCase(filter.text())
                .or(Calls.CALLER_NUMBER.contains(filter.text())).or(Calls.DIALLED.contains(filter.text()))
                .or(Calls.ID.contains(filter.text())));
    }

    @Override
    public Optional<CallStory> find(CallId call) {
        return database.ask(sql -> sql.selectFrom(Calls.TABLE).where(Calls.ID.eq(call.value()))
                .fetchOptional(CallRows::entry)).map(entry -> new CallStory(entry, decisions(call)));
    }

    private List<KeptDecision> decisions(CallId call) {
        return database.ask(sql -> sql.selectFrom(Decisions.TABLE).where(Decisions.CALL.eq(call.value()))
                .orderBy(Decisions.AT, Decisions.OFFER)
                .fetch(row -> new KeptDecision(call, new OfferId(row.get(Decisions.OFFER)), row.get(Decisions.AT),
                        Json.read(row.get(Decisions.BODY).data(), DECISION))));
    }

    @Override
    public Map<LateCause, Long> lateCalls(Window window) {
        return database.ask(sql -> {
            Map<LateCause, Long> counts = new EnumMap<>(LateCause.class);
            sql.select(Calls.LATE_CAUSE, count()).from(Calls.TABLE).where(Calls.ARRIVED.ge(window.fromMs()))
                    .and(Calls.ARRIVED.lt(window.toMs())).and(Calls.LATE_CAUSE.isNotNull()).groupBy(Calls.LATE_CAUSE)
                    .forEach(row -> counts.put(LateCause.valueOf(row.value1()), row.value2().longValue()));
            return counts;
        });
    }

    @Override
    public DayTotals dayTotals(long dayStartMs) {
        return new DayCounts(database).since(dayStartMs);
    }

    @Override
    public List<AgentActivity> activity(Window window, AgentId agent, int limit) {
        if (limit < 1 || limit > MOST_ACTIVITIES) {
            throw new IllegalArgumentException("limit " + limit + ": what would do is 1 to " + MOST_ACTIVITIES);
        }
        Condition whose = agent == null ? noCondition() : Activities.AGENT.eq(agent.value());
        return database.ask(sql -> sql.selectFrom(Activities.TABLE).where(whose)
                .and(Activities.FROM.lt(window.toMs()))
                .and(coalesce(Activities.TO, val(Long.MAX_VALUE)).gt(window.fromMs()))
                .orderBy(Activities.FROM, Activities.ID).limit(limit).fetch(ActivityRows::activity));
    }
}
