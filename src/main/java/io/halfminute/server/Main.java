package io.halfminute.server;

import io.halfminute.config.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line of the server; {@code ./halfminute} is the one for people. */
@Command(name = "halfminute", description = "A contact-centre server for Asterisk", mixinStandardHelpOptions = true,
        subcommands = {Serve.class, Prepare.class, CheckConfig.class, SimulateCommand.class, ReplayCommand.class,
                BackupCommand.class, RestoreCommand.class, ExportDayCommand.class, PlayDemo.class})
public final class Main {

    /** Exit code when the configuration will not do. */
    static final int CONFIGURATION_WRONG = 3;

    private Main() {
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
    }

    /** What an operator can mend gets a line of words; what he cannot, the whole trace. */
    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        switch (failure) {
            case ConfigException wrong -> {
                command.getErr().println(wrong.getMessage());
                return CONFIGURATION_WRONG;
            }
            case StartFailure mendable -> command.getErr().println(mendable.getMessage());
            default -> failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
