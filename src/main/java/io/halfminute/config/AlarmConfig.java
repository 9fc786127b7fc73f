package io.halfminute.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What is watched, and who is told.
 *
 * @param window      how far back misses, broken rules and dropped events count
 * @param missedShare more missed deadlines of a hundred calls are an alarm
 * @param missedCalls fewer calls than so many say nothing of a share
 * @param webhooks    are told every alarm
 * @param mostWaiting messages that wait for one of them
 * @param retryFirst  pause after a failure; doubled each time
 * @param retryMost   the longest such pause
 * @param timeout     of one try
 */
public record AlarmConfig(Duration window, int missedShare, int missedCalls, List<URI> webhooks, int mostWaiting,
                          Duration retryFirst, Duration retryMost, Duration timeout) {

    private static final String ADDRESS = "https?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?(/[A-Za-z0-9._~/?=&%+-]{0,500})?";

    public AlarmConfig {
        webhooks = List.copyOf(webhooks);
    }

    static AlarmConfig read(Section section) {
        Duration retryFirst = section.get("retry-first", Duration.ofSeconds(1),
                Values.duration(Duration.ofMillis(100), Duration.ofMinutes(1)));
        return section.finish(new AlarmConfig(
                section.get("window", Duration.ofMinutes(10), Values.duration(Duration.ofMinutes(1), Duration.ofHours(1))),
                section.get("missed-share", 20, Values.integer(0, 100)),
                section.get("missed-calls", 10, Values.integer(1, 10_000)),
                section.list("webhooks", Values.matching(ADDRESS, "an address such as https://example.com/alarms")).stream()
                        .map(URI::create).toList(),
                section.get("most-waiting", 1_000, Values.integer(1, 100_000)),
                retryFirst,
                section.get("retry-most", Duration.ofMinutes(5), Values.duration(retryFirst, Duration.ofHours(1))),
                section.get("timeout", Duration.ofSeconds(5),
                        Values.duration(Duration.ofMillis(100), Duration.ofMinutes(1)))));
    }
}
