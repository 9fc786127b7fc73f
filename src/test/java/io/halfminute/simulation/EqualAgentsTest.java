package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.routing.Grid;
import io.halfminute.routing.IdleAgent;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Who can do the same gets the same amount of work: the longest idle comes first. */
class EqualAgentsTest {

    private static final int AGENTS = 20;
    private static final int CALLS = 100_000;

    @Test
    void amongEqualsNobodyHasMoreCallsThanTheOthers() {
        Grid grid = new Grid();
        grid.put(0, 0, true, 0, 0);
        int[] calls = new int[AGENTS];
        FloorPlan plan = new FloorPlan(List.of(new FloorPlan.Stream(Law.exponential(180e6), Law.never())),
                Collections.nCopies(AGENTS, 0), grid, Integer.MAX_VALUE, 30_000_000, 0, FloorPlan.Choice.OF_INDEX);
        Floor floor = new Floor(plan, new Counter(calls), RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        floor.play(FloorPlan.poisson(0.7 * AGENTS / 180e6), CALLS);
        for (int count : calls) {
            assertTrue(Math.abs(count - CALLS / AGENTS) < CALLS / AGENTS / 20, count + " calls of " + CALLS + " by one of "
                    + AGENTS);
        }
    }

    private record Counter(int[] calls) implements FloorPlan.Watch {
        @Override
        public void refused(FloorCall call) {
            throw new IllegalStateException("there are lines for everybody");
        }

        @Override
        public void answered(FloorCall call, long waited, IdleAgent by) {
            calls[Integer.parseInt(by.id().value()) - 100_000]++;
        }

        @Override
        public void gaveUp(FloorCall call, long waited) {
            throw new IllegalStateException("everybody has patience");
        }
    }
}
