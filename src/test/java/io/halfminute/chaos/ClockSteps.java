package io.halfminute.chaos;

import io.halfminute.testing.HotlineUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The server's clock is set forward and back by an hour and a day under calls, by libfaketime (Debian's package of that name).
 * The clocks of PBX and database stay as they are, so Asterisk's records say what is true.
 */
final class ClockSteps implements Scenario {

    private static final int AGENTS = 4;
    private static final int WAITING = 6;
    private static final long AFTER_EACH_MS = 10_000;
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final List<String> STEPS = List.of("+1h", "+0", "-1h", "+0", "+1d", "+0", "-1d", "+0");
    private static final String FAULT = "the server's clock set by an hour and a day, forward and back";
    private static final String HELD = "0 dropped, 0 lost, 0 double; no duration wrong, nothing stuck";

    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Outcome run(Path folder, Form form) {
        Path library = library();
        if (library == null) {
            return Outcome.skipped(FAULT, HELD, "libfaketime is not there; apt-get install libfaketime");
        }
        Path offset = folder.resolve("clock");
        set(offset, "+0");
        OwnDatabase database = OwnDatabase.empty();
        HotlineUnderTest hotline = HotlineUnderTest.start(folder, Crowd.config(AGENTS),
                database.reachedAt(database.port(), folder), started -> {
            started.serveIn("LD_PRELOAD", library.toString());
            started.serveIn("FAKETIME_TIMESTAMP_FILE", offset.toString());
            started.serveIn("FAKETIME_CACHE_DURATION", "1");
            // Waits of the JVM itself are counted on the clock that nobody sets.
            started.serveIn("FAKETIME_DONT_FAKE_MONOTONIC", "1");
            // Its mend for another C library makes the JVM wait for ever.
            started.serveIn("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        });
        try (Crowd crowd = Crowd.at(hotline, AGENTS, 4_000)) {
            crowd.call(AGENTS + WAITING, 5);
            List<String> steps = form.full() ? STEPS : STEPS.subList(0, 4);
            steps.forEach(step -> step(crowd, offset, step));
            Crowd.Verdict verdict = crowd.drain(hotline::supervisor);
            findings.addAll(verdict.findings());
            return new Outcome(FAULT, HELD, steps.size(), verdict.calls(), List.of(), findings, "");
        }
    }

    private void step(Crowd crowd, Path offset, String step) {
        long before = crowd.rings().stream().filter(RungPhone::isTalk).count();
        set(offset, step);
        Wait.pause(AFTER_EACH_MS);
        Wait.until(MOST, () -> crowd.rings().stream().filter(RungPhone::isTalk).count() > before, findings,
                () -> "a call was picked up after the clock was set to " + step);
    }

    private static void set(Path file, String offset) {
        try {
            Files.writeString(file, offset + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null if it is not installed. */
    private static Path library() {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1")).filter(Files::exists).findFirst().orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
