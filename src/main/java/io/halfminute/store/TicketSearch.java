package io.halfminute.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import io.halfminute.agent.AgentId;
import io.halfminute.store.Tables.Calls;
import io.halfminute.store.Tables.Customers;
import io.halfminute.store.Tables.Notes;
import io.halfminute.store.Tables.Tickets;
import io.halfminute.ticket.TicketFilter;
import org.jooq.Condition;

/** A {@link TicketFilter} as a condition over tickets joined with their customers. */
final class TicketSearch {

    private static final int MOST_DIGITS = 18;

    private TicketSearch() {
    }

    static Condition condition(TicketFilter filter) {
        return noCondition()
                .and(filter.fromMs() == 0 ? noCondition() : Tickets.OPENED.ge(filter.fromMs()))
                .and(filter.toMs() == 0 ? noCondition() : Tickets.OPENED.lt(filter.toMs()))
                .and(filter.statuses().isEmpty() ? noCondition()
                        : Tickets.STATUS.in(filter.statuses().stream().map(Enum::name).toList()))
                .and(filter.topics().isEmpty() ? noCondition()
                        : Tickets.TOPIC.in(filter.topics().stream().map(Enum::name).toList()))
                .and(filter.brand() == null ? noCondition() : Tickets.BRAND.eq(filter.brand().value()))
                .and(filter.number() == null ? noCondition() : Customers.NUMBER.contains(filter.number()))
                .and(filter.agent() == null ? noCondition() : talked(filter.agent()))
                .and(filter.text() == null ? noCondition() : says(filter.text()));
    }

    private static Condition talked(AgentId agent) {
        return exists(selectOne().from(Calls.TABLE).where(Calls.TICKET.eq(Tickets.NUMBER))
                .and(Calls.AGENTS.contains(new String[] {agent.value()})));
    }

    private static Condition says(String text) {
        Condition inNotes = exists(selectOne().from(Notes.TABLE).where(Notes.TICKET.eq(Tickets.NUMBER))
                .and(Notes.BODY.containsIgnoreCase(text)));
        Condition found = inNotes.or(Customers.NAME.containsIgnoreCase(text));
        return text.matches("[0-9]{1," + MOST_DIGITS + "}") ? found.or(Tickets.NUMBER.eq(Long.parseLong(text))) : found;
    }
}
