package io.halfminute.simulation;

import io.halfminute.queue.Place;
import io.halfminute.routing.Grid;
import io.halfminute.routing.IdleAgent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The hotline of Wallace and Whitt, "A Staffing Algorithm for Call Centers with Skill-Based Routing", M&SOM 7(4), 2005: six
 * streams of equal load, 90 agents with as many skills each, 15 of whom have each stream as the first; mean talk of 10
 * minutes, 120 lines, nobody gives up.
 *
 * @param erlangs offered by all streams together
 * @param skills  of each agent, 1 to 6
 */
record SixSkills(double erlangs, int skills) {

    static final int STREAMS = 6;
    static final int AGENTS = 90;
    static final int LINES = 120;
    static final long TARGET = 30_000_000;
    static final double TALK_US = 600e6;

    /** The skills of agent {@code i}, 0 to 89, the first one first. */
    int[] skillsOf(int agent) {
        int first = agent / (AGENTS / STREAMS);
        int i = agent % (AGENTS / STREAMS);
        int[] all = new int[skills];
        all[0] = first;
        for (int j = 1; j < skills; j++) {
            all[j] = (first + 1 + (i + j - 1) % (STREAMS - 1)) % STREAMS;
        }
        return all;
    }

    /** @param ranked whether a first skill is better than a second, and so on; else all are alike */
    private Grid grid(List<Integer> profiles, boolean ranked, boolean scarceKept) {
        Grid grid = new Grid();
        List<String> known = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            int[] his = skillsOf(agent);
            String name = Arrays.toString(his);
            if (!known.contains(name)) {
                known.add(name);
                if (scarceKept) {
                    grid.serves(known.size() - 1, his);
                }
                for (int rank = 0; rank < his.length; rank++) {
                    grid.put(his[rank], known.size() - 1, true, ranked ? rank : 0, 0);
                }
            }
            profiles.add(known.indexOf(name));
        }
        return grid;
    }

    /** First come first served and longest idle first, or first skills first. */
    FloorPlan plan(boolean ranked) {
        List<Integer> profiles = new ArrayList<>();
        return plan(profiles, grid(profiles, ranked, false), 0);
    }

    /** As the product decides: whoever is the last one for some stream is kept for it, and who is late is postponed. */
    FloorPlan target(long postpone) {
        List<Integer> profiles = new ArrayList<>();
        Grid grid = grid(profiles, false, true);
        for (int stream = 0; stream < STREAMS; stream++) {
            grid.waitsIn(stream, stream);
        }
        return plan(profiles, grid, postpone);
    }

    private static FloorPlan plan(List<Integer> profiles, Grid grid, long postpone) {
        FloorPlan.Stream stream = new FloorPlan.Stream(Law.exponential(TALK_US), Law.never());
        return new FloorPlan(Collections.nCopies(STREAMS, stream), profiles, grid, LINES, TARGET, postpone,
                FloorPlan.Choice.OF_INDEX);
    }

    FloorBatches play(FloorPlan plan, long seed, int size) {
        FloorBatches seen = new FloorBatches(size, STREAMS, TARGET);
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] rates = new double[STREAMS];
        Arrays.fill(rates, erlangs / STREAMS / TALK_US);
        new Floor(plan, seen, chance).play(FloorPlan.poisson(rates), seen.calls());
        return seen;
    }

    /** A freed agent takes a call of his first skill, else of his second, and so on. */
    static final class FirstSkillFirst implements FloorPlan.Choice {
        private final FloorPlan plan;

        FirstSkillFirst(FloorPlan plan) {
            this.plan = plan;
        }

        @Override
        public Place callFor(IdleAgent agent, Floor floor) {
            Place best = null;
            int bestRank = STREAMS;
            for (int stream = 0; stream < STREAMS; stream++) {
                Place first = floor.lanes().first(stream);
                int rank = first == null || !plan.who().does(stream, agent.profile()) ? STREAMS
                        : plan.who().shortOf(stream, agent.profile());
                if (rank < bestRank) {
                    best = first;
                    bestRank = rank;
                }
            }
            return best;
        }
    }
}
