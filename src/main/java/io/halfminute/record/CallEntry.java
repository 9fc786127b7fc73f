package io.halfminute.record;

/**
 * A call as it is kept.
 *
 * @param ticket the number of the ticket that the call is in; 0 only in the moment before it has one
 */
public record CallEntry(CallRecord call, long ticket) {
}
