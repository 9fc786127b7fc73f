package io.halfminute.chaos;

import io.halfminute.chaos.Finding.Kind;
import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The database cannot be reached for a while under calls, and in the middle of it the server is killed and started. */
final class DatabaseAway implements Scenario {

    private static final int AGENTS = 6;
    private static final int WAITING = 4;
    private static final int TALK_MS = 3_000;
    private static final long DRAIN_LIMIT_MS = 300_000;
    private static final Duration MOST = Duration.ofMinutes(6);

    private final List<Long> drained = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Outcome run(Path folder, Form form) {
        int seconds = form.full() ? 600 : 30;
        OwnDatabase database = OwnDatabase.empty();
        try (Wire wire = new Wire(database.port())) {
            HotlineUnderTest hotline = HotlineUnderTest.start(folder, Crowd.config(AGENTS), database.reachedAt(wire.port(), folder));
            try (Crowd crowd = Crowd.at(hotline, AGENTS, TALK_MS)) {
                crowd.call(AGENTS + WAITING, 5);
                away(crowd, wire, seconds);
                Crowd.Verdict verdict = crowd.drain(hotline::supervisor);
                findings.addAll(verdict.findings());
                return new Outcome("PostgreSQL away for " + seconds + " s, the server killed in the middle",
                        "calls go on; 0 dropped, 0 lost, 0 double", 1, verdict.calls(),
                        List.of(new Measure("drained", DRAIN_LIMIT_MS, drained)), findings, "");
            }
        }
    }

    /** First nobody is there to connect to, then connections stand and nothing comes back. */
    private void away(Crowd crowd, Wire wire, int seconds) {
        HotlineUnderTest hotline = crowd.hotline();
        wire.cut();
        served(crowd, seconds * 500L, "without a database");
        hotline.killServer();
        hotline.startServer();
        served(crowd, seconds * 250L, "after a start without a database");
        wire.silence();
        served(crowd, seconds * 250L, "with a database that does not answer");
        wire.open();
        drained.add(Wait.until(MOST, () -> isDrained(hotline.api())));
    }

    /** At the phones: the wallboard asks who is asking, and that is in the database. */
    private void served(Crowd crowd, long ms, String when) {
        long before = crowd.rings().stream().filter(RungPhone::isTalk).count();
        Wait.pause(ms);
        if (crowd.rings().stream().filter(RungPhone::isTalk).count() == before) {
            findings.add(new Finding(Kind.NEVER, "a call was picked up within " + ms + " ms " + when));
        }
    }

    private static boolean isDrained(Api anybody) {
        String health = anybody.health();
        return health.contains("answers") && health.matches("(?s).*\\b[0-9] entries wait.*");
    }
}
