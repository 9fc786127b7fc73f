package io.halfminute.day;

import io.halfminute.acd.Setup;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.CallRecord;
import java.time.LocalDate;
import java.util.List;

/**
 * What was kept of one day. Of 24 hours, also where the clock is changed: the 25th is left out.
 *
 * @param startMs   when it began
 * @param startHour the hour of the clock then
 * @param setup     the hotline as it is configured now; what it was on that day is not kept
 * @param calls     that arrived on it, the earliest first
 * @param activity  the states of agents that touch it
 */
public record RecordedDay(LocalDate date, long startMs, int startHour, Setup setup, List<CallRecord> calls,
                          List<AgentActivity> activity) {

    static final long HOUR_MS = 3_600_000;
    static final int HOURS = 24;
    static final long DAY_MS = HOURS * HOUR_MS;

    public RecordedDay {
        calls = List.copyOf(calls);
        activity = List.copyOf(activity);
    }

    /** Those of numbers that are configured, within the 24 hours. */
    List<CallRecord> playable() {
        return calls.stream().filter(call -> setup.numbers().containsKey(call.dialled()))
                .filter(call -> afterStartMs(call) >= 0 && afterStartMs(call) < DAY_MS).toList();
    }

    long afterStartMs(CallRecord call) {
        return call.milestones().arrivedMs() - startMs;
    }
}
