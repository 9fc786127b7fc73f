package io.halfminute.simulation;

import io.halfminute.acd.Setup;
import java.util.List;

/**
 * What is played. The same plan gives the same run to the last millisecond.
 *
 * @param setup        the hotline
 * @param numbers      which numbers are dialled, and how often
 * @param callsPerHour by hour of the day; the list is gone through again when it is at its end
 * @param staff        how many agents are at work, by the same hours; the first ones of the setup, in the order of ids
 * @param hours        how long callers arrive
 */
public record Plan(long seed, Setup setup, List<Share> numbers, List<Double> callsPerHour, List<Integer> staff, int hours,
                   Habits.OfCallers callers, Habits.OfAgents agents, Habits.OfPbx pbx, Faults faults) {

    /** 2026-01-05, a Monday, midnight UTC: when every simulation begins. */
    public static final long START_MS = 1_767_571_200_000L;
    /** An hour in milliseconds. */
    public static final long HOUR_MS = 3_600_000L;

    /** One dialled number's share of the calls, relative to the others. */
    public record Share(String dialled, double weight) {
    }

    public Plan {
        numbers = List.copyOf(numbers);
        callsPerHour = List.copyOf(callsPerHour);
        staff = List.copyOf(staff);
        if (callsPerHour.size() != staff.size() || staff.isEmpty()) {
            throw new IllegalArgumentException("calls are planned for " + callsPerHour.size() + " hours and staff for "
                    + staff.size() + "; both need the same hours, at least one");
        }
    }

    double callsPerHour(int hour) {
        return callsPerHour.get(hour % callsPerHour.size());
    }

    int staff(int hour) {
        return staff.get(hour % staff.size());
    }
}
