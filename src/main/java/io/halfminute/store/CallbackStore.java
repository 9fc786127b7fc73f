package io.halfminute.store;

import static org.jooq.impl.DSL.noCondition;

import io.halfminute.callback.Callback;
import io.halfminute.record.CallbackQueries;
import io.halfminute.store.Tables.Callbacks;
import java.util.List;
import org.jooq.Condition;

/** {@link CallbackQueries} on PostgreSQL. */
public final class CallbackStore implements CallbackQueries {

    private final Database database;

    public CallbackStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Callback> list(Boolean open, int limit) {
        return list(open == null ? noCondition() : Callbacks.OPEN.eq(open), limit);
    }

    @Override
    public List<Callback> ofTicket(long ticket, int limit) {
        return list(Callbacks.TICKET.eq(ticket), limit);
    }

    private List<Callback> list(Condition which, int limit) {
        return database.ask(sql -> sql.selectFrom(Callbacks.TABLE).where(which).orderBy(Callbacks.ID.desc())
                .limit(Math.min(limit, MOST)).fetch(row -> CallbackRows.read(row.get(Callbacks.BODY).data())));
    }
}
