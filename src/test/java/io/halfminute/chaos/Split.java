package io.halfminute.chaos;

import io.halfminute.chaos.Finding.Kind;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.JoinedNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Of three servers the one that leads is split from the others under calls: nothing comes through between it and the database,
 * by turns between it and the PBX, too. While it still reaches the PBX is the worse half, since there it could do harm. What the
 * servers tell one another by Hazelcast is left alone, for it decides nothing.
 */
final class Split implements Scenario {

    private static final int SERVERS = 3;
    private static final int AGENTS = 6;
    private static final int WAITING = 6;
    private static final int TALK_MS = 2_000;
    /** As it ships; a command that was on its way is given so long to arrive. */
    private static final long LEASE_MS = 1_500;
    private static final long ON_ITS_WAY_MS = 100;
    private static final long HEALED_LIMIT_MS = 30_000;
    /** What brings a caller to an agent. */
    private static final String COMMAND = "action: Redirect";

    private final JoinedNode.Group group = JoinedNode.Group.of(SERVERS);
    private final List<Wire> databases = new ArrayList<>();
    private final List<Wire> exchanges = new ArrayList<>();
    private final List<Long> leads = new ArrayList<>();
    private final List<Long> healed = new ArrayList<>();
    private final List<Long> commanded = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String name() {
        return "split";
    }

    @Override
    public Outcome run(Path folder, Form form) {
        int rounds = form.rounds(2, 10);
        OwnDatabase database = OwnDatabase.empty();
        IntStream.range(0, SERVERS).forEach(server -> databases.add(new Wire(database.port())));
        HotlineUnderTest first = HotlineUnderTest.start(folder, Crowd.config(AGENTS), settings(database, folder, 0), started -> {
            IntStream.range(0, SERVERS).forEach(server -> exchanges.add(new Wire(started.port("pbx.ami.port"))));
            started.serveWith("pbx.ami.port", Integer.toString(exchanges.getFirst().port()));
        });
        try (Crowd crowd = Crowd.at(first, AGENTS, TALK_MS); Nodes nodes = new Nodes(first)) {
            for (int which = 1; which < SERVERS; which++) {
                nodes.add(JoinedNode.start(first, group, which, settings(database, folder, which)));
            }
            exchanges.forEach(wire -> wire.listenFor(COMMAND));
            crowd.call(AGENTS + WAITING, 5);
            for (int round = 0; round < rounds; round++) {
                splitOnce(crowd, nodes, round % 2 == 1, form.full() ? 60_000 : 10_000);
            }
            Crowd.Verdict verdict = crowd.drain(() -> nodes.leader().supervisor().get());
            findings.addAll(verdict.findings());
            return new Outcome("the leader split from the other two and the database, by turns from the PBX, too",
                    "0 double offers; it commands nothing after its lease", rounds, verdict.calls(), measures(), findings, "");
        } finally {
            databases.forEach(Wire::close);
            exchanges.forEach(Wire::close);
        }
    }

    private List<Measure> measures() {
        return List.of(new Measure("another leads", 0, leads),
                new Measure("last command of the one that was split off", LEASE_MS + ON_ITS_WAY_MS, commanded),
                new Measure("healed", HEALED_LIMIT_MS, healed));
    }

    private Map<String, String> settings(OwnDatabase database, Path folder, int which) {
        Map<String, String> settings = new HashMap<>(database.reachedAt(databases.get(which).port(), folder));
        if (which == 0) {
            settings.putAll(group.first());
        } else {
            settings.put("pbx.ami.port", Integer.toString(exchanges.get(which).port()));
        }
        return settings;
    }

    private void splitOnce(Crowd crowd, Nodes nodes, boolean fromPbx, long splitMs) {
        Nodes.Member minority = nodes.leader();
        Wait.until(KillLeader.MOST, () -> crowd.isSettled(minority.supervisor().get()));
        Wire exchange = exchanges.get(minority.place());
        long split = System.nanoTime();
        databases.get(minority.place()).silence();
        if (fromPbx) {
            exchange.silence();
        }
        leads.add(Wait.until(KillLeader.MOST, () -> nodes.leaderBut(minority) != null, findings, () -> "another leads"));
        Wait.pause(splitMs);
        noteCommands(exchange, split);
        databases.get(minority.place()).open();
        exchange.open();
        healed.add(untilHealed(crowd, nodes, minority));
    }

    private void noteCommands(Wire exchange, long split) {
        long afterMs = Math.max(0, TimeUnit.NANOSECONDS.toMillis(exchange.lastSaidNanos() - split));
        commanded.add(afterMs);
        if (afterMs > LEASE_MS + ON_ITS_WAY_MS) {
            findings.add(new Finding(Kind.COMMANDED, "a caller was redirected " + afterMs + " ms after the split by who had led"));
        }
    }

    /** It learns that another one leads, ends, is started again as its launcher would, and follows; and every call is known. */
    private long untilHealed(Crowd crowd, Nodes nodes, Nodes.Member minority) {
        long opened = System.nanoTime();
        Duration most = KillLeader.MOST;
        Wait.until(most, () -> !minority.process().get().isAlive(), findings, () -> "the one that was split off ended");
        minority.start().run();
        boolean follows = Wait.until(most, minority::follows, findings, () -> "it follows: " + minority.anybody().health()) >= 0;
        boolean known = crowd.untilAllKnown(most, nodes.leader().supervisor().get(), findings) >= 0;
        return follows && known ? Wait.sinceMs(opened) : -1;
    }
}
