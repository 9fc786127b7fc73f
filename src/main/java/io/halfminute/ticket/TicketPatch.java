package io.halfminute.ticket;

/**
 * What somebody wants to change. A field that is null stays as it is; a type that does not belong to a new class goes.
 *
 * @param version {@link Ticket#version} of the ticket that he looked at
 */
public record TicketPatch(int version, TicketClass topic, TicketType type, TicketStatus status, TicketPriority priority) {
    public TicketPatch {
        if (topic == null && type == null && status == null && priority == null) {
            throw new IllegalArgumentException("nothing to change: give a class, a type, a status or a priority");
        }
    }
}
