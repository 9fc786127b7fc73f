package io.halfminute.store;

import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.halfminute.record.CallRecord;
import io.halfminute.store.Tables.Customers;
import io.halfminute.store.Tables.Tickets;
import io.halfminute.ticket.JoinPolicy;
import io.halfminute.ticket.PhoneNumbers;
import io.halfminute.ticket.Ticket;
import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketStatus;
import io.halfminute.ticket.TicketStory.Change;
import java.util.Optional;
import org.jooq.DSLContext;

/** Finds the ticket for a call that is new, or opens one. */
final class TicketOpener {

    /** Which ticket and which customer, null when his number is withheld. */
    record Place(long ticket, Long customer, boolean joined) {
    }

    private static final int LOOKED_AT = 5;

    private final PhoneNumbers numbers;
    private final JoinPolicy policy;

    TicketOpener(PhoneNumbers numbers, JoinPolicy policy) {
        this.numbers = numbers;
        this.policy = policy;
    }

    Place place(DSLContext sql, CallRecord call) {
        Optional<Long> customer = numbers.normalise(call.caller()).map(number -> customer(sql, call, number));
        Optional<Ticket> repeated = calledBackFor(sql, call).or(() -> customer.flatMap(id -> joinable(sql, id, call)));
        long ticket = repeated.map(Ticket::number).orElseGet(() -> open(sql, call, customer.orElse(null)));
        repeated.ifPresent(known -> join(sql, call, known));
        return new Place(ticket, customer.orElse(null), repeated.isPresent());
    }

    /** The update locks the customer's row, so that two calls of one customer cannot open two tickets at once. */
    private static long customer(DSLContext sql, CallRecord call, String number) {
        long arrivedMs = call.milestones().arrivedMs();
        String name = Json.clean(call.caller().name());
        return sql.insertInto(Customers.TABLE, Customers.NUMBER, Customers.NAME, Customers.FIRST_SEEN, Customers.LAST_SEEN)
                .values(number, name, arrivedMs, arrivedMs)
                .onConflict(Customers.NUMBER).doUpdate()
                .set(Customers.LAST_SEEN, greatest(Customers.LAST_SEEN, val(arrivedMs)))
                .set(Customers.NAME, when(val(name).ne(""), val(name)).otherwise(Customers.NAME))
                .returning(Customers.ID).fetchSingle(Customers.ID);
    }

    /** A callback is of the ticket in which it was promised. */
    private static Optional<Ticket> calledBackFor(DSLContext sql, CallRecord call) {
        Long ticket = call.isOutgoing() ? CallbackRows.ticket(sql, call.calledBack()) : null;
        return ticket == null ? Optional.empty()
                : TicketRows.select(sql).where(Tickets.NUMBER.eq(ticket)).fetchOptional(TicketRows::ticket);
    }

    private Optional<Ticket> joinable(DSLContext sql, long customer, CallRecord call) {
        return TicketRows.select(sql).where(Tickets.CUSTOMER.eq(customer))
                .and(Tickets.BRAND.isNotDistinctFrom(CallRows.text(call.brand())))
                .orderBy(Tickets.LAST_CALL.desc(), Tickets.NUMBER.desc()).limit(LOOKED_AT)
                .fetch(TicketRows::ticket).stream()
                .filter(ticket -> policy.joins(ticket, call.brand(), call.milestones().arrivedMs()))
                .findFirst();
    }

    private static void join(DSLContext sql, CallRecord call, Ticket ticket) {
        long arrivedMs = call.milestones().arrivedMs();
        sql.update(Tickets.TABLE)
                .set(Tickets.CALLS, Tickets.CALLS.plus(1))
                .set(Tickets.LAST_CALL, greatest(Tickets.LAST_CALL, val(arrivedMs)))
                .set(Tickets.CHANGED, greatest(Tickets.CHANGED, val(arrivedMs)))
                .where(Tickets.NUMBER.eq(ticket.number())).execute();
        TicketRows.insertChange(sql, ticket.number(),
                new Change(arrivedMs, Change.SERVER, "call", null, call.call().value()));
    }

    private static long open(DSLContext sql, CallRecord call, Long customer) {
        long arrivedMs = call.milestones().arrivedMs();
        long number = sql.insertInto(Tickets.TABLE)
                .set(Tickets.BRAND, CallRows.text(call.brand())).set(Tickets.CUSTOMER, customer)
                .set(Tickets.TOPIC, TicketClass.COMMON.name()).set(Tickets.STATUS, TicketStatus.OPEN.name())
                .set(Tickets.PRIORITY, TicketPriority.NORMAL.name())
                .set(Tickets.OPENED, arrivedMs).set(Tickets.CHANGED, arrivedMs).set(Tickets.LAST_CALL, arrivedMs)
                .set(Tickets.CALLS, 1)
                .returning(Tickets.NUMBER).fetchSingle(Tickets.NUMBER);
        TicketRows.insertChange(sql, number,
                new Change(arrivedMs, Change.SERVER, "opened", null, call.call().value()));
        return number;
    }
}
