package io.halfminute.config;

import io.halfminute.routing.RoutingSpec;
import java.time.Duration;

/** Reads how calls and agents are brought together. */
final class RoutingReader {

    private RoutingReader() {
    }

    static RoutingSpec read(Section section) {
        RoutingSpec standard = RoutingSpec.DEFAULT;
        return section.finish(new RoutingSpec(
                ms(section, "postpone-late", standard.postponeLateMs(), Duration.ZERO, Duration.ofHours(1)),
                section.get("phones-at-once", standard.phonesAtOnce(), Values.integer(1, 10)),
                section.get("named-share", standard.namedShare(), Values.share()),
                section.get("hope", standard.hope(), Values.share()),
                ms(section, "least-ring", standard.leastRingMs(), Duration.ofSeconds(1), Duration.ofMinutes(2))));
    }

    private static int ms(Section section, String key, int standardMs, Duration least, Duration most) {
        return Math.toIntExact(section.get(key, Duration.ofMillis(standardMs), Values.duration(least, most)).toMillis());
    }
}
