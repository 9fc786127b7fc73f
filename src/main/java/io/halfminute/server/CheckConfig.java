package io.halfminute.server;

import io.halfminute.config.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the configuration and says what is wrong with it. */
@Command(name = "check-config", description = "says what is wrong with the configuration", mixinStandardHelpOptions = true)
final class CheckConfig implements Callable<Integer> {

    @Mixin
    private Place place;

    @Option(names = "--launch", description = "prints what the launcher has to know, instead of a summary")
    private boolean launch;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Configuration configuration = place.read();
        if (launch) {
            spec.commandLine().getOut().print(LaunchFile.lines(configuration));
            spec.commandLine().getOut().flush();
            return 0;
        }
        configuration.warnings().forEach(warning -> spec.commandLine().getOut().println("warning: " + warning));
        spec.commandLine().getOut().printf("configuration in %s: %d brands, %d queues, %d users%n", place.config(),
                configuration.brands().size(), configuration.queues().size(), configuration.users().size());
        return 0;
    }
}
