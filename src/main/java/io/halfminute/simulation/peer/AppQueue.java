package io.halfminute.simulation.peer;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.Setup;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.queue.QueueId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asterisk's {@code app_queue}: each caller looks after himself. He sees once a second, counted from when he came, whether
 * it is his turn ({@code RECHECK}); then he rings a member for {@code timeout} seconds, and if nobody picks up he pauses for
 * {@code retry} seconds. Read from apps/app_queue.c (is_our_turn, num_available_members, calc_metric, ring_one,
 * wait_for_answer, wait_a_bit).
 *
 * <p>A queue of ours is a queue of his; whoever has the skills at the least level is a member. With {@code penalties} a
 * member's penalty is how many levels he lacks, and queue rules raise the largest penalty that is rung as a caller waits.
 */
final class AppQueue extends PeerMachine {

    private static final int RECHECK_MS = 1_000;
    /** After a refusal another member is rung if this much of the attempt is left. */
    private static final int WORTH_RINGING_MS = 500;

    /**
     * @param timeoutMs       how long one member rings; 15 s as shipped
     * @param retryMs         from an attempt that failed to the next; 5 s as shipped
     * @param autofill        whether others than the first caller have their turn while he is being served; shipped: no
     * @param penalties       whether members who lack levels come later
     * @param raiseAfterMs    after how long they are rung at all; 0 for at once, as without queue rules
     */
    record Settings(MemberOrder order, int timeoutMs, int retryMs, boolean autofill, boolean penalties, int raiseAfterMs) {

        Settings raisingAfter(int ms) {
            return new Settings(order, timeoutMs, retryMs, autofill, true, ms);
        }
    }

    private final Settings settings;
    private final Map<QueueId, Line> lines = new HashMap<>();

    AppQueue(Setup setup, Settings settings) {
        super(setup);
        this.settings = settings;
        setup.queues().forEach((id, queue) ->
                lines.put(id, new Line(agents().stream().filter(agent -> agent.canServe(queue)).toList())));
    }

    /** Who stands in a queue, in order, and who may be rung for it. */
    private static final class Line {
        private final List<PeerCall> callers = new ArrayList<>();
        private final List<PeerAgent> members;
        private final MemberOrder.Memory memory = new MemberOrder.Memory();

        Line(List<PeerAgent> members) {
            this.members = members;
        }
    }

    @Override
    void joins(PeerCall call) {
        List<PeerCall> callers = line(call).callers;
        if (callers.size() >= call.queue.maxWaiting()) {
            refuse(call);
            return;
        }
        callers.add(call);
        look(call);
    }

    private Line line(PeerCall call) {
        return lines.get(call.queue.id());
    }

    private void look(PeerCall call) {
        if (!call.isInLine()) {
            return;
        }
        if (isHisTurn(call)) {
            tryCalling(call);
        } else {
            at(nowMs() + RECHECK_MS, () -> look(call));
        }
    }

    private boolean isHisTurn(PeerCall call) {
        Line line = line(call);
        if (!settings.autofill && line.callers.getFirst() != call) {
            return false;
        }
        long available = line.members.stream().filter(this::isAvailable).limit(mostAvailable()).count();
        long before = line.callers.stream().takeWhile(other -> other != call).filter(other -> !other.pending).count();
        return before < available;
    }

    private long mostAvailable() {
        return settings.autofill && settings.order != MemberOrder.RINGALL ? Long.MAX_VALUE : 1;
    }

    private boolean isAvailable(PeerAgent agent) {
        return agent.isFree(nowMs());
    }

    private void tryCalling(PeerCall call) {
        call.pending = true;
        call.attemptUntilMs = nowMs() + settings.timeoutMs;
        call.tried.clear();
        ringOne(call);
    }

    private void ringOne(PeerCall call) {
        Line line = line(call);
        List<PeerAgent> candidates = line.members.stream().filter(this::isAvailable)
                .filter(agent -> !call.tried.contains(agent)).filter(agent -> isRungFor(call, agent)).toList();
        Optional<PeerAgent> best = settings.order.best(candidates, line.members, line.memory,
                agent -> settings.penalties ? agent.shortOf(call.queue) : 0);
        if (best.isEmpty()) {
            giveUp(call);
            return;
        }
        List<PeerAgent> rung = settings.order == MemberOrder.RINGALL ? together(asLowAs(best.get(), candidates, call))
                : List.of(best.get());
        call.tried.addAll(rung);
        ring(call, rung, call.attemptUntilMs - nowMs());
    }

    /** Of the lowest penalty, all. */
    private List<PeerAgent> asLowAs(PeerAgent best, List<PeerAgent> candidates, PeerCall call) {
        return candidates.stream().filter(agent -> !settings.penalties
                || agent.shortOf(call.queue) == best.shortOf(call.queue)).toList();
    }

    /** As many of them as can be rung together. */
    private static List<PeerAgent> together(List<PeerAgent> agents) {
        int fitting = agents.size();
        while (fitting > 1 && !PbxCommand.Offer.fits(agents.stream().limit(fitting).map(agent -> agent.spec.phone()).toList())) {
            fitting--;
        }
        return agents.subList(0, fitting);
    }

    private boolean isRungFor(PeerCall call, PeerAgent agent) {
        return !settings.penalties || call.waitedMs(nowMs()) >= settings.raiseAfterMs || agent.shortOf(call.queue) == 0;
    }

    private void giveUp(PeerCall call) {
        call.pending = false;
        at(nowMs() + settings.retryMs, () -> look(call));
    }

    @Override
    void comesBack(PeerCall call, OfferOutcome outcome) {
        boolean timedOut = outcome == OfferOutcome.NO_ANSWER;
        if (!timedOut && call.attemptUntilMs - nowMs() > WORTH_RINGING_MS) {
            ringOne(call);
        } else {
            giveUp(call);
        }
    }

    @Override
    void leavesLine(PeerCall call) {
        line(call).callers.remove(call);
    }

    @Override
    void becameFree(PeerAgent agent) {
        // Nobody is told: each caller sees it when he looks again.
    }

    /** {@code time(NULL) - wrapuptime < lastcall}, all in whole seconds: up to a second sooner than it says. */
    @Override
    long wrapUpEndsMs(long wrapUpMs) {
        return nowMs() / 1_000 * 1_000 + wrapUpMs;
    }
}
