package io.halfminute.ticket;

/**
 * A customer, known by his number.
 *
 * @param number E.164 with {@code +} where it is a number of the public network, else the digits as the PBX gave them
 */
public record Customer(long id, String number, String name, long firstSeenMs, long lastSeenMs) {
}
