package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.routing.Grid;
import io.halfminute.routing.IdleAgent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * Runs that another simulator of contact centres, in Java as well, has published with its inputs and its 95 % intervals:
 * ContactCenters of the University of Montreal (umontreal-simul/contactcenters, {@code doc/examples/*.res}). Days from empty.
 */
class ContactCentersTest {

    private static final double MINUTE = 60e6;
    private static final long TARGET = 20_000_000;
    private static final int DAYS = 500 * FloorBatches.LONGER;
    /** Standard errors. */
    private static final double SURE = 2.99;

    /** What one day brought. */
    private static final class Day implements FloorPlan.Watch {
        double answered;
        double inTime;
        double gaveUp;
        double gaveUpInTime;
        double waitMin;

        @Override
        public void refused(FloorCall call) {
            throw new IllegalStateException("there are lines for everybody");
        }

        @Override
        public void answered(FloorCall call, long waited, IdleAgent by) {
            answered++;
            inTime += waited <= TARGET ? 1 : 0;
            waitMin += waited / MINUTE;
        }

        @Override
        public void gaveUp(FloorCall call, long waited) {
            gaveUp++;
            gaveUpInTime += waited <= TARGET ? 1 : 0;
            waitMin += waited / MINUTE;
        }

        double calls() {
            return answered + gaveUp;
        }

        /** Their service level leaves out whoever hangs up in time. */
        double counted() {
            return calls() - gaveUpInTime;
        }
    }

    /** Published, with the ends of the interval; ours may be off by its own interval besides. */
    private static void agrees(String what, double low, double high, List<Day> days, ToDoubleFunction<Day> part,
                               ToDoubleFunction<Day> whole) {
        Ratio ratio = Ratio.of(days.stream().mapToDouble(part).toArray(), days.stream().mapToDouble(whole).toArray());
        double half = SURE * ratio.error();
        assertTrue(ratio.mean() + half >= low && ratio.mean() - half <= high,
                what + ": " + ratio.mean() + " ± " + half + " where " + low + " to " + high + " is published");
    }

    private static FloorPlan pool(Law patience) {
        Grid grid = new Grid();
        grid.put(0, 0, true, 0, 0);
        return new FloorPlan(List.of(new FloorPlan.Stream(Law.exponential(2 * MINUTE), patience)),
                Collections.nCopies(12, 0), grid, Integer.MAX_VALUE, TARGET, 0, FloorPlan.Choice.OF_INDEX);
    }

    private static List<Day> eightHours(FloorPlan plan) {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            Day day = new Day();
            Floor floor = new Floor(plan, day, chance);
            floor.play(new Periods(480 * MINUTE, new double[] {4.2 / MINUTE}), Long.MAX_VALUE);
            floor.passTo((long) (1_000 * MINUTE));
            days.add(day);
        }
        return days;
    }

    @Test
    void twelveAgentsAndPatientCallers() {
        List<Day> days = eightHours(pool(Law.never()));
        agrees("service level", 0.900, 0.904, days, day -> day.inTime, Day::calls);
        agrees("mean wait, min", 0.097, 0.102, days, day -> day.waitMin, Day::calls);
    }

    @Test
    void twelveAgentsAndCallersWithAMinuteOfPatience() {
        List<Day> days = eightHours(pool(Law.exponential(MINUTE)));
        agrees("give up in a day", 57.66, 59.56, days, day -> day.gaveUp, _ -> 1);
        agrees("service level", 0.968, 0.969, days, day -> day.inTime, Day::counted);
    }

    /** Three kinds of calls, two groups, three periods of two hours; how busy a day is differs by a gamma law. */
    @Test
    void threeKindsOfCallsAndTwoGroups() {
        double[][] perMinute = {{4.2, 5.1, 6.3}, {5.3, 4.3, 5.2}, {3.2, 4.8, 4.8}};
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            days.add(day(perMinute, Periods.gamma(28.7, chance) / 28.7, chance));
        }
        agrees("served", 4_270, 4_325, days, day -> day.answered, _ -> 1);
        agrees("give up", 876, 945, days, day -> day.gaveUp, _ -> 1);
        agrees("service level", 0.494, 0.509, days, day -> day.inTime, Day::counted);
    }

    private static Day day(double[][] perMinute, double busyness, RandomGenerator chance) {
        Day day = new Day();
        Floor floor = new Floor(twoGroups(), day, chance);
        double[][] rates = new double[3][3];
        for (int period = 0; period < 3; period++) {
            for (int kind = 0; kind < 3; kind++) {
                rates[period][kind] = perMinute[period][kind] * busyness / MINUTE;
            }
        }
        staff(floor, 0, 18, 12);
        staff(floor, 18, 20, 15);
        floor.play(new Periods(120 * MINUTE, rates[0]), Long.MAX_VALUE);
        floor.passTo((long) (120 * MINUTE));
        staff(floor, 0, 18, 18);
        staff(floor, 18, 20, 20);
        floor.play(new Periods(240 * MINUTE, rates[1]), Long.MAX_VALUE);
        floor.passTo((long) (240 * MINUTE));
        staff(floor, 0, 18, 9);
        staff(floor, 18, 20, 11);
        floor.play(new Periods(360 * MINUTE, rates[2]), Long.MAX_VALUE);
        floor.passTo((long) (1_000 * MINUTE));
        return day;
    }

    /** Of these agents so many are there. */
    private static void staff(Floor floor, int first, int most, int there) {
        for (int i = 0; i < most; i++) {
            if (i < there) {
                floor.comes(first + i);
            } else {
                floor.goes(first + i);
            }
        }
    }

    /** Group 0 serves kinds 0 and 1, group 1 kinds 1 and 2; a call of kind 1 goes to group 0 rather than to group 1. */
    private static FloorPlan twoGroups() {
        Grid grid = new Grid();
        grid.put(0, 0, true, 0, 0);
        grid.put(1, 0, true, 0, 0);
        grid.put(1, 1, true, 1, 0);
        grid.put(2, 1, true, 0, 0);
        List<Integer> groups = new ArrayList<>(Collections.nCopies(18, 0));
        groups.addAll(Collections.nCopies(20, 1));
        return new FloorPlan(List.of(
                new FloorPlan.Stream(Law.exponential(MINUTE / 0.5), Law.exponential(MINUTE / 0.3)),
                new FloorPlan.Stream(Law.exponential(MINUTE / 0.6), Law.exponential(MINUTE / 0.4)),
                new FloorPlan.Stream(Law.exponential(MINUTE / 0.4), Law.exponential(MINUTE / 0.2))),
                groups, grid, Integer.MAX_VALUE, TARGET, 0, FloorPlan.Choice.OF_INDEX);
    }
}
