package io.halfminute.store;

import static io.halfminute.store.CallRows.id;

import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.store.Tables.Changes;
import io.halfminute.store.Tables.Customers;
import io.halfminute.store.Tables.Notes;
import io.halfminute.store.Tables.Tickets;
import io.halfminute.ticket.Customer;
import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketStatus;
import io.halfminute.ticket.TicketStory.Change;
import io.halfminute.ticket.TicketStory.Note;
import io.halfminute.ticket.TicketType;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;

/** Tickets and what belongs to them as rows and back. */
final class TicketRows {

    private static final List<Field<?>> COLUMNS = List.of(Tickets.NUMBER, Tickets.VERSION, Tickets.BRAND, Tickets.TOPIC,
            Tickets.TYPE, Tickets.STATUS, Tickets.PRIORITY, Tickets.OPENED, Tickets.CHANGED, Tickets.LAST_CALL,
            Tickets.CALLS, Customers.NUMBER, Customers.NAME);

    private TicketRows() {
    }

    /** Tickets with their customers. */
    static SelectJoinStep<Record> select(DSLContext sql) {
        return sql.select(COLUMNS).from(Tickets.TABLE)
                .leftJoin(Customers.TABLE).on(Customers.ID.eq(Tickets.CUSTOMER));
    }

    static Ticket ticket(Record row) {
        return new Ticket(row.get(Tickets.NUMBER), row.get(Tickets.VERSION), id(row.get(Tickets.BRAND), BrandId::new),
                new CallerId(row.get(Customers.NUMBER), row.get(Customers.NAME)),
                TicketClass.valueOf(row.get(Tickets.TOPIC)), id(row.get(Tickets.TYPE), TicketType::valueOf),
                TicketStatus.valueOf(row.get(Tickets.STATUS)), TicketPriority.valueOf(row.get(Tickets.PRIORITY)),
                row.get(Tickets.OPENED), row.get(Tickets.CHANGED), row.get(Tickets.LAST_CALL), row.get(Tickets.CALLS));
    }

    static Note note(Record row) {
        return new Note(row.get(Notes.ID), row.get(Notes.AT), row.get(Notes.AUTHOR), row.get(Notes.BODY),
                id(row.get(Notes.CALL), CallId::new));
    }

    static Change change(Record row) {
        return new Change(row.get(Changes.AT), row.get(Changes.AUTHOR), row.get(Changes.WHAT), row.get(Changes.BEFORE),
                row.get(Changes.AFTER));
    }

    static Customer customer(Record row) {
        return new Customer(row.get(Customers.ID), row.get(Customers.NUMBER), row.get(Customers.NAME),
                row.get(Customers.FIRST_SEEN), row.get(Customers.LAST_SEEN));
    }

    static void insertChange(DSLContext sql, long ticket, Change change) {
        sql.insertInto(Changes.TABLE, Changes.TICKET, Changes.AT, Changes.AUTHOR, Changes.WHAT, Changes.BEFORE,
                        Changes.AFTER)
                .values(ticket, change.atMs(), change.author(), change.what(), change.before(), change.after())
                .execute();
    }
}
