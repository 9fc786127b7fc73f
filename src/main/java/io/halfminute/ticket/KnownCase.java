package io.halfminute.ticket;

import io.halfminute.agent.AgentId;
import java.util.List;

/**
 * What is unfinished between a customer and a shop.
 *
 * @param agent who last talked with him about it; null if nobody has
 * @param open  his unfinished tickets, those with the latest talk first, at most {@value #MOST_OPEN}
 */
public record KnownCase(AgentId agent, List<Matter> open) {

    /** Further tickets are not looked at. */
    public static final int MOST_OPEN = 10;
    /** Nothing is. */
    public static final KnownCase NONE = new KnownCase(null, List.of());

    /**
     * What an unfinished ticket is about.
     *
     * @param type null when there is none
     */
    public record Matter(TicketClass topic, TicketType type, TicketPriority priority) {
    }

    public KnownCase {
        open = List.copyOf(open);
    }
}
