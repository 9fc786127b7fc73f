package io.halfminute.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries the faults of a hotline's year, one after the other, and says what held. */
@Command(name = "chaos", mixinStandardHelpOptions = true, sortOptions = false, subcommands = SoakCommand.class,
        description = "Faults on real calls: what became of callers and records, and how long each took.",
        footer = "Exit code 0: everything held; 1: something did not; 2: the command makes no sense.")
public final class Chaos implements Callable<Integer> {

    /** Made anew for each run, since each keeps what it measured. */
    private static final List<Supplier<Scenario>> SCENARIOS =
            List.of(KillServer::new, KillLeader::new, Split::new, KillPbx::new, LinkFaults::new, DatabaseAway::new,
                    DiskFull::new, SlowBrowsers::new, ClockSteps::new);

    @Spec
    private CommandSpec spec;

    @Option(names = "--short", description = "some minutes: small numbers, few rounds (the default)")
    private boolean brief;

    @Option(names = "--full", description = "an hour or more: the numbers of the table in docs/chaos.md")
    private boolean full;

    @Option(names = "--only", paramLabel = "NAME", description = "one of kill-server, kill-leader, split, kill-pbx, link, database, disk-full, slow-browser, clock; repeatable")
    private List<String> only = List.of();

    @Option(names = "--rounds", paramLabel = "N", description = "so often instead, where a fault strikes in rounds")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the outcomes there")
    private Path json;

    @Option(names = "--keep", description = "keeps every log, and says where")
    private boolean keep;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Chaos()).execute(args));
    }

    @Override
    public Integer call() {
        if (brief && full) {
            throw new ParameterException(spec.commandLine(), "--short and --full exclude each other; choose one");
        }
        if (rounds < 0) {
            throw new ParameterException(spec.commandLine(), "--rounds " + rounds + " is not a number of rounds");
        }
        return tryOut(chosen());
    }

    /** One after the other. @return the exit code */
    int tryOut(List<Scenario> chosen) {
        Table table = new Table(System.out);
        table.machine(full);
        List<Outcome> outcomes = new ArrayList<>();
        for (Scenario scenario : chosen) {
            Outcome outcome = tryOut(scenario);
            table.print(scenario.name(), outcome);
            outcomes.add(outcome);
        }
        boolean held = table.sum(outcomes);
        if (json != null) {
            Table.write(outcomes, json);
        }
        return held ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private List<Scenario> chosen() {
        List<Scenario> all = SCENARIOS.stream().map(Supplier::get).toList();
        List<String> names = all.stream().map(Scenario::name).toList();
        only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new ParameterException(spec.commandLine(), "--only: there is no fault \"" + name + "\"; one of " + names);
        });
        return all.stream().filter(scenario -> only.isEmpty() || only.contains(scenario.name())).toList();
    }

    Outcome tryOut(Scenario scenario) {
        Path folder = folder(scenario);
        try {
            return scenario.run(folder, new Form(full, rounds));
        } catch (RuntimeException | AssertionError broken) {
            // Something that was waited for never came; the other faults are worth trying all the same.
            return new Outcome(scenario.name(), "", 0, 0, List.of(),
                    List.of(new Finding(Finding.Kind.NEVER, broken.toString())), "");
        } finally {
            if (keep) {
                System.out.println("kept: " + folder);
            } else {
                delete(folder);
            }
        }
    }

    private static Path folder(Scenario scenario) {
        try {
            return Files.createTempDirectory("halfminute-chaos-" + scenario.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files hold secrets. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
