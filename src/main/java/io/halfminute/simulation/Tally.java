package io.halfminute.simulation;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.ServiceLevel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts what the machine tells. */
final class Tally {

    /** Who hangs up within this time "never called", as some count. */
    private static final long AT_ONCE_MS = 5_000;

    private static final class Told {
        long arrivedMs;
        long deadlineMs;
        boolean waited;
        long answeredMs;
    }

    private final Map<CallId, Told> calls = new HashMap<>();
    private final Map<AgentId, AtWork> agents = new HashMap<>();
    private final Map<CallEnd, Long> ends = new EnumMap<>(CallEnd.class);
    private final long[] kinds = new long[Kind.values().length];
    private long[] waitsMs = new long[1024];
    private int answered;
    private long offered;
    private long offers;
    private long misses;

    private enum Kind { IN_TIME, LATE, AT_ONCE, SOON, TOO_LATE, TIMED_OUT, NEVER_QUEUED }

    long offered() {
        return offered;
    }

    void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.CallArrived arrived -> arrived(arrived);
            case AcdEvent.CallWaits waits -> calls.get(waits.call()).waited = true;
            case AcdEvent.OfferMade _ -> offers++;
            case AcdEvent.OfferEnded ended when ended.outcome() == AcdEvent.OfferOutcome.NO_ANSWER -> misses++;
            case AcdEvent.CallAnswered answer -> answered(calls.get(answer.call()), answer.atMs());
            case AcdEvent.CallEnded ended -> ended(ended);
            case AcdEvent.AgentChanged changed ->
                agents.computeIfAbsent(changed.agent(), _ -> new AtWork()).become(changed.to(), changed.atMs());
            default -> { }
        }
    }

    private void arrived(AcdEvent.CallArrived arrived) {
        offered++;
        Told told = new Told();
        told.arrivedMs = arrived.arrivedMs();
        told.deadlineMs = arrived.deadlineMs();
        calls.put(arrived.call(), told);
    }

    private void answered(Told call, long atMs) {
        if (call.answeredMs > 0) {
            return;
        }
        call.answeredMs = atMs;
        if (answered == waitsMs.length) {
            waitsMs = Arrays.copyOf(waitsMs, 2 * answered);
        }
        waitsMs[answered++] = atMs - call.arrivedMs;
    }

    private void ended(AcdEvent.CallEnded event) {
        Told call = calls.remove(event.call());
        ends.merge(event.end(), 1L, Long::sum);
        kinds[kind(call, event).ordinal()]++;
    }

    private static Kind kind(Told call, AcdEvent.CallEnded event) {
        if (call.answeredMs > 0) {
            return call.answeredMs <= call.deadlineMs ? Kind.IN_TIME : Kind.LATE;
        }
        if (event.end() == CallEnd.DIVERTED) {
            return Kind.TIMED_OUT;
        }
        if (event.end() == CallEnd.REFUSED || !call.waited) {
            return Kind.NEVER_QUEUED;
        }
        if (event.atMs() - call.arrivedMs <= AT_ONCE_MS) {
            return Kind.AT_ONCE;
        }
        return event.atMs() <= call.deadlineMs ? Kind.SOON : Kind.TOO_LATE;
    }

    Report report(Plan plan, long steps) {
        long[] waits = Arrays.copyOf(waitsMs, answered);
        Arrays.sort(waits);
        return new Report(plan.seed(), offered, count(CallEnd.ANSWERED), count(CallEnd.ABANDONED),
                count(CallEnd.REFUSED), count(CallEnd.DIVERTED), counts(), Report.Waits.of(waits), offers, misses,
                Report.Occupancy.of(agents.values().stream().filter(AtWork::worked).mapToDouble(AtWork::occupancy)
                        .sorted().toArray()), steps);
    }

    private long count(CallEnd end) {
        return ends.getOrDefault(end, 0L);
    }

    private ServiceLevel.Counts counts() {
        return new ServiceLevel.Counts(kinds[Kind.IN_TIME.ordinal()], kinds[Kind.LATE.ordinal()],
                kinds[Kind.AT_ONCE.ordinal()], kinds[Kind.SOON.ordinal()], kinds[Kind.TOO_LATE.ordinal()],
                kinds[Kind.TIMED_OUT.ordinal()], 0, 0, kinds[Kind.NEVER_QUEUED.ordinal()]);
    }

    /** One agent's time, by what he did with it. */
    private static final class AtWork {
        private final long[] ms = new long[AgentState.values().length];
        private AgentState state = AgentState.SIGNED_OUT;
        private long sinceMs;

        void become(AgentState next, long atMs) {
            ms[state.ordinal()] += atMs - sinceMs;
            state = next;
            sinceMs = atMs;
        }

        private long busyMs() {
            return ms[AgentState.RESERVED.ordinal()] + ms[AgentState.RINGING.ordinal()] + ms[AgentState.ON_CALL.ordinal()]
                    + ms[AgentState.WRAP_UP.ordinal()];
        }

        boolean worked() {
            return busyMs() + ms[AgentState.READY.ordinal()] > 0;
        }

        double occupancy() {
            return (double) busyMs() / (busyMs() + ms[AgentState.READY.ordinal()]);
        }
    }
}
