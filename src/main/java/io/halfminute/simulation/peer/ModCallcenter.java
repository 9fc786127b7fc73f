package io.halfminute.simulation.peer;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.Setup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * FreeSWITCH's {@code mod_callcenter} with its strategy longest-idle-agent: one thread looks every 100 ms at all who wait, in
 * the order in which they came, and gives each the agent of the lowest tier whose last call ended longest ago. Read from
 * mod_callcenter.c (cc_agent_dispatch_thread_run, agents_callback, outbound_agent_thread_run).
 *
 * <p>An agent's tier in a queue is one more than the levels that he lacks to what the queue wants.
 */
final class ModCallcenter extends PeerMachine {

    private static final int LOOP_MS = 100;

    /**
     * @param legTimeoutMs  how long a phone rings; 10 s in the sample
     * @param maxNoAnswer   after so many misses in a row an agent is on break; 3 in the sample
     * @param rejectDelayMs how long one who refused is spared; 10 s in the sample
     * @param busyDelayMs   the same for one whose phone was engaged; 60 s in the sample
     * @param tierWaitMs    how long a caller waits for each further tier; 0 for tier rules that do not apply, as shipped
     */
    record Settings(int legTimeoutMs, int maxNoAnswer, int rejectDelayMs, int busyDelayMs, int tierWaitMs) {

        /** As the sample configuration has it. */
        static final Settings SAMPLE = new Settings(10_000, 3, 10_000, 60_000, 0);
    }

    private final Settings settings;
    private final List<PeerCall> waiting = new ArrayList<>();
    private boolean looping;

    ModCallcenter(Setup setup, Settings settings) {
        super(setup);
        this.settings = settings;
    }

    @Override
    void joins(PeerCall call) {
        waiting.add(call);
        loop();
    }

    /** The loop runs always; here, while there is something to see. */
    private void loop() {
        if (!looping && !waiting.isEmpty()) {
            looping = true;
            at((nowMs() / LOOP_MS + 1) * LOOP_MS, () -> {
                looping = false;
                List.copyOf(waiting).stream().filter(call -> call.waits).forEach(this::dispatch);
                loop();
            });
        }
    }

    private void dispatch(PeerCall call) {
        Optional<PeerAgent> next = agents().stream().filter(agent -> isEligible(agent, call))
                .min(Comparator.comparingInt((PeerAgent agent) -> agent.shortOf(call.queue))
                        .thenComparingLong(agent -> agent.lastCallEndS).thenComparingInt(agent -> agent.index));
        next.ifPresent(agent -> ring(call, List.of(agent), settings.legTimeoutMs));
    }

    private boolean isEligible(PeerAgent agent, PeerCall call) {
        return agent.isFree(nowMs()) && agent.canServe(call.queue) && isTierOpen(agent.shortOf(call.queue), call);
    }

    /** {@code tier-rule-wait-multiply-level} and {@code tier-rule-no-agent-no-wait}: a tier with nobody at work costs no wait. */
    private boolean isTierOpen(int lacks, PeerCall call) {
        return lacks == 0 || settings.tierWaitMs == 0 || call.waitedMs(nowMs()) >= (long) settings.tierWaitMs * lacks
                || agents().stream().noneMatch(agent -> agent.isSignedIn() && agent.canServe(call.queue)
                        && agent.shortOf(call.queue) < lacks);
    }

    @Override
    void comesBack(PeerCall call, OfferOutcome outcome) {
        // The loop sees him.
    }

    @Override
    void missed(PeerAgent agent, OfferOutcome outcome) {
        switch (outcome) {
            case REFUSED -> agent.sparedUntilMs = nowMs() + settings.rejectDelayMs;
            case BUSY -> agent.sparedUntilMs = nowMs() + settings.busyDelayMs;
            default -> agent.misses++;
        }
        if (agent.misses >= settings.maxNoAnswer) {
            pauseForMissing(agent);
        } else {
            free(agent);
        }
    }

    @Override
    void leavesLine(PeerCall call) {
        waiting.remove(call);
    }

    @Override
    void becameFree(PeerAgent agent) {
        // The loop sees him.
    }

    /** The hang-up is seen by a poll of 100 ms, and {@code last_bridge_end < now - wrap_up} is strict, in whole seconds. */
    @Override
    long wrapUpEndsMs(long wrapUpMs) {
        long seenMs = (nowMs() / LOOP_MS + 1) * LOOP_MS;
        return (seenMs / 1_000 + 1) * 1_000 + wrapUpMs;
    }
}
