package io.halfminute.ticket;

/** What a ticket is about (ASK-CLASS, CMP-CLASS, AFT); the names are part of the HTTP API. */
public enum TicketClass {
    /** A question that has a standard answer; also what nobody has sorted yet. */
    COMMON,
    /** A question that goes up to a superior or another department. */
    SPECIAL,
    /** A question that cannot wait. */
    URGENT,
    /** A complaint; has a {@link TicketType}. */
    COMPLAINT,
    /** A request after the sale; has a {@link TicketType}. */
    AFTER_SALES
}
