package io.halfminute.config;

import java.time.Duration;

/**
 * How calls become tickets.
 *
 * @param repeatWithin a call of the same number within this time joins its open ticket; zero: each call is a ticket
 */
public record TicketConfig(Duration repeatWithin) {

    static TicketConfig read(Section section) {
        return section.finish(new TicketConfig(section.get("repeat-within", Duration.ofHours(24),
                Values.duration(Duration.ZERO, Duration.ofDays(90)))));
    }
}
