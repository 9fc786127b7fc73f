package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.routing.Grid;
import io.halfminute.routing.IdleAgent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The bilingual hotline of ContactCenters (University of Montreal, {@code doc/examples/Bilingual.java} and {@code .res}), a
 * model that came with Arena: five days from 8 to 17, two languages with 100 calls each in the first hour and 50 in each later
 * one, seven agents for each language and four for both. Published are the 95 % intervals of 1,000 weeks. An idle agent is
 * chosen by lot, so this is about the simulator and not about our rule.
 */
class BilingualTest {

    private static final double MINUTE = 60e6;
    private static final double HOUR = 60 * MINUTE;
    private static final int DAYS = 5;
    private static final double OPEN_MIN = 9 * 60;
    private static final int WEEKS = 200 * FloorBatches.LONGER;
    /** How many agents speak the one language, the other, and both. */
    private static final int[] SPEAK = {7, 7, 4};
    private static final int LINES = 40;
    /** Standard errors, for seven comparisons. */
    private static final double SURE = 2.99;

    /** What one week brought. */
    private static final class Week {
        double arrived;
        double served;
        double gaveUp;
        double inTarget;
        final double[] talkMin = new double[SPEAK.length];
    }

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(9);

    @Test
    void thePublishedFiguresAreMet() {
        List<Week> weeks = Stream.generate(this::week).limit(WEEKS).toList();
        agrees("arrivals, second tries included", 5_105.009, 5_115.313, weeks.stream().mapToDouble(week -> week.arrived).toArray());
        agrees("served", 4_962.946, 4_971.524, weeks.stream().mapToDouble(week -> week.served).toArray());
        agrees("gave up", 141.209, 144.527, weeks.stream().mapToDouble(week -> week.gaveUp).toArray());
        agrees("in target", 4_892.789, 4_900.981, weeks.stream().mapToDouble(week -> week.inTarget).toArray());
        double[][] occupancy = {{47.563, 47.684}, {47.580, 47.699}, {63.197, 63.310}};
        for (int group = 0; group < SPEAK.length; group++) {
            int which = group;
            agrees("occupancy of group " + group + ", %", occupancy[group][0], occupancy[group][1], weeks.stream()
                    .mapToDouble(week -> 100 * week.talkMin[which] / (DAYS * OPEN_MIN * SPEAK[which])).toArray());
        }
    }

    /** Published, with the ends of the interval; ours may be off by its own interval besides. */
    private static void agrees(String what, double low, double high, double[] weeks) {
        Ratio mean = Ratio.of(weeks, Arrays.stream(weeks).map(_ -> 1).toArray());
        double half = SURE * mean.error();
        assertTrue(mean.mean() + half >= low && mean.mean() - half <= high,
                what + ": " + mean.mean() + " ± " + half + " where " + low + " to " + high + " is published");
    }

    private Week week() {
        Week week = new Week();
        for (int day = 0; day < DAYS; day++) {
            new Day(week, chance).play();
        }
        return week;
    }

    /** Any idle agent who speaks the language, each as likely as the other. */
    private static IdleAgent byLot(FloorCall call, Floor floor, FloorPlan plan, RandomGenerator chance) {
        List<IdleAgent> idle = floor.agents().stream()
                .filter(agent -> agent.isIdle() && plan.who().does(call.stream(), agent.profile())).toList();
        return idle.isEmpty() ? null : idle.get(chance.nextInt(idle.size()));
    }

    /** One day: whoever gives up calls again after 20 minutes three times of four, and is as patient as he was. */
    private static final class Day implements FloorPlan.Watch, FloorPlan.Arrivals {
        private static final double AGAIN = 0.75;
        private static final long AGAIN_AFTER = (long) (20 * MINUTE);
        private static final long TARGET = (long) MINUTE;

        /** Somebody calls again who has waited for so long in all. */
        private record Again(long at, int stream, long patience, long waited) {
        }

        private final Week week;
        private final RandomGenerator chance;
        private final List<Again> again = new ArrayList<>();
        /** By the place of the call; null for a first try. */
        private final Map<Integer, Again> trying = new HashMap<>();
        private Again due;
        private int talking;

        Day(Week week, RandomGenerator chance) {
            this.week = week;
            this.chance = chance;
        }

        void play() {
            Floor floor = new Floor(plan(), this, chance);
            floor.play(this, Long.MAX_VALUE);
            floor.passTo((long) (OPEN_MIN * MINUTE));
            // Those who stand in the line when it closes, and those who would have called again, find nobody.
            week.arrived += floor.lanes().size() + again.size();
        }

        private FloorPlan plan() {
            Grid grid = new Grid();
            grid.put(0, 0, true, 0, 0);
            grid.put(1, 1, true, 0, 0);
            grid.put(0, 2, true, 0, 0);
            grid.put(1, 2, true, 0, 0);
            List<Integer> agents = new ArrayList<>();
            for (int group = 0; group < SPEAK.length; group++) {
                agents.addAll(Collections.nCopies(SPEAK[group], group));
            }
            Law patience = drawn -> due == null ? Law.exponential(2 * MINUTE).drawMs(drawn) : due.patience();
            FloorPlan plan = new FloorPlan(List.of(
                    new FloorPlan.Stream(Law.between((long) (3 * MINUTE), (long) (7 * MINUTE)), patience),
                    new FloorPlan.Stream(Law.between((long) (4 * MINUTE), (long) (6 * MINUTE)), patience)),
                    agents, grid, LINES, TARGET, 0, FloorPlan.Choice.OF_INDEX);
            return plan.with(new FloorPlan.Choice() {
                @Override
                public IdleAgent agentFor(FloorCall call, Floor floor) {
                    trying.put(call.slot, due);
                    return byLot(call, floor, plan, chance);
                }
            });
        }

        /** The rate of an hour ends with it, so a call that would come later is drawn anew from there. */
        @Override
        public long next(long now, RandomGenerator drawn) {
            long next = now;
            long close = (long) (OPEN_MIN * MINUTE);
            while (true) {
                double perHour = next < HOUR ? 200 : 100;
                long end = next < HOUR ? (long) HOUR : close;
                long drawnNext = next + Math.round(drawn.nextExponential() * HOUR / perHour);
                if (drawnNext < end) {
                    return orAgain(drawnNext);
                }
                if (end == close) {
                    return orAgain(Law.FOREVER_MS);
                }
                next = end;
            }
        }

        private long orAgain(long next) {
            due = again.isEmpty() || again.getFirst().at() > Math.min(next, (long) (OPEN_MIN * MINUTE)) ? null
                    : again.removeFirst();
            return due == null ? next : due.at();
        }

        @Override
        public int stream(long at, RandomGenerator drawn) {
            return due == null ? drawn.nextInt(2) : due.stream();
        }

        @Override
        public void refused(FloorCall call) {
            week.arrived++;
        }

        @Override
        public void answered(FloorCall call, long waited, IdleAgent by) {
            week.arrived++;
            week.served++;
            Again before = trying.get(call.slot);
            week.inTarget += waited + (before == null ? 0 : before.waited()) < TARGET ? 1 : 0;
            talking = by.profile();
        }

        @Override
        public void talks(FloorCall call, long talk) {
            week.talkMin[talking] += talk / MINUTE;
        }

        @Override
        public void gaveUp(FloorCall call, long waited) {
            week.arrived++;
            week.gaveUp++;
            Again before = trying.get(call.slot);
            if (chance.nextDouble() <= AGAIN) {
                again.add(new Again(call.arrived() + waited + AGAIN_AFTER, call.stream(), waited,
                        waited + (before == null ? 0 : before.waited())));
            }
        }
    }
}
