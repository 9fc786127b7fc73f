package io.halfminute.config;

import java.time.Duration;

/**
 * Who is signed in at the pages and the API, and how much he may ask.
 *
 * @param lifetime          after so long one signs in again
 * @param mostOfUser        sessions of one user at the same time; the oldest gives way
 * @param wrongTries        of one user from one address, before the answer is to wait
 * @param wrongTriesOfAddress from one address
 * @param wrongTriesOfUser  for one user from anywhere
 * @param wrongTriesWithin  how long a wrong try counts
 * @param requestsPerSecond of one session
 */
public record SessionConfig(Duration lifetime, int mostOfUser, int wrongTries, int wrongTriesOfAddress,
                            int wrongTriesOfUser, Duration wrongTriesWithin, int requestsPerSecond) {

    static SessionConfig read(Section section) {
        return section.finish(new SessionConfig(
                section.get("lifetime", Duration.ofHours(12),
                        Values.duration(Duration.ofMinutes(1), Duration.ofDays(30))),
                section.get("most-of-user", 10, Values.integer(1, 1_000)),
                section.get("wrong-tries", 5, Values.integer(1, 1_000)),
                section.get("wrong-tries-of-address", 50, Values.integer(1, 100_000)),
                section.get("wrong-tries-of-user", 100, Values.integer(1, 100_000)),
                section.get("wrong-tries-within", Duration.ofMinutes(5),
                        Values.duration(Duration.ofSeconds(1), Duration.ofDays(1))),
                section.get("requests-per-second", 50, Values.integer(1, 100_000))));
    }
}
