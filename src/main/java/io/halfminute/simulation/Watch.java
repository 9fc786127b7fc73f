package io.halfminute.simulation;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.pbx.CallId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Every checker, after every step, and the trail of the last steps for the message. */
public class Watch {

    private static final int TRAIL = 25;

    private final NoFreeAgentBesideAWaitingCall pairs = new NoFreeAgentBesideAWaitingCall();
    private final List<Checker> checkers;
    private final Deque<Step> trail = new ArrayDeque<>(TRAIL);
    private long steps;

    public Watch() {
        checkers = List.of(new EachCallEndsOnce(), new EachOfferEndsOnce(), new OneCallAnAgent(), new OneWinner(),
                pairs, new NoRingIsOpenedTooLate(), new AgentStatesChain(), new TimeRunsForward(),
                new NothingReportedBroken(), new CallbacksKeepTheirRules());
    }

    /** Counts steps and lets everything pass: for machines that are not ours. */
    public static Watch blind() {
        return new Watch(_ -> { }) {
            @Override
            boolean knowsAsWaiting(CallId call) {
                return true;
            }
        };
    }

    /** These alone, to see what they catch. */
    Watch(Checker... only) {
        checkers = List.of(only);
    }

    /**
     * @throws RuleBroken with the trail when a rule is broken
     */
    public void see(AcdInput input, Outputs outputs, long nowMs) {
        Step step = new Step(steps++, nowMs, input, outputs);
        if (trail.size() == TRAIL) {
            trail.removeFirst();
        }
        trail.addLast(step);
        try {
            for (Checker checker : checkers) {
                checker.see(step);
            }
        } catch (RuleBroken broken) {
            throw withTrail(broken);
        }
    }

    /**
     * All callers have gone and nothing is wrong any more.
     *
     * @throws RuleBroken when something is left
     */
    public void settled() {
        try {
            checkers.forEach(Checker::settled);
        } catch (RuleBroken broken) {
            throw withTrail(broken);
        }
    }

    /**
     * @throws RuleBroken with the trail
     */
    void broken(String what) {
        throw withTrail(new RuleBroken(what));
    }

    /** Whether the machine holds this caller for one who waits. */
    boolean knowsAsWaiting(CallId call) {
        return pairs.knowsAsWaiting(call);
    }

    /** How many steps were seen. */
    public long steps() {
        return steps;
    }

    private RuleBroken withTrail(RuleBroken broken) {
        return new RuleBroken(broken.getMessage() + "\nthe last steps:\n"
                + trail.stream().map(Step::toString).collect(Collectors.joining("\n")));
    }
}
