package io.halfminute.config;

import io.halfminute.simulation.KnownCall;
import io.halfminute.simulation.Plan;
import io.halfminute.simulation.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads recorded calls: a line a call, in the order of time, {@code 08:30:12.250,4001,,182.5}. The time of the day is that of
 * the PBX's answer, then the number that was dialled, how long he waited who gave up, and how long he talked who was answered,
 * in seconds; what is not known is left empty. The first line is {@code time,number,patience_s,talk_s}. No caller's number is in
 * it.
 */
public final class ArrivalsFile {

    private static final String HEADINGS = "time,number,patience_s,talk_s";
    private static final int MOST_CALLS = 2_000_000;
    private static final int MOST_SECONDS = 86_400;
    private static final long DAY_MS = 24 * Plan.HOUR_MS;

    private final Path file;
    private final Scenario scenario;
    private final Problems problems = new Problems();

    private ArrivalsFile(Path file, Scenario scenario) {
        this.file = file;
        this.scenario = scenario;
    }

    /**
     * The scenario with these calls instead of drawn ones.
     *
     * @throws ConfigException with everything that is wrong with the file
     */
    public static Scenario read(Path file, Scenario scenario) {
        return new ArrivalsFile(file, scenario).read();
    }

    private Scenario read() {
        List<KnownCall> calls = new ArrayList<>();
        try (var lines = Files.lines(file)) {
            List<String> all = lines.limit(MOST_CALLS + 2L).toList();
            if (all.isEmpty() || !all.getFirst().equals(HEADINGS) || all.size() > MOST_CALLS + 1) {
                problem(1, "the first line has to be " + HEADINGS + ", and at most " + MOST_CALLS + " calls can follow");
            } else {
                for (int line = 1; line < all.size(); line++) {
                    read(all.get(line), line + 1, calls);
                }
            }
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            problem(0, "cannot be read: " + unreadable.getMessage());
        }
        problems.throwIfAny();
        return scenario.withRecorded(calls);
    }

    private void problem(int line, String message) {
        problems.add(file.getFileName().toString(), line, "", message);
    }

    private void read(String text, int line, List<KnownCall> calls) {
        String[] fields = text.split(",", -1);
        try {
            if (fields.length != 4 || scenario.numbers().get(fields[1]) == null) {
                throw new IllegalArgumentException("\"" + text + "\" has not four fields, or a number that the scenario does "
                        + "not have; it has " + scenario.numbers().keySet());
            }
            long at = LocalTime.parse(fields[0]).toNanoOfDay() / 1_000_000 - scenario.startHour() * Plan.HOUR_MS;
            KnownCall call = new KnownCall(Math.floorMod(at, DAY_MS), fields[1], ms(fields[2]), ms(fields[3]));
            if (!calls.isEmpty() && call.afterStartMs() < calls.getLast().afterStartMs()) {
                throw new IllegalArgumentException(fields[0] + " is earlier than the line before; sort the calls by time, from "
                        + scenario.startHour() + ":00 on");
            }
            if (call.afterStartMs() < scenario.hours() * Plan.HOUR_MS) {
                calls.add(call);
            }
        } catch (DateTimeParseException notATime) {
            problem(line, "\"" + fields[0] + "\" is no time of the day; what would do is such as 08:30:12.250");
        } catch (IllegalArgumentException wrong) {
            problem(line, wrong.getMessage());
        }
    }

    private static long ms(String seconds) {
        if (seconds.isEmpty()) {
            return KnownCall.UNKNOWN;
        }
        if (!seconds.matches("[0-9]{1,5}(\\.[0-9]{1,3})?") || Double.parseDouble(seconds) > MOST_SECONDS) {
            throw new IllegalArgumentException("\"" + seconds + "\" is no time in seconds; what would do is 0 to " + MOST_SECONDS);
        }
        return Math.round(Double.parseDouble(seconds) * 1_000);
    }
}
