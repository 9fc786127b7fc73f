package io.halfminute.bench;

import io.halfminute.simulation.Faults;
import io.halfminute.simulation.Hotline;
import io.halfminute.simulation.Report;
import io.halfminute.simulation.Simulation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A day of 20,000 calls, in a JVM that has just started, as the command plays it. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class DayBenchmark {

    /** @return what came of it */
    @Benchmark
    public Report day() {
        return Simulation.play(Hotline.day(1, 20_000, 0, Faults.NONE));
    }
}
