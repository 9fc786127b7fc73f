package io.halfminute.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import io.halfminute.call.CallEnd;
import io.halfminute.queue.QueueId;
import io.halfminute.record.ServiceCounts;
import io.halfminute.record.Window;
import io.halfminute.store.Tables.Calls;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Counts calls for the service level; what each count means is with {@link ServiceCounts}. */
final class CallCounts {

    private static final Field<Long> WAIT = Calls.ANSWERED.minus(Calls.ARRIVED);

    private final Database database;
    private final InstantSource clock;

    CallCounts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    ServiceCounts of(Window window, QueueId queue, int targetMs) {
        Condition which = queue == null ? noCondition() : Calls.QUEUE.eq(queue.value());
        return database.ask(sql -> counts(sql.select(columns(targetMs)).from(Calls.TABLE).where(inside(window)).and(which)
                .fetchSingle(), queue, targetMs));
    }

    List<ServiceCounts> byQueue(Window window, int targetMs) {
        List<Field<?>> columns = new ArrayList<>(columns(targetMs));
        columns.add(Calls.QUEUE);
        return database.ask(sql -> {
            SelectConditionStep<Record> select = sql.select(columns).from(Calls.TABLE).where(inside(window))
                    .and(Calls.QUEUE.isNotNull());
            return select.groupBy(Calls.QUEUE).orderBy(Calls.QUEUE)
                    .fetch(row -> counts(row, new QueueId(row.get(Calls.QUEUE)), targetMs));
        });
    }

    private static Condition inside(Window window) {
        return Calls.ARRIVED.ge(window.fromMs()).and(Calls.ARRIVED.lt(window.toMs()));
    }

    private List<Field<?>> columns(int targetMs) {
        Condition undecided = Calls.ENDED.isNull().and(Calls.ANSWERED.isNull())
                .and(Calls.ARRIVED.ge(clock.millis() - targetMs));
        return List.of(
                count().filterWhere(undecided.not()).as("offered"),
                count().filterWhere(Calls.ANSWERED.isNotNull()).as("answered"),
                count().filterWhere(WAIT.le((long) targetMs)).as("in_time"),
                ended(CallEnd.ABANDONED), ended(CallEnd.CALLBACK_TAKEN), ended(CallEnd.VOICEMAIL),
                ended(CallEnd.DIVERTED), ended(CallEnd.REFUSED),
                coalesce(sum(WAIT), BigDecimal.ZERO).as("wait_sum"),
                coalesce(max(WAIT), 0L).as("wait_max"));
    }

    private static Field<Integer> ended(CallEnd end) {
        return count().filterWhere(Calls.ENDED_HOW.eq(end.name())).as(end.name());
    }

    private static ServiceCounts counts(Record row, QueueId queue, int targetMs) {
        return new ServiceCounts(queue, targetMs, number(row, "offered"), number(row, "answered"), number(row, "in_time"),
                number(row, CallEnd.ABANDONED.name()), number(row, CallEnd.CALLBACK_TAKEN.name()),
                number(row, CallEnd.VOICEMAIL.name()), number(row, CallEnd.DIVERTED.name()),
                number(row, CallEnd.REFUSED.name()), number(row, "wait_sum"), number(row, "wait_max"));
    }

    private static long number(Record row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
