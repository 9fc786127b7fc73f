package io.halfminute.ledger;

import io.halfminute.record.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Hours and working days of the hotline as instants. Where clocks are put back an hour comes twice, as two rows; where they
 * are put forward a day has 23.
 *
 * @param zone      whose clock
 * @param dayStarts when a working day starts; calls after midnight and before it belong to the day before
 */
public record Calendar(ZoneId zone, LocalTime dayStarts) {

    /** Rows of one report at most. */
    public static final int MAX_ROWS = 1_000;

    /**
     * The beginnings of the hours or days that touch the window, the first maybe before it.
     *
     * @throws IllegalArgumentException when there are more than {@link #MAX_ROWS}
     */
    List<Long> beginnings(Window window, Grouping by) {
        List<Long> beginnings = new ArrayList<>();
        long at = by == Grouping.DAY ? dayOf(window.fromMs()) : at(window.fromMs()).truncatedTo(ChronoUnit.HOURS).toInstant()
                .toEpochMilli();
        while (at < window.toMs()) {
            if (beginnings.size() == MAX_ROWS) {
                throw new IllegalArgumentException("from " + window.fromMs() + " to " + window.toMs() + " by "
                        + (by == Grouping.DAY ? "day" : "hour") + " is more than " + MAX_ROWS
                        + " rows; ask for a shorter period, or by day");
            }
            beginnings.add(at);
            at = by == Grouping.DAY ? nextDay(at) : nextHour(at);
        }
        return beginnings;
    }

    private ZonedDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atZone(zone);
    }

    /** In a zone whose clocks jump by half an hour the hour before the jump has another length. */
    private long nextHour(long ms) {
        long later = ms + 3_600_000;
        long whole = at(later).truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli();
        return whole > ms ? whole : later;
    }

    private long dayOf(long ms) {
        LocalDate date = at(ms).toLocalDate();
        long start = start(date);
        return start > ms ? start(date.minusDays(1)) : start;
    }

    private long nextDay(long ms) {
        return start(at(ms).toLocalDate().plusDays(1));
    }

    private long start(LocalDate date) {
        return date.atTime(dayStarts).atZone(zone).toInstant().toEpochMilli();
    }
}
