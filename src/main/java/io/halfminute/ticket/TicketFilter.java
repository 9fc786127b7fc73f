package io.halfminute.ticket;

import io.halfminute.agent.AgentId;
import io.halfminute.call.BrandId;
import io.halfminute.record.Texts;
import java.util.Set;

/**
 * Which tickets are wanted. A criterion that is null, empty or 0 does not matter; all others must hold.
 *
 * @param fromMs   opened at or after
 * @param toMs     opened before
 * @param statuses one of these
 * @param topics   one of these
 * @param number   part of the customer's number, as digits
 * @param agent    talked in one of its calls
 * @param text     part of a note or of the customer's name, whatever its case; or the ticket's number
 */
public record TicketFilter(long fromMs, long toMs, Set<TicketStatus> statuses, Set<TicketClass> topics, BrandId brand,
                           String number, AgentId agent, String text) {

    /** Every ticket. */
    public static final TicketFilter ALL = new TicketFilter(0, 0, Set.of(), Set.of(), null, null, null, null);
    /** Longest text that is searched for. */
    public static final int MAX_TEXT = 100;

    public TicketFilter {
        statuses = statuses == null ? Set.of() : Set.copyOf(statuses);
        topics = topics == null ? Set.of() : Set.copyOf(topics);
        number = Texts.digits(number, MAX_TEXT);
        text = Texts.search(text, MAX_TEXT);
    }
}
