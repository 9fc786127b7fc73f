package io.halfminute.chaos;

import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.JoinedNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Of three servers the one that leads dies without a word under calls; it comes back and follows, and the next one dies. */
final class KillLeader implements Scenario {

    static final Duration MOST = Duration.ofSeconds(90);
    private static final long LEADS_LIMIT_MS = 3_000;
    private static final int SERVERS = 3;
    private static final int AGENTS = 10;
    /** Callers more than agents. */
    private static final int WAITING = 10;

    private final JoinedNode.Group group = JoinedNode.Group.of(SERVERS);
    private final List<Long> leads = new ArrayList<>();
    private final List<Long> rings = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String name() {
        return "kill-leader";
    }

    @Override
    public Outcome run(Path folder, Form form) {
        int rounds = form.rounds(2, 10);
        HotlineUnderTest first = HotlineUnderTest.start(folder, Crowd.config(AGENTS), group.first());
        try (Crowd crowd = Crowd.at(first, AGENTS, form.full() ? 1_000 : 3_000); Nodes nodes = new Nodes(first)) {
            for (int which = 1; which < SERVERS; which++) {
                nodes.add(JoinedNode.start(first, group, which, Map.of()));
            }
            crowd.call(AGENTS + WAITING, form.full() ? 20 : 5);
            for (int round = 0; round < rounds; round++) {
                killOnce(crowd, nodes);
            }
            Crowd.Verdict verdict = crowd.drain(first::supervisor);
            findings.addAll(verdict.findings());
            return new Outcome("kill -9 of the leader of three servers, " + (form.full() ? 10 : 3) + " calls a second",
                    "0 dropped, 0 lost, 0 double; no call offered twice", rounds, verdict.calls(),
                    List.of(new Measure("another leads", LEADS_LIMIT_MS, leads), new Measure("a phone rings", 0, rings)),
                    findings, "");
        }
    }

    private void killOnce(Crowd crowd, Nodes nodes) {
        Nodes.Member leader = nodes.leader();
        Wait.until(MOST, () -> crowd.isSettled(leader.supervisor().get()));
        long killedMs = System.currentTimeMillis();
        long killed = System.nanoTime();
        leader.process().get().destroyForcibly();
        boolean led = Wait.until(MOST, () -> nodes.leaderBut(leader) != null, findings, () -> "another leads") >= 0;
        leads.add(led ? Wait.sinceMs(killed) : -1);
        long rung = Wait.until(MOST, () -> firstAfter(crowd, killedMs) > 0, findings, () -> "phones ring");
        rings.add(rung < 0 ? -1 : firstAfter(crowd, killedMs) - killedMs);
        leader.start().run();
        crowd.untilAllKnown(MOST, leader.supervisor().get(), findings);
    }

    /** When a phone rang first after this moment; 0 if none did. What the dead leader had just asked for may be among them. */
    private static long firstAfter(Crowd crowd, long ms) {
        return crowd.rings().stream().mapToLong(RungPhone::rangMs).filter(at -> at > ms).min().orElse(0);
    }
}
