package io.halfminute.config;

import java.time.Duration;

/**
 * The local durable outbox: what must not be lost is there before anything else happens with it.
 *
 * @param mostEntries beyond so many the server reports itself not ready: the database is away for too long
 * @param batch       entries carried to the database at once
 * @param retryFirst  pause after a failure; doubled each time
 * @param retryMost   the longest such pause
 */
public record OutboxConfig(int mostEntries, int batch, Duration retryFirst, Duration retryMost) {

    static OutboxConfig read(Section section) {
        return section.finish(new OutboxConfig(
                section.get("most-entries", 1_000_000, Values.integer(1_000, 100_000_000)),
                section.get("batch", 200, Values.integer(1, 10_000)),
                section.get("retry-first", Duration.ofMillis(200),
                        Values.duration(Duration.ofMillis(10), Duration.ofSeconds(60))),
                section.get("retry-most", Duration.ofSeconds(10),
                        Values.duration(Duration.ofMillis(100), Duration.ofMinutes(10)))));
    }
}
