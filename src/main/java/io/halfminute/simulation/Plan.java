package io.halfminute.simulation;

import io.halfminute.acd.Setup;
import java.util.List;

/**
 * What is played. The same plan gives the same run to the last millisecond.
 *
 * @param setup    the hotline
 * @param demands  who calls
 * @param recorded calls that are played instead; the demands then say only what the record does not know
 * @param workers  who works, in the order in which they come
 * @param hours    how long callers arrive
 * @param calledBack what they do with callbacks, if the hotline has any
 */
public record Plan(long seed, Setup setup, List<Demand> demands, List<KnownCall> recorded, List<Worker> workers, int hours,
                   Habits.OfPbx pbx, Faults faults, Habits.OfCalledBack calledBack) {

    /** 2026-01-05, a Monday, midnight UTC: when every simulation begins. */
    public static final long START_MS = 1_767_571_200_000L;
    /** An hour in milliseconds. */
    public static final long HOUR_MS = 3_600_000L;

    public Plan {
        demands = List.copyOf(demands);
        recorded = List.copyOf(recorded);
        workers = List.copyOf(workers);
        if (demands.isEmpty() || hours < 1) {
            throw new IllegalArgumentException("nobody calls: a plan needs a kind of callers and an hour at least");
        }
    }

    /** Callers do with callbacks what they usually do. */
    public Plan(long seed, Setup setup, List<Demand> demands, List<KnownCall> recorded, List<Worker> workers, int hours,
                Habits.OfPbx pbx, Faults faults) {
        this(seed, setup, demands, recorded, workers, hours, pbx, faults, Habits.OfCalledBack.USUAL);
    }

    double callsPerHour(int hour) {
        double calls = 0;
        for (Demand demand : demands) {
            calls += demand.callsPerHour(hour);
        }
        return calls;
    }

    /** The same callers at a hotline that is set up otherwise. */
    public Plan withSetup(Setup other) {
        return new Plan(seed, other, demands, recorded, workers, hours, pbx, faults, calledBack);
    }
}
