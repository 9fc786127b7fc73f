package io.halfminute.chaos;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** No fault but time: {@code chaos soak --minutes 60}. */
@Command(name = "soak", mixinStandardHelpOptions = true, description = "five calls a second for as long as you say: does anything grow?")
final class SoakCommand implements Callable<Integer> {

    private static final int MOST_MINUTES = 600;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Chaos chaos;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "5", description = "from 1 to 600 (${DEFAULT-VALUE})")
    private int minutes;

    @Override
    public Integer call() {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new ParameterException(spec.commandLine(), "--minutes " + minutes + " is not from 1 to " + MOST_MINUTES);
        }
        return chaos.tryOut(List.of(new Soak(minutes)));
    }
}
