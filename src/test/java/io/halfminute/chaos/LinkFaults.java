package io.halfminute.chaos;

import io.halfminute.testing.HotlineUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cable between server and PBX is cut, goes silent, and is slow, under calls. */
final class LinkFaults implements Scenario {

    private static final int AGENTS = 4;
    private static final int WAITING = 6;
    private static final int TALK_MS = 4_000;
    private static final long CUT_LIMIT_MS = 1_000;
    private static final long SILENCE_LIMIT_MS = 15_000;
    private static final long BACK_LIMIT_MS = 5_000;
    private static final long SLOW_BY_MS = 300;
    private static final Duration MOST = Duration.ofSeconds(60);

    private final List<Long> cutNoticed = new ArrayList<>();
    private final List<Long> silenceNoticed = new ArrayList<>();
    private final List<Long> back = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public String name() {
        return "link";
    }

    @Override
    public Outcome run(Path folder, Form form) {
        int rounds = form.rounds(1, 10);
        Wire[] wire = new Wire[1];
        HotlineUnderTest hotline = HotlineUnderTest.start(folder, Crowd.config(AGENTS), Map.of(), started -> {
            wire[0] = new Wire(started.port("pbx.ami.port"));
            started.serveWith("pbx.ami.port", Integer.toString(wire[0].port()));
        });
        try (Wire cable = wire[0]; Crowd crowd = Crowd.at(hotline, AGENTS, TALK_MS)) {
            crowd.call(AGENTS + WAITING, 5);
            for (int round = 0; round < rounds; round++) {
                each(crowd, cable);
            }
            Crowd.Verdict verdict = crowd.drain(hotline::supervisor);
            findings.addAll(verdict.findings());
            return new Outcome("AMI cut, silent, slow", "0 dropped, 0 lost, 0 double; nothing stuck after a minute", rounds,
                    verdict.calls(), measures(), findings, "");
        }
    }

    private List<Measure> measures() {
        return List.of(new Measure("cut noticed", CUT_LIMIT_MS, cutNoticed),
                new Measure("silence noticed", SILENCE_LIMIT_MS, silenceNoticed),
                new Measure("every call known again", BACK_LIMIT_MS, back));
    }

    private void each(Crowd crowd, Wire cable) {
        cable.cut();
        cutNoticed.add(untilUnsure(crowd, "a cut"));
        // Longer than the PBX takes to help itself.
        Wait.pause(8_000);
        openAgain(crowd, cable);
        cable.silence();
        silenceNoticed.add(untilUnsure(crowd, "a silence"));
        Wait.pause(4_000);
        openAgain(crowd, cable);
        cable.slow(SLOW_BY_MS);
        Wait.pause(15_000);
        openAgain(crowd, cable);
    }

    private long untilUnsure(Crowd crowd, String fault) {
        return Wait.until(MOST, () -> !Board.read(crowd.hotline().supervisor()).linkUp(), findings,
                () -> fault + " was noticed");
    }

    private void openAgain(Crowd crowd, Wire cable) {
        cable.open();
        back.add(crowd.untilAllKnown(MOST, crowd.hotline().supervisor(), findings));
        Wait.until(MOST, () -> crowd.isSettled(crowd.hotline().supervisor()));
    }
}
