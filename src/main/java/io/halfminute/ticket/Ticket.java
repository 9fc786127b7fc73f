package io.halfminute.ticket;

import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallerId;

/**
 * A ticket without its notes, history and calls.
 *
 * @param number     counts up from 1; gaps are possible
 * @param version    grows with every change of class, type, status or priority; to be handed back with a change
 * @param brand      null when the number that was dialled belongs to nobody
 * @param customer   number and name as last known; both empty when the caller withheld his number
 * @param type       null when there is none
 * @param changedMs  when anything of it last changed: a field, a note, a call
 * @param lastCallMs when the latest call in it arrived
 * @param calls      how many calls are in it
 */
public record Ticket(long number, int version, BrandId brand, CallerId customer, TicketClass topic, TicketType type,
                     TicketStatus status, TicketPriority priority, long openedMs, long changedMs, long lastCallMs,
                     int calls) {
}
