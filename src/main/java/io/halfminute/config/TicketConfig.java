package io.halfminute.config;

import java.time.Duration;

/**
 * How calls become tickets.
 *
 * @param repeatWithin a call of the same number within this time joins its open ticket; zero: each call is a ticket
 * @param region       where a number without a country is at home, two letters of ISO 3166
 */
public record TicketConfig(Duration repeatWithin, String region) {

    static TicketConfig read(Section section) {
        return section.finish(new TicketConfig(section.get("repeat-within", Duration.ofHours(24),
                Values.duration(Duration.ZERO, Duration.ofDays(90))),
                section.get("region", "CN", Values.matching("[A-Z]{2}", "two capital letters of ISO 3166, such as CN"))));
    }
}
