package io.halfminute.simulation;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.pbx.CallId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Every checker, after every step or some steps later, and the trail of the last steps for the message. */
public class Watch {

    private static final int TRAIL = 25;
    /** So many steps each checker goes over in a row: its code and its maps stay in the processor's cache. */
    private static final int BATCH = 256;

    private final NoFreeAgentBesideAWaitingCall pairs = new NoFreeAgentBesideAWaitingCall();
    private final List<Checker> checkers;
    private final int batch;
    /** Not yet looked at. */
    private final List<Step> steps = new ArrayList<>();
    private final Deque<Step> trail = new ArrayDeque<>(TRAIL);
    private long seen;

    /** Looks at each step at once. */
    public Watch() {
        this(1);
    }

    private Watch(int batch) {
        this.batch = batch;
        checkers = List.of(new EachCallEndsOnce(), new EachOfferEndsOnce(), new OneCallAnAgent(), new OneWinner(),
                pairs, new NoRingIsOpenedTooLate(), new AgentStatesChain(), new TimeRunsForward(),
                new NothingReportedBroken(), new CallbacksKeepTheirRules());
    }

    /**
     * Looks at some hundred steps together, which is quicker; a broken rule is told so much later, and in the same words. At the
     * end, or when the machine itself has failed, {@link #settled} or {@link #catchUp} looks at the rest.
     */
    public static Watch inBatches() {
        return new Watch(BATCH);
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
        this(1, only);
    }

    /** The same, looking at so many steps together. */
    Watch(int batch, Checker... only) {
        this.batch = batch;
        checkers = List.of(only);
    }

    /**
     * @throws RuleBroken with the trail when a rule is broken, by this step or by one that was not yet looked at
     */
    public void see(AcdInput input, Outputs outputs, long nowMs) {
        steps.add(new Step(seen++, nowMs, input, outputs));
        if (steps.size() >= batch) {
            catchUp();
        }
    }

    /**
     * Looks at what was not yet looked at.
     *
     * @throws RuleBroken with the trail up to the first step that broke a rule
     */
    void catchUp() {
        RuleBroken first = null;
        int good = steps.size();
        for (Checker checker : checkers) {
            int i = 0;
            try {
                for (; i < good; i++) {
                    checker.see(steps.get(i));
                }
            } catch (RuleBroken broken) {
                // The others need only look at what came before.
                first = broken;
                good = i;
            }
        }
        remember(first == null ? good : good + 1);
        steps.clear();
        if (first != null) {
            throw withTrail(first);
        }
    }

    private void remember(int count) {
        for (Step step : steps.subList(Math.max(0, count - TRAIL), count)) {
            if (trail.size() == TRAIL) {
                trail.removeFirst();
            }
            trail.addLast(step);
        }
    }

    /**
     * All callers have gone and nothing is wrong any more.
     *
     * @throws RuleBroken when something is left
     */
    public void settled() {
        catchUp();
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
        catchUp();
        throw withTrail(new RuleBroken(what));
    }

    /** Whether the machine holds this caller for one who waits. */
    boolean knowsAsWaiting(CallId call) {
        catchUp();
        return pairs.knowsAsWaiting(call);
    }

    /** How many steps were seen. */
    public long steps() {
        return seen;
    }

    private RuleBroken withTrail(RuleBroken broken) {
        return new RuleBroken(broken.getMessage() + "\nthe last steps:\n"
                + trail.stream().map(Step::toString).collect(Collectors.joining("\n")));
    }
}
