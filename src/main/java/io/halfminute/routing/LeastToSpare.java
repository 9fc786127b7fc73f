package io.halfminute.routing;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.WaitingCall;
import io.halfminute.routing.Decision.Candidate;
import io.halfminute.routing.Decision.LeftOut;
import io.halfminute.routing.Decision.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Among the agents who can take the call:
 * <ol>
 * <li>whose phone has rung for it least often, so that a call that was missed goes on to the next agent;
 * <li>who lacks least to the levels that the queue wants;
 * <li>who has the least to spare elsewhere: the specialist before the one whom other queues may need;
 * <li>for whom the most who are free could stand in, in that other queue of his where the fewest could: who is the last one
 *     there for some queue is kept for it;
 * <li>who has waited longest for a call;
 * <li>the smaller id, so that a replay decides alike.
 * </ol>
 * This is the rule as it is to be read: it looks at everybody. {@link Router} decides alike without doing that.
 */
public final class LeastToSpare implements Strategy {

    @Override
    public Optional<Decision> decide(WaitingCall call, Team team, int waiting, long nowMs) {
        List<Candidate> candidates = candidates(call, team, nowMs);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        candidates.sort(LeastToSpare::bestFirst);
        List<Candidate> listed = candidates.subList(0, Math.min(candidates.size(), Decision.MAX_LISTED));
        return Optional.of(new Decision(call.id(), candidates.getFirst().agent(), call.deadlineMs() - nowMs, waiting,
                listed, leftOut(call, team, nowMs)));
    }

    /** Whom the call goes to, without the reasons; null when nobody is free who can take it. */
    public AgentId winner(WaitingCall call, Team team, long nowMs) {
        Candidate best = null;
        for (Candidate candidate : candidates(call, team, nowMs)) {
            best = best == null || bestFirst(candidate, best) < 0 ? candidate : best;
        }
        return best == null ? null : best.agent();
    }

    /** The preferences in their order; written out, since it is asked some hundred times for each call. */
    private static int bestFirst(Candidate one, Candidate other) {
        int by = Integer.compare(one.tries(), other.tries());
        by = by != 0 ? by : Integer.compare(one.shortOf(), other.shortOf());
        by = by != 0 ? by : Integer.compare(one.spare(), other.spare());
        by = by != 0 ? by : Integer.compare(other.standIns(), one.standIns());
        by = by != 0 ? by : Long.compare(one.readySinceMs(), other.readySinceMs());
        return by != 0 ? by : one.agent().compareTo(other.agent());
    }

    private static List<Candidate> candidates(WaitingCall call, Team team, long nowMs) {
        List<Candidate> candidates = new ArrayList<>();
        Map<QueueId, Integer> free = team.free(nowMs);
        for (Agent agent : team.agents()) {
            if (agent.isFree(nowMs) && call.admits(agent)) {
                candidates.add(new Candidate(agent.id(), call.tries(agent.id()),
                        call.ask().shortOf(agent.profile()), team.spare(agent, call.queue()),
                        team.standIns(agent, call.queue(), free), agent.readySinceMs()));
            }
        }
        return candidates;
    }

    static List<LeftOut> leftOut(WaitingCall call, Team team, long nowMs) {
        List<LeftOut> leftOut = new ArrayList<>();
        for (Agent agent : team.agents()) {
            if (leftOut.size() == Decision.MAX_LISTED) {
                break;
            }
            whyNot(agent, call, nowMs).ifPresent(leftOut::add);
        }
        return leftOut;
    }

    /** The first reason that holds: what he cannot do before what he is doing. */
    private static Optional<LeftOut> whyNot(Agent agent, WaitingCall call, long nowMs) {
        if (call.named() != null && !call.named().equals(agent.id())) {
            return because(agent, Why.NOT_NAMED, call.named().value());
        }
        Optional<String> lacking = call.named() == null ? Fit.lacking(agent.profile(), call.ask()) : Optional.empty();
        if (lacking.isPresent()) {
            return because(agent, Why.SKILL, lacking.get());
        }
        return switch (agent.state()) {
            case READY -> whyNotThoughReady(agent, nowMs);
            case SIGNED_OUT, RESERVED, RINGING, ON_CALL, WRAP_UP, PAUSED ->
                because(agent, Why.NOT_READY, agent.state().name());
        };
    }

    private static Optional<LeftOut> whyNotThoughReady(Agent agent, long nowMs) {
        if (!agent.phoneReachable()) {
            return because(agent, Why.PHONE_UNREACHABLE, agent.phone().value());
        }
        if (agent.phoneInUse()) {
            return because(agent, Why.PHONE_IN_USE, agent.phone().value());
        }
        if (agent.restUntilMs() > nowMs) {
            return because(agent, Why.RESTING, Long.toString(agent.restUntilMs()));
        }
        return Optional.empty();
    }

    private static Optional<LeftOut> because(Agent agent, Why why, String detail) {
        return Optional.of(new LeftOut(agent.id(), why, detail));
    }
}
