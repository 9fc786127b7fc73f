package io.halfminute.server;

import io.halfminute.simulation.Faults;
import io.halfminute.simulation.Hotline;
import io.halfminute.simulation.Report;
import io.halfminute.simulation.RuleBroken;
import io.halfminute.simulation.Simulation;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: a day of calls on the virtual clock, and what came of it. */
@Command(name = "simulate", mixinStandardHelpOptions = true,
        description = "Plays a day of calls on a virtual clock with the same core that serves real ones.")
public final class SimulateCommand implements Callable<Integer> {

    /** More than any hotline has, and less than fills the memory. */
    private static final int MOST_CALLS = 2_000_000;
    private static final int MOST_AGENTS = 10_000;
    private static final String POLICY = "least-to-spare";

    @Option(names = "--seed", description = "all chance follows from it (default: ${DEFAULT-VALUE})", defaultValue = "1")
    private long seed;

    @Option(names = "--calls", description = "calls in the day (default: ${DEFAULT-VALUE})", defaultValue = "20000")
    private int calls;

    @Option(names = "--agents", description = "agents at the busiest hour; 0 for as many as the calls need (default: "
            + "${DEFAULT-VALUE})", defaultValue = "0")
    private int agents;

    @Option(names = "--policy", split = ",", paramLabel = "NAME", description = "who gets which call; with a scenario several, "
            + "side by side on the same callers: least-to-spare, fair, target, mix:0.5, late:SECONDS, or a peer's name",
            defaultValue = POLICY)
    private List<String> policies;

    @Option(names = "--faults", description = "what goes wrong: none, some, many (default: ${DEFAULT-VALUE})",
            defaultValue = "none")
    private String faults;

    @Option(names = "--json", arity = "0..1", fallbackValue = "-", paramLabel = "FILE",
            description = "the report as one JSON object, to a file or in place of the text")
    private String json;

    @Mixin
    private StudyOptions study;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        if (study.isAsked()) {
            return study.run(spec, policies, seed, json);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json == null) {
            out.printf("seed       %d%n", seed);
            out.flush();
        }
        long startedNs = System.nanoTime();
        try {
            Report report = Simulation.play(Hotline.day(seed, calls, agents, faults(faults)));
            print(out, report, (System.nanoTime() - startedNs) / 1e9);
            return CommandLine.ExitCode.OK;
        } catch (RuleBroken broken) {
            spec.commandLine().getErr().printf("seed %d: a rule is broken%n%s%n", seed, broken.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void check() {
        require(calls >= 1 && calls <= MOST_CALLS, "--calls " + calls + ": 1 to " + MOST_CALLS + " can be played");
        require(agents >= 0 && agents <= MOST_AGENTS, "--agents " + agents + ": 0 (as needed) to " + MOST_AGENTS
                + " can be played");
        require(study.isAsked() || policies.equals(List.of(POLICY)), "--policy " + String.join(",", policies)
                + ": for others than " + POLICY + " name a --scenario, such as busy");
        faults(faults);
    }

    private Faults faults(String name) {
        try {
            return Faults.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--" + unknown.getMessage(), unknown);
        }
    }

    private void require(boolean holds, String advice) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), advice);
        }
    }

    private void print(PrintWriter out, Report report, double tookS) {
        double jvmS = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
        if (json != null) {
            String text = String.format(Locale.ROOT, "{%s, \"policy\": \"%s\", \"faults\": \"%s\", \"simulation_s\": %.3f, "
                            + "\"processor_s\": %.3f, \"jvm_s\": %.3f}%n",
                    report.toJsonMembers(), POLICY, faults, tookS, processorS(), jvmS);
            StudyOptions.write(out, json, text);
        } else {
            out.print(report.toText());
            out.printf(Locale.ROOT, "took       %.2f s (processor %.2f s) for %d steps; since the start of the JVM %.2f s%n",
                    tookS, processorS(), report.steps(), jvmS);
        }
        out.flush();
    }

    /** Of this thread, which has done hardly anything else; tells a slow simulation from a busy machine. */
    private static double processorS() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
