package io.halfminute.view;

import io.halfminute.call.CallEnd;
import io.halfminute.queue.ServiceLevel;
import io.halfminute.record.DayTotals;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The counts of one day and of the last minutes, of one queue or of the hotline. */
final class Tally {

    private final Map<LiveCall.Fate, Long> fates = new EnumMap<>(LiveCall.Fate.class);
    private final Map<CallEnd, Long> ends = new EnumMap<>(CallEnd.class);
    private final Window window;
    private long offered;
    private long answered;

    Tally(int windowMinutes) {
        window = new Window(windowMinutes);
    }

    void newDay() {
        fates.clear();
        ends.clear();
        offered = 0;
        answered = 0;
    }

    void seed(DayTotals.Counts counts) {
        offered += counts.offered();
        answered += counts.answered();
        fates.merge(LiveCall.Fate.IN_TIME, counts.inTime(), Long::sum);
        fates.merge(LiveCall.Fate.LATE, counts.late(), Long::sum);
        fates.merge(LiveCall.Fate.LOST, counts.lost(), Long::sum);
        ends.merge(CallEnd.ABANDONED, counts.abandoned(), Long::sum);
        ends.merge(CallEnd.REFUSED, counts.refused(), Long::sum);
        ends.merge(CallEnd.DIVERTED, counts.diverted(), Long::sum);
    }

    void offered() {
        offered++;
    }

    void answered() {
        answered++;
    }

    void ended(CallEnd end) {
        ends.merge(end, 1L, Long::sum);
    }

    /** Counts a fate into the day, -1 to take it back. */
    void fate(LiveCall.Fate fate, int calls) {
        fates.merge(fate, (long) calls, Long::sum);
    }

    /** Counts a fate into the last minutes, -1 to take it back. */
    void lately(LiveCall.Fate fate, long atMs, int calls) {
        window.add(atMs, fate == LiveCall.Fate.IN_TIME, calls);
    }

    BoardState.Totals totals(long nowMs) {
        long inTime = of(LiveCall.Fate.IN_TIME);
        long late = of(LiveCall.Fate.LATE);
        long lost = of(LiveCall.Fate.LOST);
        return new BoardState.Totals(offered, answered, inTime, late, lost, offered - inTime - late - lost,
                of(CallEnd.ABANDONED), of(CallEnd.REFUSED), of(CallEnd.DIVERTED),
                orNull(ServiceLevel.share(inTime, inTime + late + lost)), orNull(window.share(nowMs)),
                BoardState.Definition.OF_ALL_CALLS);
    }

    private long of(LiveCall.Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    private long of(CallEnd end) {
        return ends.getOrDefault(end, 0L);
    }

    private static Double orNull(OptionalDouble share) {
        return share.isPresent() ? share.getAsDouble() : null;
    }
}
