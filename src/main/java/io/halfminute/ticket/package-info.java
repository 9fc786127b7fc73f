/**
 * Tickets: what a customer wants, until it is done. Every call is in exactly one; it is opened when the call arrives, so that
 * the agent has it before he speaks (TEL-PERS, TEL-LOG).
 *
 * <p>{@link io.halfminute.ticket.JoinPolicy} says which ticket a call belongs to, {@link io.halfminute.ticket.TicketEdit} what
 * a change of a ticket does, {@link io.halfminute.ticket.PhoneNumbers} which numbers are the same customer. All of them are
 * pure; {@link io.halfminute.ticket.TicketDesk} is the port through which people read and change tickets.
 */
package io.halfminute.ticket;
