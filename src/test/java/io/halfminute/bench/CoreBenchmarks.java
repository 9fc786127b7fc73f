package io.halfminute.bench;

import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of the core, with what each allocates. A first argument is a file that gets the results as JSON, further
 * ones are names of benchmarks, such as {@code RoutingBenchmark}; all are run if there is none.
 */
public final class CoreBenchmarks {

    private CoreBenchmarks() {
    }

    public static void main(String[] args) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().addProfiler("gc");
        if (args.length < 2) {
            options.include("io\\.halfminute\\.bench\\..*Benchmark");
        }
        for (int i = 1; i < args.length; i++) {
            options.include("\\." + args[i] + "\\.");
        }
        if (args.length > 0) {
            options.resultFormat(ResultFormatType.JSON).result(args[0]);
        }
        new Runner(options.build()).run();
    }
}
