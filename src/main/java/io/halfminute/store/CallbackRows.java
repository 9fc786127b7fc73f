package io.halfminute.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackRequest;
import io.halfminute.record.CalledBack;
import io.halfminute.store.Tables.Callbacks;
import io.halfminute.store.Tables.Calls;
import io.halfminute.ticket.TicketStory.Change;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Callbacks as rows and back; their tickets say what has become of them. */
final class CallbackRows {

    private static final TypeReference<Callback> CALLBACK = new TypeReference<>() { };

    private CallbackRows() {
    }

    static Callback read(String json) {
        return Json.read(json, CALLBACK);
    }

    static List<Callback> open(DSLContext sql) {
        return sql.selectFrom(Callbacks.TABLE).where(Callbacks.OPEN.isTrue()).orderBy(Callbacks.ID)
                .fetch(row -> read(row.get(Callbacks.BODY).data()));
    }

    /** Puts it in the place of what was known, unless a later leadership, or a later change, was sooner here. */
    static void write(DSLContext sql, Callback callback, long epoch) {
        String before = sql.select(Callbacks.STATE).from(Callbacks.TABLE).where(Callbacks.ID.eq(callback.id().value()))
                .fetchOptional(Callbacks.STATE).orElse(null);
        Long ticket = ticket(sql, callback.request());
        JSONB body = JSONB.valueOf(Json.write(callback));
        int rows = sql.insertInto(Callbacks.TABLE)
                .set(Callbacks.ID, callback.id().value()).set(Callbacks.NUMBER, callback.request().number())
                .set(Callbacks.STATE, callback.state().name()).set(Callbacks.OPEN, callback.isOpen())
                .set(Callbacks.TICKET, ticket).set(Callbacks.CHANGED, callback.changedMs()).set(Callbacks.EPOCH, epoch)
                .set(Callbacks.BODY, body)
                .onConflict(Callbacks.ID).doUpdate()
                .set(Callbacks.STATE, callback.state().name()).set(Callbacks.OPEN, callback.isOpen())
                .set(Callbacks.TICKET, ticket).set(Callbacks.CHANGED, callback.changedMs()).set(Callbacks.EPOCH, epoch)
                .set(Callbacks.BODY, body)
                .where(Callbacks.EPOCH.le(epoch)).execute();
        if (rows > 0 && ticket != null && !callback.state().name().equals(before)) {
            TicketRows.insertChange(sql, ticket, new Change(callback.changedMs(), author(callback), "callback", before,
                    callback.state().name()));
        }
    }

    private static String author(Callback callback) {
        return callback.request().by().isEmpty() ? Change.SERVER : callback.request().by();
    }

    private static Long ticket(DSLContext sql, CallbackRequest request) {
        return ticket(sql, request.ticket(), request.from() == null ? null : request.from().value());
    }

    /** The ticket in which a call of our own is kept; null where only its number says. */
    static Long ticket(DSLContext sql, CalledBack calledBack) {
        return ticket(sql, calledBack.ticket(), calledBack.from() == null ? null : calledBack.from().value());
    }

    private static Long ticket(DSLContext sql, long named, String call) {
        if (named > 0) {
            return sql.select(Tables.Tickets.NUMBER).from(Tables.Tickets.TABLE).where(Tables.Tickets.NUMBER.eq(named))
                    .fetchOptional(Tables.Tickets.NUMBER).orElse(null);
        }
        return call == null ? null : sql.select(Calls.TICKET).from(Calls.TABLE).where(Calls.ID.eq(call))
                .fetchOptional(Calls.TICKET).orElse(null);
    }
}
