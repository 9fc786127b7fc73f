package io.halfminute.day;

import io.halfminute.call.CallEnd;
import io.halfminute.record.CallRecord;
import io.halfminute.record.Segment;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The calls of a recorded day, as {@code simulate --arrivals} reads them: when, which number was dialled, how long one who gave up
 * waited, how long one who was answered talked. What the record cannot know is left empty, and drawn when it is played.
 */
public final class DayArrivals {

    private static final String HEADINGS = "time,number,patience_s,talk_s\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final double MOST_SECONDS = 86_400;

    private DayArrivals() {
    }

    /** The file's text. */
    public static String text(RecordedDay day) {
        return day.playable().stream().map(call -> line(day, call)).collect(Collectors.joining("", HEADINGS, ""));
    }

    private static String line(RecordedDay day, CallRecord call) {
        long ofDayMs = Math.floorMod(day.startHour() * RecordedDay.HOUR_MS + day.afterStartMs(call), RecordedDay.DAY_MS);
        return TIME.format(LocalTime.ofNanoOfDay(ofDayMs * 1_000_000)) + "," + call.dialled() + "," + patience(call) + ","
                + talk(call) + "\n";
    }

    private static String patience(CallRecord call) {
        boolean gaveUp = call.end() == CallEnd.ABANDONED && call.seen() && call.milestones().answeredMs() == 0;
        return gaveUp ? seconds(call.milestones().endedMs() - call.milestones().arrivedMs()) : "";
    }

    private static String talk(CallRecord call) {
        long ms = talkMs(call);
        return ms == 0 ? "" : seconds(ms);
    }

    /** With all agents together; 0 if he talked with none. */
    static long talkMs(CallRecord call) {
        return call.segments().stream().filter(segment -> segment.kind() == Segment.Kind.TALKING && !segment.isOpen())
                .mapToLong(segment -> segment.toMs() - segment.fromMs()).sum();
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.3f", Math.clamp(ms / 1e3, 0, MOST_SECONDS));
    }
}
