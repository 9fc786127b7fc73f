package io.halfminute.bench;

import io.halfminute.queue.Place;
import io.halfminute.routing.IdleAgent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One decision of the index on a large floor of 200 skills, and the same by a scan. The size is that of agents and of waiting
 * calls, the floor how many profiles they have, of how many skills each, and how many kinds of calls there are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class RoutingBenchmark {

    @Param({"10000", "100000"})
    private int size;

    @Param({"200x5x300", "1000x10x500", "5000x20x1000"})
    private String floor;

    private LargeFloor large;

    @Setup
    public void fill() {
        String[] words = floor.split("x");
        large = new LargeFloor(size, Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    }

    /** An agent becomes free: he gets a call, which leaves the line, and another call takes a place at its end. */
    @Benchmark
    public Place agentFreed() {
        Place found = large.index.firstFor(large.nextAgent().profile());
        if (found != null) {
            large.serve(found);
        }
        return found;
    }

    /** A call arrives while one agent in ten is idle: he is chosen, leaves the idle, and comes back as the last. */
    @Benchmark
    public IdleAgent callArrives() {
        IdleAgent found = large.index.bestFor(large.nextKind());
        if (found != null) {
            large.busyAndFree(found);
        }
        return found;
    }

    /** What {@link #agentFreed} finds, by looking at each waiting call. */
    @Benchmark
    public Place agentFreedByScan() {
        return large.scan(large.nextAgent());
    }
}
