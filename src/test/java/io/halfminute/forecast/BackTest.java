package io.halfminute.forecast;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.simulation.Machine;
import io.halfminute.simulation.Plan;
import io.halfminute.simulation.Simulation;
import io.halfminute.simulation.Watch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Sits beside the real machine while a day is played, forecasts like in production, and compares what it said with what
 * came. It keeps books of its own, so that the forecaster does not mark its own work.
 */
final class BackTest implements Machine {

    private static final long COMPARED_EVERY_MS = 60_000;

    /** One caller's bound, told when he was first seen waiting without a phone ringing for him. */
    private record Told(long atMs, long byMs) {
    }

    /** @param before what the last quarter of an hour was: the forecast of who has none */
    private record Foretold(long untilMs, Forecast.Expected expected, double before, long known, long inTime) {
    }

    private record Known(long atMs, long known, long inTime) {
    }

    private final Machine machine;
    private final Forecaster forecaster;
    private final ForecastSpec spec;
    private final Map<CallId, Told> told = new HashMap<>();
    private final WaitTeller teller = new WaitTeller(Telling.DEFAULT, 5_000);
    /** What callers heard first. */
    private final Map<CallId, Told> spoken = new HashMap<>();
    private final Set<CallId> everSeen = new HashSet<>();
    private final Map<CallId, Long> deadlines = new HashMap<>();
    private final Deque<Foretold> open = new ArrayDeque<>();
    private final Deque<Known> lately = new ArrayDeque<>();
    private long nextMs = Plan.START_MS;
    private long nextShareMs = Plan.START_MS;
    private long known;
    private long inTime;
    int bounds;
    private int held;
    private int minutesHeld;
    private int gaveUpBefore;
    private int silent;
    int promises;
    private int promisesHeld;
    private double promisedSumMs;
    private double stillWaitedSumMs;
    private double boundSumMs;
    private double waitSumMs;
    private int windows;
    private double errors;
    private double errorsOfLately;
    private double bias;
    private int between;

    private BackTest(Plan plan, ForecastSpec spec) {
        this.machine = Machine.of(new Acd(plan.setup(), 1));
        this.forecaster = new Forecaster(spec);
        this.spec = spec;
    }

    /** Plays the plan. */
    static BackTest over(Plan plan, ForecastSpec spec) {
        BackTest test = new BackTest(plan, spec);
        Simulation.play(plan, test, new Watch());
        return test;
    }

    @Override
    public Outputs apply(AcdInput input, long nowMs) {
        List<AcdInput> inputs = new ArrayList<>();
        for (; nextMs <= nowMs; nextMs += spec.everyMs()) {
            inputs.addAll(forecast(nextMs));
        }
        inputs.add(input);
        List<PbxCommand> commands = new ArrayList<>();
        List<AcdEvent> events = new ArrayList<>();
        Outputs outputs = null;
        for (AcdInput each : inputs) {
            outputs = machine.apply(each, nowMs);
            commands.addAll(outputs.commands());
            events.addAll(outputs.events());
        }
        forecaster.accept(events);
        teller.accept(events);
        events.forEach(this::see);
        return new Outputs(commands, events, outputs.refusal());
    }

    @Override
    public long nextDeadlineMs() {
        return machine.nextDeadlineMs();
    }

    /** @return what callers are to be told of it */
    private List<AcdInput.TellWait> forecast(long atMs) {
        Forecast forecast = forecaster.forecast(atMs, () -> false);
        for (Forecast.Wait wait : forecast.waits()) {
            if (forecaster.isInLine(wait.call()) && everSeen.add(wait.call())) {
                if (wait.silent() == null) {
                    told.put(wait.call(), new Told(atMs, wait.byMs()));
                } else {
                    silent++;
                }
            }
        }
        if (atMs >= nextShareMs && forecast.status() == Forecast.Status.READY && forecast.hotline().share() != null) {
            nextShareMs = atMs + COMPARED_EVERY_MS;
            open.addLast(new Foretold(atMs + spec.aheadMs(), forecast.hotline(), lately(atMs), known, inTime));
        }
        return teller.toTell(forecast);
    }

    private double lately(long atMs) {
        lately.addLast(new Known(atMs, known, inTime));
        while (lately.getFirst().atMs < atMs - spec.aheadMs()) {
            lately.removeFirst();
        }
        Known first = lately.getFirst();
        return known == first.known ? 1 : (double) (inTime - first.inTime) / (known - first.known);
    }

    private void see(AcdEvent event) {
        close(event.atMs());
        switch (event) {
            case AcdEvent.CallArrived arrived -> deadlines.put(arrived.call(), arrived.deadlineMs());
            case AcdEvent.WaitTold heard -> spoken.putIfAbsent(heard.call(), new Told(heard.atMs(), heard.byMs()));
            case AcdEvent.CallAnswered answered -> {
                resolveSpoken(spoken.remove(answered.call()), answered.atMs(), true);
                settle(answered.call(), answered.atMs());
                resolve(told.remove(answered.call()), answered.atMs(), true);
            }
            case AcdEvent.DeadlineMissed missed -> settle(missed.call(), Long.MAX_VALUE);
            case AcdEvent.CallEnded ended -> {
                settle(ended.call(), Long.MAX_VALUE);
                resolveSpoken(spoken.remove(ended.call()), ended.atMs(), false);
                resolve(told.remove(ended.call()), ended.atMs(), false);
            }
            default -> { }
        }
    }

    private void settle(CallId call, long answeredMs) {
        Long deadline = deadlines.remove(call);
        if (deadline != null) {
            known++;
            inTime += answeredMs <= deadline ? 1 : 0;
        }
    }

    /** Of who gave up before the bound nobody knows whether it would have held. */
    private void resolve(Told what, long atMs, boolean answered) {
        if (what == null) {
            return;
        }
        if (!answered && atMs <= what.byMs) {
            gaveUpBefore++;
            return;
        }
        bounds++;
        held += atMs <= what.byMs ? 1 : 0;
        minutesHeld += atMs <= what.atMs + (what.byMs - what.atMs + 59_999) / 60_000 * 60_000 ? 1 : 0;
        boundSumMs += what.byMs - what.atMs;
        waitSumMs += atMs - what.atMs;
    }

    private void resolveSpoken(Told what, long atMs, boolean answered) {
        if (what != null && (answered || atMs > what.byMs)) {
            promises++;
            promisesHeld += atMs <= what.byMs ? 1 : 0;
            promisedSumMs += what.byMs - what.atMs;
            stillWaitedSumMs += atMs - what.atMs;
        }
    }

    private void close(long nowMs) {
        while (!open.isEmpty() && open.getFirst().untilMs <= nowMs) {
            Foretold past = open.removeFirst();
            if (known > past.known) {
                double came = (double) (inTime - past.inTime) / (known - past.known);
                windows++;
                errors += Math.abs(past.expected.share() - came);
                errorsOfLately += Math.abs(past.before - came);
                bias += past.expected.share() - came;
                between += past.expected.low() <= came && came <= past.expected.high() ? 1 : 0;
            }
        }
    }

    /** Of how many callers the bound held, 0 to 1. */
    double coverage() {
        return (double) held / bounds;
    }

    /** Of how many callers what they heard held, 0 to 1. */
    double kept() {
        return (double) promisesHeld / promises;
    }

    /** By how much the foretold share was off, 0 to 1. */
    double meanError() {
        return errors / windows;
    }

    /** The same of who foretells that it goes on as in the last quarter of an hour. */
    double meanErrorOfLately() {
        return errorsOfLately / windows;
    }

    String report(String name) {
        return String.format(Locale.ROOT, """
                %s: %.1f %% of %d calls in time
                bounds   %d, held %.1f %% (rounded up to minutes %.1f %%); gave up before %d, told nothing %d
                         bound %.0f s, waited %.0f s, in the mean
                spoken   to %d, held %.1f %%, within %.0f s, still waited %.0f s, in the mean
                share    %d times, off by %.1f points (goes on as lately: %.1f), bias %+.1f, between low and high %.0f %%
                """, name, 100.0 * inTime / known, known, bounds, 100 * coverage(), 100.0 * minutesHeld / bounds,
                gaveUpBefore, silent, boundSumMs / 1e3 / bounds, waitSumMs / 1e3 / bounds, promises,
                100 * kept(), promisedSumMs / 1e3 / promises, stillWaitedSumMs / 1e3 / promises, windows, 100 * meanError(),
                100 * meanErrorOfLately(), 100 * bias / windows, 100.0 * between / windows);
    }
}
