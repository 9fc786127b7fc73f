package io.halfminute.ticket;

import io.halfminute.call.BrandId;

/**
 * A ticket without its notes, history and calls.
 *
 * @param number     counts up from 1; gaps are possible
 * @param version    grows with every change by people; to be handed back with a change
 * @param brand      null when the number that was dialled belongs to nobody
 * @param customer   null when the caller withheld his number
 * @param lastCallMs when the latest call in it arrived
 * @param calls      how many calls are in it
 * @param notes      how many notes are on it
 */
public record Ticket(long number, int version, BrandId brand, Customer customer, TicketClass topic, TicketStatus status,
                     TicketPriority priority, long openedMs, long changedMs, long lastCallMs, int calls, int notes) {
}
