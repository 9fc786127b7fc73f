package io.halfminute.simulation;

import java.util.List;

/**
 * One kind of callers: the number that they dial, how many do so by the hour, and how they are.
 *
 * @param callsPerHour by the hours of the run; the list is gone through again when it is at its end
 */
public record Demand(String dialled, List<Double> callsPerHour, Habits.OfCallers callers) {

    public Demand {
        callsPerHour = List.copyOf(callsPerHour);
        if (callsPerHour.isEmpty() || callsPerHour.stream().anyMatch(calls -> !(calls >= 0))) {
            throw new IllegalArgumentException("calls an hour to " + dialled + ": " + callsPerHour
                    + "; what would do is a number for each hour, none below 0, at least one");
        }
    }

    double callsPerHour(int hour) {
        return callsPerHour.get(hour % callsPerHour.size());
    }
}
