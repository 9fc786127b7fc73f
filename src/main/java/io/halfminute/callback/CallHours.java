package io.halfminute.callback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When customers may be rung: each day from one minute of the day to another, by the wall clocks of a zone.
 *
 * @param zone       such as {@code Asia/Shanghai}
 * @param fromMinute of the day, from 0
 * @param toMinute   up to and without it; at most 1440, larger than {@code fromMinute}
 */
public record CallHours(String zone, int fromMinute, int toMinute) {

    private static final int DAY = 24 * 60;

    /** Around the clock. */
    public static final CallHours ALWAYS = new CallHours("UTC", 0, DAY);

    public CallHours {
        if (fromMinute < 0 || toMinute > DAY || fromMinute >= toMinute) {
            throw new IllegalArgumentException("hours from minute " + fromMinute + " to minute " + toMinute
                    + ": what would do is such as 540 to 1260, that is 09:00 to 21:00");
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone \"" + zone + "\": what would do is such as Asia/Shanghai", e);
        }
    }

    /** The first moment not before {@code ms} at which a customer may be rung. */
    public long nextMs(long ms) {
        ZonedDateTime there = Instant.ofEpochMilli(ms).atZone(ZoneId.of(zone));
        int minute = there.getHour() * 60 + there.getMinute();
        if (minute >= fromMinute && minute < toMinute) {
            return ms;
        }
        ZonedDateTime day = minute < fromMinute ? there : there.plusDays(1);
        return day.with(LocalTime.ofSecondOfDay(fromMinute * 60L)).toInstant().toEpochMilli();
    }
}
