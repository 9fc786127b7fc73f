package io.halfminute.chaos;

import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The server dies without a word while callers wait and talk, and is started again, some times over. */
final class KillServer implements Scenario {

    private static final long KNOWN_LIMIT_MS = 5_000;
    private static final Duration KNOWN_MOST = Duration.ofSeconds(90);

    private final Map<String, String> settings;
    private final List<Long> ready = new ArrayList<>();
    private final List<Long> known = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** As it ships. */
    KillServer() {
        this(Map.of());
    }

    /** With other values for keys of {@code halfminute.yaml}. */
    KillServer(Map<String, String> settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "kill-server";
    }

    @Override
    public Outcome run(Path folder, Form form) {
        int waiting = form.full() ? 200 : 20;
        int talking = form.full() ? 50 : 6;
        int rounds = form.rounds(2, 20);
        HotlineUnderTest hotline = HotlineUnderTest.start(folder, Crowd.config(talking), settings);
        try (Crowd crowd = Crowd.at(hotline, talking, form.full() ? 15_000 : 8_000)) {
            crowd.call(waiting + talking, form.full() ? 25 : 10);
            for (int round = 0; round < rounds; round++) {
                killOnce(crowd);
            }
            Crowd.Verdict verdict = crowd.drain(hotline::supervisor);
            findings.addAll(verdict.findings());
            return new Outcome("kill -9 of the server, " + waiting + " waiting, " + talking + " talking",
                    "0 dropped, 0 lost, 0 double; order and deadlines kept", rounds, verdict.calls(),
                    List.of(new Measure("ready", 0, ready), new Measure("every call known", KNOWN_LIMIT_MS, known)), findings, "");
        }
    }

    /** The times are counted from the start of the program, the JVM's own start among them. */
    private void killOnce(Crowd crowd) {
        HotlineUnderTest hotline = crowd.hotline();
        Api supervisor = hotline.supervisor();
        Wait.until(KNOWN_MOST, () -> crowd.isSettled(supervisor));
        Board before = Board.read(supervisor);
        hotline.killServer();
        long start = System.nanoTime();
        hotline.startServer();
        ready.add(Wait.sinceMs(start));
        known.add(crowd.untilAllKnown(KNOWN_MOST, supervisor, findings) < 0 ? -1 : Wait.sinceMs(start));
        findings.addAll(before.comparedWith(Board.read(supervisor)));
    }
}
