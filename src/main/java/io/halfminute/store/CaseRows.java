package io.halfminute.store;

import static io.halfminute.store.CallRows.id;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.halfminute.agent.AgentId;
import io.halfminute.store.Tables.Calls;
import io.halfminute.store.Tables.Customers;
import io.halfminute.store.Tables.Tickets;
import io.halfminute.ticket.KnownCase;
import io.halfminute.ticket.KnownCase.Matter;
import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketType;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;

/** What is unfinished between a customer and a shop, found in one question: each arrival asks it. */
final class CaseRows {

    private CaseRows() {
    }

    static KnownCase find(DSLContext sql, Condition ticketsOfCustomer) {
        Table<?> talk = lateral(select(Calls.AGENTS, Calls.ARRIVED, Calls.ID).from(Calls.TABLE)
                .where(Calls.TICKET.eq(Tickets.NUMBER)).and(cardinality(Calls.AGENTS).gt(0))
                .orderBy(Calls.ARRIVED.desc(), Calls.ID.desc()).limit(1)).as("talk");
        Result<? extends Record> rows = sql.select(Tickets.TOPIC, Tickets.TYPE, Tickets.PRIORITY, talk.field(Calls.AGENTS))
                .from(Tickets.TABLE).join(Customers.TABLE).on(Tickets.CUSTOMER.eq(Customers.ID))
                .leftJoin(talk).on(trueCondition()).where(ticketsOfCustomer)
                .orderBy(talk.field(Calls.ARRIVED).desc().nullsLast(), talk.field(Calls.ID).desc().nullsLast(),
                        Tickets.LAST_CALL.desc(), Tickets.NUMBER.desc())
                .limit(KnownCase.MOST_OPEN).fetch();
        String[] agents = rows.isEmpty() ? null : rows.getFirst().get(talk.field(Calls.AGENTS));
        return new KnownCase(agents == null ? null : new AgentId(agents[agents.length - 1]),
                List.copyOf(rows.map(CaseRows::matter)));
    }

    private static Matter matter(Record row) {
        return new Matter(TicketClass.valueOf(row.get(Tickets.TOPIC)), id(row.get(Tickets.TYPE), TicketType::valueOf),
                TicketPriority.valueOf(row.get(Tickets.PRIORITY)));
    }
}
