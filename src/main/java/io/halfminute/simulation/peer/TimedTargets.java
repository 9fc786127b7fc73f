package io.halfminute.simulation.peer;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.Setup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Routing by time-outs counted forward from arrival, as Twilio's TaskRouter (targets of a workflow) and Genesys Cloud
 * (bullseye rings) do it: at first only agents who have what the queue wants; after each time-out those who lack one level
 * more. Who waits longest comes first, and the agent who has waited longest. By events, without delay.
 *
 * <p>A phone that is ringing rings on when a target times out. An agent who lets it ring goes offline (TaskRouter's activity
 * of time-outs, Genesys' Not Responding) until he notices.
 */
final class TimedTargets extends PeerMachine {

    /**
     * @param targetMs     how long each target lasts
     * @param reservationMs how long a phone rings
     * @param skipsEmpty   TaskRouter's {@code skip_if: workers.available == 0}: a target without a free agent costs no time
     */
    record Settings(int targetMs, int reservationMs, boolean skipsEmpty) {
    }

    /** How long an agent who refused is spared: he goes offline and comes back at once. */
    private static final int AFTER_REFUSAL_MS = 5_000;

    private final Settings settings;
    private final List<PeerCall> waiting = new ArrayList<>();

    TimedTargets(Setup setup, Settings settings) {
        super(setup);
        this.settings = settings;
    }

    @Override
    void joins(PeerCall call) {
        waiting.add(call);
        match(call);
        int most = call.queue.demands().stream().mapToInt(demand -> demand.wanted() - demand.least()).sum();
        for (int lacks = 1; lacks <= most; lacks++) {
            at(call.joinedMs + (long) lacks * settings.targetMs, () -> match(call));
        }
    }

    private void match(PeerCall call) {
        if (!call.waits || !call.isInLine()) {
            return;
        }
        List<PeerAgent> able = agents().stream().filter(agent -> agent.isFree(nowMs()) && agent.canServe(call.queue))
                .toList();
        long open = call.waitedMs(nowMs()) / settings.targetMs;
        int least = able.stream().mapToInt(agent -> agent.shortOf(call.queue)).min().orElse(0);
        long reach = settings.skipsEmpty ? Math.max(open, least) : open;
        Optional<PeerAgent> next = able.stream().filter(agent -> agent.shortOf(call.queue) <= reach)
                .min(order(call));
        next.ifPresent(agent -> ring(call, List.of(agent), settings.reservationMs));
    }

    private static Comparator<PeerAgent> order(PeerCall call) {
        return Comparator.comparingLong((PeerAgent agent) -> agent.readySinceMs).thenComparingInt(agent -> agent.index);
    }

    @Override
    void comesBack(PeerCall call, OfferOutcome outcome) {
        match(call);
    }

    @Override
    void missed(PeerAgent agent, OfferOutcome outcome) {
        if (outcome == OfferOutcome.NO_ANSWER || outcome == OfferOutcome.UNREACHABLE) {
            pauseForMissing(agent);
            return;
        }
        agent.sparedUntilMs = nowMs() + AFTER_REFUSAL_MS;
        free(agent);
        at(agent.sparedUntilMs, () -> {
            if (agent.isFree(nowMs())) {
                becameFree(agent);
            }
        });
    }

    @Override
    void leavesLine(PeerCall call) {
        waiting.remove(call);
    }

    /** In the order of arrival, until somebody takes him. */
    @Override
    void becameFree(PeerAgent agent) {
        for (PeerCall call : List.copyOf(waiting)) {
            if (!agent.isFree(nowMs())) {
                return;
            }
            match(call);
        }
    }

    @Override
    long wrapUpEndsMs(long wrapUpMs) {
        return nowMs() + wrapUpMs;
    }
}
