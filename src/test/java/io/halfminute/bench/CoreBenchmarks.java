package io.halfminute.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The benchmarks of the core by JMH, with what each allocates. */
@Command(name = "bench --core", mixinStandardHelpOptions = true, sortOptions = false,
        description = "The benchmarks of the core: decisions, the machine, the simulator, mod_callcenter's own question.")
public final class CoreBenchmarks implements Callable<Integer> {

    private static final TimeValue SHORT = TimeValue.milliseconds(200);

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "such as RoutingBenchmark (default: all)")
    private List<String> names = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "writes JMH's results there")
    private Path json;

    @Option(names = "--quick", description = "each for a moment and once: whether it runs, and no figure to rely on")
    private boolean quick;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new CoreBenchmarks()).execute(args));
    }

    @Override
    public Integer call() throws RunnerException {
        try {
            new Runner(options().build()).run();
            return CommandLine.ExitCode.OK;
        } catch (NoBenchmarksException none) {
            throw new ParameterException(spec.commandLine(), "there is no benchmark " + String.join(" or ", names)
                    + "; what would do is such as RoutingBenchmark, DecisionBenchmark, BusyHotlineBenchmark", none);
        }
    }

    private ChainedOptionsBuilder options() {
        ChainedOptionsBuilder options = new OptionsBuilder().addProfiler("gc");
        if (names.isEmpty()) {
            options.include("io\\.halfminute\\.bench\\..*Benchmark");
        }
        names.forEach(name -> options.include("\\." + name + "\\."));
        if (json != null) {
            options.resultFormat(ResultFormatType.JSON).result(json.toString());
        }
        if (quick) {
            options.forks(1).warmupIterations(1).warmupTime(SHORT).measurementIterations(1).measurementTime(SHORT);
        }
        return options;
    }
}
