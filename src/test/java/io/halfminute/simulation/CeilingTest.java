package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.routing.Grid;
import io.halfminute.routing.RoutingSpec;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many calls could be in time at all. With exponential patience and one pool, how many give up does not depend on the
 * order in which calls are served (no rule looks ahead or leaves an agent idle beside a caller), and whoever gives up was not
 * answered in time: the share in time is at most 1 - P(Ab), which Erlang A gives.
 */
class CeilingTest {

    private static final double TALK_US = 180e6;
    private static final double PATIENCE_US = 120e6;
    private static final long TARGET = 30_000_000;

    /** Agents, load, the ceiling, in time under first come first served; then how much of the ceiling the policy reaches. */
    @ParameterizedTest
    @CsvSource({
        "50, 1.00, 0.9380, 0.8787, 0.98",
        "50, 1.10, 0.8844, 0.7433, 0.975",
        "100, 1.00, 0.9561, 0.9378, 0.99",
        "100, 1.10, 0.8975, 0.8139, 0.99"})
    void thePolicyTargetReachesTheCeiling(int agents, double load, double ceiling, double firstCome, double share) {
        FloorBatches fair = play(agents, load, 0);
        FloorBatches target = play(agents, load, RoutingSpec.DEFAULT.postponeLateMs() * 1_000L);
        assertEquals(1 - ceiling, fair.gaveUp().mean(), 5.2 * fair.gaveUp().error());
        assertEquals(1 - ceiling, target.gaveUp().mean(), 5.2 * target.gaveUp().error());
        assertEquals(firstCome, fair.inTime().mean(), 5.2 * fair.inTime().error());
        double reached = target.inTime().mean() / (1 - target.gaveUp().mean());
        assertTrue(reached >= share, reached + " of the ceiling: in time " + target.inTime() + ", 99.9 of 100 within "
                + target.quantileS(0.999) + " s, where first come first served has " + fair.quantileS(0.999));
    }

    private static FloorBatches play(int agents, double load, long postpone) {
        Grid grid = new Grid();
        grid.put(0, 0, true, 0, 0);
        FloorPlan plan = new FloorPlan(
                List.of(new FloorPlan.Stream(Law.exponential(TALK_US), Law.exponential(PATIENCE_US))),
                Collections.nCopies(agents, 0), grid, Integer.MAX_VALUE, TARGET, postpone, FloorPlan.Choice.OF_INDEX);
        FloorBatches seen = new FloorBatches(20_000 * FloorBatches.LONGER, 1, TARGET);
        new Floor(plan, seen, RandomGeneratorFactory.of("L64X128MixRandom").create(agents + Double.hashCode(load)))
                .play(FloorPlan.poisson(agents * load / TALK_US), seen.calls());
        return seen;
    }
}
