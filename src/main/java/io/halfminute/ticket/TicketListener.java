package io.halfminute.ticket;

import io.halfminute.pbx.CallId;

/** Is told, after it is stored, which ticket a call is in. Called on the store's thread: must return at once. */
@FunctionalInterface
public interface TicketListener {

    /**
     * @param ticket its number
     * @param joined the ticket was there before; false when it was opened for this call
     */
    void ticketOfCall(CallId call, long ticket, boolean joined);
}
