package io.halfminute.view;

import io.halfminute.call.CallEnd;
import io.halfminute.queue.QueueId;
import io.halfminute.record.DayTotals;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/**
 * The counts of the day, by queue and of the hotline.
 *
 * <p>A call belongs to the day of its arrival; when that day is over, what becomes of it is no longer counted into a day, so
 * that a day's figures always add up. Its fate is counted once, when it is known: in time at the answer, late when the
 * deadline passes, lost when it ends before. News from the PBX may come after the deadline and tell of a moment before it;
 * then the fate is corrected.
 */
final class Book {

    private final int windowMinutes;
    private final LongUnaryOperator dayStart;
    private final Map<QueueId, Tally> queues = new HashMap<>();
    private final Tally total;
    private long todayMs = Long.MIN_VALUE;

    Book(int windowMinutes, LongUnaryOperator dayStart) {
        this.windowMinutes = windowMinutes;
        this.dayStart = dayStart;
        this.total = new Tally(windowMinutes);
    }

    /**
     * It is {@code nowMs} or later. A day once over does not come back, whatever an old event says.
     *
     * @return whether a new day has begun
     */
    boolean reach(long nowMs) {
        long day = dayStart.applyAsLong(nowMs);
        if (day <= todayMs) {
            return false;
        }
        todayMs = day;
        total.newDay();
        queues.values().forEach(Tally::newDay);
        return true;
    }

    boolean isToday(long atMs) {
        return dayStart.applyAsLong(atMs) == todayMs;
    }

    void seed(DayTotals day) {
        if (isToday(day.dayStartMs())) {
            total.seed(day.total());
            day.queues().forEach((queue, counts) -> tally(queue).seed(counts));
        }
    }

    void arrived(LiveCall call) {
        today(call, Tally::offered);
    }

    /** A call that had reached no queue yet has reached this one. */
    void joined(LiveCall call, QueueId queue) {
        if (call.countedIn == null) {
            call.countedIn = queue;
            if (isToday(call.arrivedMs)) {
                tally(queue).offered();
                tally(queue).fate(call.fate, 1);
            }
        }
    }

    /** A second answer, after the caller was brought back to the line, changes nothing. */
    void answered(LiveCall call, long atMs) {
        if (!call.answered) {
            call.answered = true;
            today(call, Tally::answered);
            settle(call, atMs <= call.deadlineMs ? LiveCall.Fate.IN_TIME : LiveCall.Fate.LATE, atMs);
        }
    }

    void deadlineMissed(LiveCall call, long atMs) {
        if (call.fate == LiveCall.Fate.OPEN) {
            settle(call, LiveCall.Fate.LATE, atMs);
        }
    }

    /** A call that was answered while nobody watched counts as late: nothing shows that it was in time. */
    void ended(LiveCall call, CallEnd end, long atMs) {
        if (!call.answered) {
            boolean inSecret = end == CallEnd.ANSWERED;
            if (inSecret) {
                today(call, Tally::answered);
            }
            settle(call, inSecret || atMs > call.deadlineMs ? LiveCall.Fate.LATE : LiveCall.Fate.LOST, atMs);
        }
        today(call, tally -> tally.ended(end));
    }

    BoardState.Totals total(long nowMs) {
        return total.totals(nowMs);
    }

    BoardState.Totals of(QueueId queue, long nowMs) {
        return tally(queue).totals(nowMs);
    }

    private void settle(LiveCall call, LiveCall.Fate fate, long atMs) {
        LiveCall.Fate before = call.fate;
        long beforeMs = call.fateMs;
        if (before == fate) {
            return;
        }
        if (before != LiveCall.Fate.OPEN) {
            today(call, tally -> tally.fate(before, -1));
            each(call, tally -> tally.lately(before, beforeMs, -1));
        }
        today(call, tally -> tally.fate(fate, 1));
        each(call, tally -> tally.lately(fate, atMs, 1));
        call.fate = fate;
        call.fateMs = atMs;
    }

    private void today(LiveCall call, Consumer<Tally> count) {
        if (isToday(call.arrivedMs)) {
            each(call, count);
        }
    }

    private void each(LiveCall call, Consumer<Tally> count) {
        count.accept(total);
        if (call.countedIn != null) {
            count.accept(tally(call.countedIn));
        }
    }

    private Tally tally(QueueId queue) {
        return queues.computeIfAbsent(queue, id -> new Tally(windowMinutes));
    }
}
