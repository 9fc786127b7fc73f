package io.halfminute.ledger;

/** By what a report groups its calls; the names are part of the HTTP API. */
public enum Grouping {
    /** The queue that the call was last in. */
    QUEUE,
    /** The shop whose number was dialled. */
    BRAND,
    /** A skill that was asked for. A call that asked for several is in the row of each. */
    SKILL,
    /** The hour of arrival on the hotline's clock. */
    HOUR,
    /** The working day of arrival on the hotline's clock. */
    DAY;

    /** Whether its rows are stretches of time. */
    public boolean isOfTime() {
        return this == HOUR || this == DAY;
    }
}
