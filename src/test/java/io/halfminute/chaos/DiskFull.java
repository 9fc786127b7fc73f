package io.halfminute.chaos;

import io.halfminute.chaos.Finding.Kind;
import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The server can write no file any more under calls: neither outbox nor journal nor log. Its files may not grow beyond a size that
 * all of them have (prlimit, of Debian's util-linux), which the system tells a program in the same way as a disk that is full.
 */
final class DiskFull implements Scenario {

    private static final int AGENTS = 6;
    private static final int WAITING = 4;
    private static final int TALK_MS = 3_000;
    private static final String FAULT = "no file of the server's can grow";
    private static final String HELD = "calls go on; 0 dropped, 0 lost, 0 double";
    private static final Duration MOST = Duration.ofSeconds(60);

    private final List<Long> drained = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public Outcome run(Path folder, Form form) {
        int seconds = form.full() ? 120 : 15;
        HotlineUnderTest hotline = HotlineUnderTest.start(folder, Crowd.config(AGENTS), Map.of());
        try (Crowd crowd = Crowd.at(hotline, AGENTS, TALK_MS)) {
            crowd.call(AGENTS + WAITING, 5);
            if (!limit(hotline, "1024:unlimited")) {
                return Outcome.skipped(FAULT, HELD, "the size of files cannot be limited; apt-get install util-linux");
            }
            served(crowd, seconds);
            limit(hotline, "unlimited:unlimited");
            drained.add(Wait.until(MOST, () -> isDrained(hotline.api()), findings, () -> "drained: " + hotline.api().health()));
            Crowd.Verdict verdict = crowd.drain(hotline::supervisor);
            findings.addAll(verdict.findings());
            return new Outcome(FAULT + " for " + seconds + " s", HELD, 1, verdict.calls(),
                    List.of(new Measure("drained", 0, drained)), findings, "");
        }
    }

    private static boolean limit(HotlineUnderTest hotline, String bytes) {
        try {
            return new ProcessBuilder("prlimit", "--pid", Long.toString(hotline.server().pid()), "--fsize=" + bytes).inheritIO()
                    .start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void served(Crowd crowd, int seconds) {
        long before = crowd.rings().stream().filter(RungPhone::isTalk).count();
        Wait.pause(seconds * 1_000L);
        long talks = crowd.rings().stream().filter(RungPhone::isTalk).count() - before;
        // Each agent could have talked so often; half of it is no standstill.
        if (talks < (long) AGENTS * seconds * 1_000 / TALK_MS / 2) {
            findings.add(new Finding(Kind.NEVER, "only " + talks + " calls were picked up within " + seconds + " s"));
        }
    }

    private static boolean isDrained(Api anybody) {
        return anybody.health().matches("(?s).*\\b[0-9] entries wait, 0 set aside, 0 lost.*");
    }
}
