package io.halfminute.store;

import io.halfminute.agent.AgentId;
import io.halfminute.queue.QueueId;
import io.halfminute.record.DayTotals;
import io.halfminute.record.DayTotals.AgentDay;
import io.halfminute.record.DayTotals.Counts;
import io.halfminute.record.DayTotals.Promises;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Record;

/** Counts a day's ended calls as {@link DayTotals} defines it. */
final class DayCounts {

    private static final String IN_TIME = "answered_ms is not null and answered_ms <= deadline_ms";
    private static final String LOST = "answered_ms is null and ended_ms <= coalesce(deadline_ms, ended_ms)";

    private static final String BY_QUEUE = """
            select queue, count(*) as offered,
                   count(*) filter (where answered_ms is not null) as answered,
                   count(*) filter (where %1$s) as in_time,
                   count(*) filter (where not (%1$s) and not (%2$s)) as late,
                   count(*) filter (where %2$s) as lost,
                   count(*) filter (where ended_how = 'ABANDONED') as abandoned,
                   count(*) filter (where ended_how = 'REFUSED') as refused,
                   count(*) filter (where ended_how = 'DIVERTED') as diverted
            from call where arrived_ms >= ? and ended_ms is not null and called_back is null
            group by queue""".formatted("coalesce(" + IN_TIME + ", false)", "coalesce(" + LOST + ", false)");

    private static final String BY_AGENT = """
            select agent, sum(answered) as answered, sum(missed) as missed, sum(talk_ms) as talk_ms from (
                select s.agent, 1 as answered, 0 as missed, s."toMs" - s."fromMs" as talk_ms
                from call, jsonb_to_recordset(segments) as s(kind text, agent text, "fromMs" bigint, "toMs" bigint)
                where arrived_ms >= ? and ended_ms is not null and s.kind = 'TALKING'
                union all
                select o.agent, 0, 1, 0
                from call, jsonb_to_recordset(offers) as o(agent text, outcome text)
                where arrived_ms >= ? and ended_ms is not null and o.outcome = 'NO_ANSWER') as deeds
            group by agent""";

    private static final String PROMISES = """
            select count(*) filter (where state in ('REACHED', 'CAME_BACK')) as kept,
                   count(*) filter (where state in ('NOT_REACHED', 'EXPIRED')) as given_up
            from callback where changed_ms >= ? and not is_open""";

    private final Database database;

    DayCounts(Database database) {
        this.database = database;
    }

    DayTotals since(long dayStartMs) {
        Map<QueueId, Counts> queues = new HashMap<>();
        Counts total = Counts.NONE;
        for (Record row : database.ask(sql -> sql.fetch(BY_QUEUE, dayStartMs))) {
            Counts counts = counts(row);
            total = sum(total, counts);
            if (row.get("queue") != null) {
                queues.put(new QueueId(row.get("queue", String.class)), counts);
            }
        }
        return new DayTotals(dayStartMs, total, queues, agents(dayStartMs), promises(dayStartMs));
    }

    private Promises promises(long dayStartMs) {
        Record row = database.ask(sql -> sql.fetchSingle(PROMISES, dayStartMs));
        return new Promises(number(row, "kept"), number(row, "given_up"));
    }

    private Map<AgentId, AgentDay> agents(long dayStartMs) {
        Map<AgentId, AgentDay> agents = new HashMap<>();
        for (Record row : database.ask(sql -> sql.fetch(BY_AGENT, dayStartMs, dayStartMs))) {
            agents.put(new AgentId(row.get("agent", String.class)),
                    new AgentDay(number(row, "answered"), number(row, "missed"), number(row, "talk_ms")));
        }
        return agents;
    }

    private static Counts counts(Record row) {
        return new Counts(number(row, "offered"), number(row, "answered"), number(row, "in_time"), number(row, "late"),
                number(row, "lost"), number(row, "abandoned"), number(row, "refused"), number(row, "diverted"));
    }

    private static Counts sum(Counts a, Counts b) {
        return new Counts(a.offered() + b.offered(), a.answered() + b.answered(), a.inTime() + b.inTime(),
                a.late() + b.late(), a.lost() + b.lost(), a.abandoned() + b.abandoned(), a.refused() + b.refused(),
                a.diverted() + b.diverted());
    }

    private static long number(Record row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
