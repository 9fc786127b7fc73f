package io.halfminute.server;

import io.halfminute.journal.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: the journal's inputs through the same machine, every decision compared. */
@Command(name = "replay", mixinStandardHelpOptions = true,
        description = "Plays the journal of a server again and compares every decision with what was decided.")
public final class ReplayCommand implements Callable<Integer> {

    @Option(names = "--data", description = "the data folder (default: ${DEFAULT-VALUE})", defaultValue = "data")
    private Path data;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "files of a journal, oldest first (default: all of the data "
            + "folder's)")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Replay.Result result = replay();
        if (result.skipped() > 0) {
            out.printf("%d lines cannot be played; the first: %s%n", result.skipped(), result.firstHole());
        }
        if (!result.alike()) {
            out.printf("%d steps, %d decisions, then a difference in %s%n", result.steps(), result.decisions(),
                    result.difference());
        } else {
            out.printf("%d steps, %d decisions, all alike%n", result.steps(), result.decisions());
        }
        out.flush();
        return result.alike() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Replay.Result replay() {
        Path folder = data.resolve(Server.JOURNAL);
        if (files == null && !Files.isDirectory(folder)) {
            throw new StartFailure("there is no journal in " + folder + "; --data DIR names another data folder, or give files",
                    null);
        }
        try {
            return files == null ? Replay.of(folder) : Replay.of(files);
        } catch (IOException unreadable) {
            throw new StartFailure("the journal cannot be read: " + unreadable, unreadable);
        }
    }
}
