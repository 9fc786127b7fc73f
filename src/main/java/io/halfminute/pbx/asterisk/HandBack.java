package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.PbxEvent;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.TimeoutException;

/**
 * Whoever is in the PBX's own queue comes back to the waiting room before anybody is offered: else that queue and this
 * server might ring the same phone, and who came later might be served earlier.
 */
final class HandBack {

    /** A caller leaves the fallback queue within a tenth of a second; one who does not is served by it. */
    private static final long MOST_MS = 1_000;
    private static final long LOOK_MS = 60;

    private final AsteriskSettings.Limits limits;
    private final CountDownLatch closing;

    /** @param closing ends it early */
    HandBack(AsteriskSettings.Limits limits, CountDownLatch closing) {
        this.limits = limits;
        this.closing = closing;
    }

    /** Returns when nobody is in that queue any more, or the time for it is over. */
    void all(Link link) throws IOException, TimeoutException, InterruptedException {
        long until = LinkKeeper.steadyMs() + Math.min(MOST_MS, limits.silenceLimitMs() / 3);
        Set<String> asked = new HashSet<>();
        List<Channels.Caller> there = atFallback(link);
        while (!there.isEmpty() && LinkKeeper.steadyMs() < until && !closing.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
            for (Channels.Caller caller : there) {
                if (asked.add(caller.channel())) {
                    link.handBack(caller.channel());
                }
            }
            there = atFallback(link);
        }
    }

    private static List<Channels.Caller> atFallback(Link link) throws IOException, TimeoutException {
        return Channels.of(link.channels(), Map.of(), 0).callers().stream()
                .filter(caller -> caller.snapshot().stage() == PbxEvent.Stage.AT_FALLBACK).toList();
    }
}
