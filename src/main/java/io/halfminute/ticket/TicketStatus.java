package io.halfminute.ticket;

/** Where a ticket stands; the names are part of the HTTP API. */
public enum TicketStatus {
    /** Somebody has to do something. */
    OPEN,
    /** Somebody is doing it. */
    IN_PROGRESS,
    /** Waits for the customer or for somebody outside. */
    WAITING,
    /** Done as far as the hotline can tell. */
    SOLVED,
    /** Over; only opening it again is possible. */
    CLOSED;

    /** Whether there is still something to do; a repeat call joins only such a ticket. */
    public boolean isUnfinished() {
        return this == OPEN || this == IN_PROGRESS || this == WAITING;
    }

    /** Whether a ticket may go from here to there. */
    public boolean mayBecome(TicketStatus next) {
        return this != CLOSED || next == OPEN || next == CLOSED;
    }
}
