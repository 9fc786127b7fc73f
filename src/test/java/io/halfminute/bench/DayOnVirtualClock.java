package io.halfminute.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code simulate}, as the command plays it, each day in a JVM of its own. */
final class DayOnVirtualClock {

    private static final int DAYS = 5;
    private static final int CALLS = 20_000;
    private static final int LIMIT_S = 60;

    private DayOnVirtualClock() {
    }

    /** Seconds for a day: the day alone, and with the start and the end of the JVM around it. */
    static List<Figure> figures() {
        List<Double> alone = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int day = 1; day <= DAYS; day++) {
            long begin = System.nanoTime();
            alone.add(play(day).at("/simulation_s").asDouble());
            whole.add((System.nanoTime() - begin) / 1e9);
        }
        return List.of(new Figure("simulate_day", "s", Stats.of(alone, DAYS), null),
                new Figure("simulate_day_with_jvm", "s", Stats.of(whole, DAYS), null));
    }

    /** The build and the options that the launcher plays it with, if it has said them. */
    private static List<String> command(int seed) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC"));
        String options = System.getProperty("halfminute.day-options", "");
        command.addAll(options.isBlank() ? List.of() : List.of(options.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("halfminute.server-class-path", System.getProperty("java.class.path")),
                "io.halfminute.server.Main", "simulate", "--json", "--calls", "" + CALLS, "--seed", "" + seed));
        return command;
    }

    private static JsonNode play(int seed) {
        try {
            Process process = new ProcessBuilder(command(seed)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            JsonNode answer = new ObjectMapper().readTree(process.getInputStream());
            if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("simulate failed: " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a day was played", e);
        }
    }
}
