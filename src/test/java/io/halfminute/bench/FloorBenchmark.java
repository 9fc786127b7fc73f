package io.halfminute.bench;

import io.halfminute.routing.Grid;
import io.halfminute.routing.IdleAgent;
import io.halfminute.simulation.Floor;
import io.halfminute.simulation.FloorCall;
import io.halfminute.simulation.FloorPlan;
import io.halfminute.simulation.Law;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many calls a second the index alone plays: one pool of so many agents at 95 % load, patient callers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class FloorBenchmark {

    private static final int CALLS = 100_000;
    private static final double TALK_US = 180e6;

    @Param({"12", "100"})
    private int agents;

    private Floor floor;
    private FloorPlan.Arrivals arrivals;
    private long waitedUs;

    @Setup
    public void open() {
        Grid grid = new Grid();
        grid.put(0, 0, true, 0, 0);
        FloorPlan plan = new FloorPlan(List.of(new FloorPlan.Stream(Law.exponential(TALK_US), Law.never())),
                Collections.nCopies(agents, 0), grid, Integer.MAX_VALUE, 30_000_000, 0, FloorPlan.Choice.OF_INDEX);
        arrivals = FloorPlan.poisson(0.95 * agents / TALK_US);
        floor = new Floor(plan, new Waits(), RandomGeneratorFactory.of("L64X128MixRandom").create(1));
    }

    private final class Waits implements FloorPlan.Watch {
        @Override
        public void refused(FloorCall call) {
            throw new IllegalStateException("there are lines for everybody");
        }

        @Override
        public void answered(FloorCall call, long waited, IdleAgent by) {
            waitedUs += waited;
        }

        @Override
        public void gaveUp(FloorCall call, long waited) {
            throw new IllegalStateException("everybody has patience");
        }
    }

    /** @return the sum of all waits so far, so that it is not optimised away */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long calls() {
        floor.play(arrivals, CALLS);
        return waitedUs;
    }
}
