package io.halfminute.server;

import io.halfminute.config.BoardConfig;
import io.halfminute.config.Configuration;
import io.halfminute.day.DayArrivals;
import io.halfminute.day.DayScenario;
import io.halfminute.day.RecordedDay;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.CallEntry;
import io.halfminute.record.CallFilter;
import io.halfminute.record.CallQueries;
import io.halfminute.record.CallRecord;
import io.halfminute.record.Page;
import io.halfminute.record.Window;
import io.halfminute.store.CallStore;
import io.halfminute.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export-day}: a recorded day as a scenario of {@code simulate}. */
@Command(name = "export-day", mixinStandardHelpOptions = true,
        description = "Writes a recorded day as a scenario and its calls, without numbers or names of callers, for simulate.")
final class ExportDayCommand implements Callable<Integer> {

    private static final int MOST_CALLS = 1_000_000;
    private static final int MOST_ACTIVITIES = 10_000;
    private static final Duration STEP = Duration.ofMinutes(15);

    @Mixin
    private Place place;

    @Parameters(paramLabel = "DAY", description = "such as 2026-11-21, in the hotline's time zone")
    private String day;

    @Option(names = "--to", paramLabel = "DIR", description = "the folder for day-DAY.yaml and day-DAY.csv (${DEFAULT-VALUE})",
            defaultValue = ".")
    private Path to;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Configuration configuration = place.read();
        try (Database database = new Database(DatabaseHome.running(configuration.server().database(), place.data()))) {
            RecordedDay recorded = read(new CallStore(database), configuration);
            Path scenario = write("day-" + day + ".yaml", DayScenario.text(recorded));
            Path calls = write("day-" + day + ".csv", DayArrivals.text(recorded));
            PrintWriter out = spec.commandLine().getOut();
            out.printf("%d calls; ./halfminute simulate --scenario %s --arrivals %s%n", recorded.calls().size(), scenario, calls);
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException nothing) {
            throw new StartFailure(nothing.getMessage(), nothing);
        } catch (CallQueries.Unavailable away) {
            throw new StartFailure("the database cannot be reached (" + away.getMessage() + "); the hotline has to run", away);
        }
    }

    private RecordedDay read(CallQueries queries, Configuration configuration) {
        LocalDate date = date();
        BoardConfig board = configuration.server().board();
        long startMs = date.atTime(board.dayStarts()).atZone(board.timeZone()).toInstant().toEpochMilli();
        Window window = new Window(startMs, startMs + Duration.ofDays(1).toMillis());
        return new RecordedDay(date, startMs, Instant.ofEpochMilli(startMs).atZone(board.timeZone()).getHour(),
                configuration.setup(), calls(queries, window), activity(queries, window));
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException notADay) {
            throw new ParameterException(spec.commandLine(), "\"" + day + "\" is no day; what would do is such as 2026-11-21", notADay);
        }
    }

    private static List<CallRecord> calls(CallQueries queries, Window window) {
        CallFilter filter = new CallFilter(window.fromMs(), window.toMs(), null, null, null, null, null, null, null);
        List<CallRecord> calls = new ArrayList<>();
        String next = null;
        do {
            Page<CallEntry> page = queries.list(filter, next, Page.MAX_ROWS);
            page.rows().forEach(entry -> calls.add(entry.call()));
            next = page.next();
            require(calls.size() <= MOST_CALLS, "the day has more than " + MOST_CALLS + " calls");
        } while (next != null);
        return calls.reversed();
    }

    /** Piece by piece; what touches two of them is there once. */
    private static List<AgentActivity> activity(CallQueries queries, Window window) {
        Set<AgentActivity> all = new LinkedHashSet<>();
        for (long fromMs = window.fromMs(); fromMs < window.toMs(); fromMs += STEP.toMillis()) {
            List<AgentActivity> some = queries.activity(new Window(fromMs, fromMs + STEP.toMillis()), null, MOST_ACTIVITIES);
            require(some.size() < MOST_ACTIVITIES, "agents changed their state more than " + MOST_ACTIVITIES + " times in "
                    + STEP.toMinutes() + " minutes");
            all.addAll(some);
        }
        return List.copyOf(all);
    }

    private static void require(boolean holds, String advice) {
        if (!holds) {
            throw new IllegalArgumentException(advice + ", which is more than can be exported");
        }
    }

    private Path write(String name, String text) {
        Path file = to.resolve(name);
        try {
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new StartFailure("cannot write " + file + "; does its folder exist, and may it be written to?", failure);
        }
    }
}
