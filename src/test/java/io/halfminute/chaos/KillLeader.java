package io.halfminute.chaos;

import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.JoinedNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Of two servers the one that leads dies without a word under calls; it comes back and follows, and the other one dies. */
final class KillLeader implements Scenario {

    private static final long LEADS_LIMIT_MS = 3_000;
    private static final Duration MOST = Duration.ofSeconds(90);
    private static final int AGENTS = 10;
    /** Callers more than agents. */
    private static final int WAITING = 10;

    private final JoinedNode.Pair pair = JoinedNode.Pair.free();
    private final List<Long> leads = new ArrayList<>();
    private final List<Long> rings = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String name() {
        return "kill-leader";
    }

    @Override
    public Outcome run(Path folder, boolean full) {
        int rounds = full ? 10 : 2;
        HotlineUnderTest first = HotlineUnderTest.start(folder, Crowd.config(AGENTS), pair.first());
        try (Crowd crowd = Crowd.at(first, AGENTS, full ? 1_000 : 3_000);
                JoinedNode second = JoinedNode.start(first, pair)) {
            crowd.call(AGENTS + WAITING, full ? 20 : 5);
            for (int round = 0; round < rounds; round++) {
                killOnce(crowd, second, round % 2 == 0);
            }
            Crowd.Verdict verdict = crowd.drain(first::supervisor);
            findings.addAll(verdict.findings());
            return new Outcome("kill -9 of the leader of two servers, " + (full ? 10 : 3) + " calls a second",
                    "0 dropped, 0 lost, 0 double; no call offered twice", rounds, verdict.calls(),
                    List.of(new Measure("another leads", LEADS_LIMIT_MS, leads), new Measure("a phone rings", 0, rings)),
                    findings, "");
        }
    }

    private void killOnce(Crowd crowd, JoinedNode second, boolean firstLeads) {
        HotlineUnderTest first = crowd.hotline();
        Api heir = firstLeads ? second.api() : first.api();
        Wait.until(MOST, () -> crowd.isSettled(first.supervisor()));
        long killedMs = System.currentTimeMillis();
        long killed = System.nanoTime();
        (firstLeads ? first.server() : second.process()).destroyForcibly();
        boolean led = Wait.until(MOST, () -> heir.health().contains("leads; epoch"), findings,
                () -> "another leads: " + heir.health()) >= 0;
        leads.add(led ? Wait.sinceMs(killed) : -1);
        long rung = Wait.until(MOST, () -> firstAfter(crowd, killedMs) > 0, findings, () -> "phones ring: " + heir.health());
        rings.add(rung < 0 ? -1 : firstAfter(crowd, killedMs) - killedMs);
        if (firstLeads) {
            first.startServer();
        } else {
            second.start();
        }
        crowd.untilAllKnown(MOST, first.supervisor(), findings);
    }

    /** When a phone rang first after this moment; 0 if none did. What the dead leader had just asked for may be among them. */
    private static long firstAfter(Crowd crowd, long ms) {
        return crowd.rings().stream().mapToLong(RungPhone::rangMs).filter(at -> at > ms).min().orElse(0);
    }
}
