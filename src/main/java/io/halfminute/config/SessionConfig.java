package io.halfminute.config;

import java.time.Duration;

/**
 * Who is signed in at the pages and the API, and how much he may ask.
 *
 * @param lifetime          after so long one signs in again
 * @param mostSessions      at the same time; the oldest gives way
 * @param signInsPerMinute  attempts from one address, and for one user, before the answer is to wait
 * @param requestsPerSecond of one session
 */
public record SessionConfig(Duration lifetime, int mostSessions, int signInsPerMinute, int requestsPerSecond) {

    static SessionConfig read(Section section) {
        return section.finish(new SessionConfig(
                section.get("lifetime", Duration.ofHours(12),
                        Values.duration(Duration.ofMinutes(1), Duration.ofDays(30))),
                section.get("most-sessions", 2_000, Values.integer(1, 1_000_000)),
                section.get("sign-ins-per-minute", 10, Values.integer(1, 10_000)),
                section.get("requests-per-second", 50, Values.integer(1, 100_000))));
    }
}
