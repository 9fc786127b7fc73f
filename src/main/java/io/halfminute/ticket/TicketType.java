package io.halfminute.ticket;

/** Which complaint (CMP-CLASS) or which after-sales request (AFT); the names are part of the HTTP API. */
public enum TicketType {
    /** A complaint about a product. */
    PRODUCT_QUALITY(TicketClass.COMPLAINT),
    /** A complaint about after-sales service. */
    AFTER_SALES_SERVICE(TicketClass.COMPLAINT),
    /** A complaint about delivery. */
    LOGISTICS(TicketClass.COMPLAINT),
    /** The goods come back. */
    RETURN(TicketClass.AFTER_SALES),
    /** The goods are exchanged. */
    EXCHANGE(TicketClass.AFTER_SALES),
    /** The goods are repaired. */
    REPAIR(TicketClass.AFTER_SALES),
    /** The goods are maintained. */
    MAINTENANCE(TicketClass.AFTER_SALES);

    private final TicketClass owner;

    TicketType(TicketClass owner) {
        this.owner = owner;
    }

    /** The class whose type it is. */
    public TicketClass owner() {
        return owner;
    }
}
