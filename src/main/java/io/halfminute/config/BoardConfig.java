package io.halfminute.config;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What wallboard and reports count by.
 *
 * @param timeZone   whose day it is
 * @param dayStarts  when a working day starts; calls after midnight and before it belong to the day before
 * @param now        how far back "now" reaches in the service level
 * @param refresh    how often a browser is told at most
 */
public record BoardConfig(ZoneId timeZone, LocalTime dayStarts, Duration now, Duration refresh) {

    static BoardConfig read(Section section) {
        return section.finish(new BoardConfig(
                section.get("time-zone", ZoneId.of("Asia/Shanghai"), Values.zone()),
                LocalTime.of(section.get("first-hour", 0, Values.integer(0, 23)), 0),
                section.get("now", Duration.ofMinutes(15),
                        Values.duration(Duration.ofMinutes(1), Duration.ofHours(24))),
                section.get("refresh", Duration.ofMillis(250),
                        Values.duration(Duration.ofMillis(50), Duration.ofSeconds(10)))));
    }
}
