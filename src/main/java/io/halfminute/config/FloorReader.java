package io.halfminute.config;

import io.halfminute.alarm.AlarmKind;
import io.halfminute.alarm.FloorRule;
import java.time.Duration;
import java.util.Optional;

/** Reads how many agents have to be ready for a queue or with a skill, and when. */
final class FloorReader {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private FloorReader() {
    }

    /** @param owner the queue or skill that may have a {@code floor} */
    static Optional<FloorRule> read(AlarmKind kind, String subject, Section owner) {
        Section section = owner.section("floor");
        if (!owner.has("floor")) {
            return Optional.empty();
        }
        Integer ready = section.require("ready", Values.integer(1, 10_000));
        int from = minute(section.get("from", "00:00", Values.matching(TIME, "a time such as \"08:30\", in quotes")));
        int to = minute(section.get("to", "24:00", Values.matching(TIME + "|24:00", "a time such as \"15:00\", in quotes")));
        Duration after = section.get("after", Duration.ofSeconds(30), Values.duration(Duration.ofSeconds(1), Duration.ofHours(1)));
        return section.build(() -> new FloorRule(kind, subject, ready, from, to, after.toMillis()));
    }

    private static int minute(String time) {
        return 60 * Integer.parseInt(time.substring(0, 2)) + Integer.parseInt(time.substring(3));
    }
}
