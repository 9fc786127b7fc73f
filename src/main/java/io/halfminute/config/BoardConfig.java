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
public record BoardConfig(ZoneId timeZone, LocalTime dayStarts, Duration now, Duration refresh, Slowing slowing) {

    /**
     * What gives way when the machine that looks after calls is late.
     *
     * @param from    from which lateness on
     * @param refresh a board is made at most once in that time then, and nothing is foretold
     * @param stays   for how long after the machine was last late
     */
    public record Slowing(Duration from, Duration refresh, Duration stays) {
        static Slowing read(Section section) {
            return new Slowing(
                    section.get("slow-from", Duration.ofMillis(100), Values.duration(Duration.ofMillis(5), Duration.ofSeconds(10))),
                    section.get("slow-refresh", Duration.ofSeconds(2), Values.duration(Duration.ofMillis(100), Duration.ofMinutes(1))),
                    section.get("slow-for", Duration.ofSeconds(5), Values.duration(Duration.ofMillis(500), Duration.ofMinutes(10))));
        }
    }

    static BoardConfig read(Section section) {
        return section.finish(new BoardConfig(
                section.get("time-zone", ZoneId.of("Asia/Shanghai"), Values.zone()),
                LocalTime.of(section.get("first-hour", 0, Values.integer(0, 23)), 0),
                section.get("now", Duration.ofMinutes(15),
                        Values.duration(Duration.ofMinutes(1), Duration.ofHours(24))),
                section.get("refresh", Duration.ofMillis(250),
                        Values.duration(Duration.ofMillis(50), Duration.ofSeconds(10))),
                Slowing.read(section)));
    }
}
