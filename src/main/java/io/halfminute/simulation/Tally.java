package io.halfminute.simulation;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.ServiceLevel;
import io.halfminute.simulation.Outcome.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what the machine tells. */
final class Tally {

    /** Who hangs up within this time "never called", as some count. */
    private static final long AT_ONCE_MS = 5_000;

    private static final class Told {
        String dialled;
        QueueId queue;
        AgentId agent;
        long arrivedMs;
        long deadlineMs;
        boolean waited;
        long answeredMs;
    }

    private final Map<CallId, Told> calls = new HashMap<>();
    private final Map<AgentId, AtWork> agents = new HashMap<>();
    private final Map<CallEnd, Long> ends = new EnumMap<>(CallEnd.class);
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Promises callbacks = new Promises();
    private final long[] kinds = new long[Fate.values().length];
    private long[] waitsMs = new long[1024];
    private int answered;
    private long offered;
    private long offers;
    private long misses;

    long offered() {
        return offered;
    }

    void see(AcdEvent event) {
        switch (event) {
            case AcdEvent.CallArrived arrived -> arrived(arrived);
            case AcdEvent.CallbackChanged changed -> callbacks.see(changed.callback());
            case AcdEvent.OfCall ofCall when !calls.containsKey(ofCall.call()) -> ofOwnCall(ofCall);
            case AcdEvent.CallWaits waits -> calls.get(waits.call()).waited = true;
            case AcdEvent.OfferMade _ -> offers++;
            case AcdEvent.OfferEnded ended when ended.outcome() == AcdEvent.OfferOutcome.NO_ANSWER -> misses++;
            case AcdEvent.CallAnswered answer -> answered(calls.get(answer.call()), answer);
            case AcdEvent.CallEnded ended -> ended(ended);
            case AcdEvent.AgentChanged changed ->
                agents.computeIfAbsent(changed.agent(), _ -> new AtWork()).become(changed.to(), changed.atMs());
            default -> { }
        }
    }

    private void arrived(AcdEvent.CallArrived arrived) {
        offered++;
        Told told = new Told();
        told.dialled = arrived.dialled();
        told.queue = arrived.queue();
        told.arrivedMs = arrived.arrivedMs();
        told.deadlineMs = arrived.deadlineMs();
        calls.put(arrived.call(), told);
    }

    /** To a customer who is called back: no caller has arrived, and nothing of it counts but that agents were busy. */
    private void ofOwnCall(AcdEvent.OfCall event) {
        if (event instanceof AcdEvent.CallAnswered answered) {
            callbacks.reached(answered.call(), answered.atMs());
        }
    }

    private void answered(Told call, AcdEvent.CallAnswered answer) {
        long atMs = answer.atMs();
        if (call.answeredMs > 0) {
            return;
        }
        call.answeredMs = atMs;
        call.agent = answer.agent();
        if (answered == waitsMs.length) {
            waitsMs = Arrays.copyOf(waitsMs, 2 * answered);
        }
        waitsMs[answered++] = atMs - call.arrivedMs;
    }

    private void ended(AcdEvent.CallEnded event) {
        Told call = calls.remove(event.call());
        ends.merge(event.end(), 1L, Long::sum);
        Fate fate = fate(call, event);
        kinds[fate.ordinal()]++;
        long until = call.answeredMs > 0 ? call.answeredMs : event.atMs();
        outcomes.add(new Outcome(call.dialled, call.queue, call.arrivedMs, fate, until - call.arrivedMs, call.agent));
    }

    private static Fate fate(Told call, AcdEvent.CallEnded event) {
        if (call.answeredMs > 0) {
            return call.answeredMs <= call.deadlineMs ? Fate.IN_TIME : Fate.LATE;
        }
        if (event.end() == CallEnd.DIVERTED) {
            return Fate.TIMED_OUT;
        }
        if (event.end() == CallEnd.CALLBACK_TAKEN) {
            return Fate.CALLBACK;
        }
        if (event.end() == CallEnd.REFUSED || !call.waited) {
            return Fate.NEVER_QUEUED;
        }
        if (event.atMs() - call.arrivedMs <= AT_ONCE_MS) {
            return Fate.HUNG_UP_AT_ONCE;
        }
        return event.atMs() <= call.deadlineMs ? Fate.HUNG_UP_SOON : Fate.HUNG_UP_LATE;
    }

    Report report(Plan plan, long steps) {
        long[] waits = Arrays.copyOf(waitsMs, answered);
        Arrays.sort(waits);
        return new Report(plan.seed(), offered, count(CallEnd.ANSWERED), count(CallEnd.ABANDONED),
                count(CallEnd.REFUSED), count(CallEnd.DIVERTED), counts(), Report.Waits.of(waits), offers, misses,
                Report.Occupancy.of(agents.values().stream().filter(AtWork::worked).mapToDouble(AtWork::occupancy)
                        .sorted().toArray()), steps);
    }

    Day day(Plan plan, long steps) {
        Map<AgentId, Day.Desk> desks = new HashMap<>();
        agents.forEach((id, agent) -> {
            if (agent.worked()) {
                desks.put(id, new Day.Desk(agent.busyMs(), agent.ms[AgentState.READY.ordinal()]));
            }
        });
        return new Day(report(plan, steps), outcomes, desks, callbacks.all());
    }

    private long count(CallEnd end) {
        return ends.getOrDefault(end, 0L);
    }

    private ServiceLevel.Counts counts() {
        return new ServiceLevel.Counts(kinds[Fate.IN_TIME.ordinal()], kinds[Fate.LATE.ordinal()],
                kinds[Fate.HUNG_UP_AT_ONCE.ordinal()], kinds[Fate.HUNG_UP_SOON.ordinal()], kinds[Fate.HUNG_UP_LATE.ordinal()],
                kinds[Fate.TIMED_OUT.ordinal()], 0, kinds[Fate.CALLBACK.ordinal()], kinds[Fate.NEVER_QUEUED.ordinal()]);
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
