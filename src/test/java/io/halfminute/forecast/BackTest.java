package io.halfminute.forecast;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.pbx.CallId;
import io.halfminute.simulation.Machine;
import io.halfminute.simulation.Plan;
import io.halfminute.simulation.Simulation;
import io.halfminute.simulation.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sits beside the real machine while a day is played, forecasts like in production, and compares what it said with what
 * came. It keeps books of its own, so that the forecaster does not mark its own work.
 */
final class BackTest implements Machine {

    /** What came of one caller's bound, told when he was first seen waiting. */
    private record Told(long atMs, long byMs) {
    }

    private record Foretold(long untilMs, double share, double before, double low, double high,
                            long known, long inTime) {
    }

    private final Machine machine;
    private final Forecaster forecaster;
    private final long everyMs;
    private final int aheadMs;
    private final Map<CallId, Told> told = new HashMap<>();
    private final Map<CallId, Long> deadlines = new HashMap<>();
    private final List<Foretold> open = new ArrayList<>();
    private long nextMs = Plan.START_MS;
    private long nextShareMs = Plan.START_MS;
    private long known;
    private long inTime;
    private long seen;
    int bounds;
    int held;
    int minutesHeld;
    int gaveUpBefore;
    int silent;
    double boundSumMs;
    double waitSumMs;
    int windows;
    double errors;
    double bias;
    double persistence;
    double between;
    double width;
    double steadyErrors;
    int steady;
    double noise;
    long forecasts;
    long nanos;
    private final java.util.Set<CallId> everSeen = new java.util.HashSet<>();

    private BackTest(Plan plan, ForecastSpec spec) {
        this.machine = Machine.of(new Acd(plan.setup(), 1));
        this.forecaster = new Forecaster(spec);
        this.everyMs = spec.everyMs();
        this.aheadMs = spec.aheadMs();
    }

    static BackTest over(Plan plan, ForecastSpec spec) {
        BackTest test = new BackTest(plan, spec);
        Simulation.play(plan, test, new Watch());
        return test;
    }

    @Override
    public Outputs apply(AcdInput input, long nowMs) {
        while (nextMs <= nowMs) {
            forecast(nextMs);
            nextMs += everyMs;
        }
        Outputs outputs = machine.apply(input, nowMs);
        forecaster.accept(outputs.events());
        outputs.events().forEach(this::see);
        return outputs;
    }

    @Override
    public long nextDeadlineMs() {
        return machine.nextDeadlineMs();
    }

    private void forecast(long atMs) {
        long begin = System.nanoTime();
        Forecast forecast = forecaster.forecast(atMs, () -> false);
        nanos += System.nanoTime() - begin;
        forecasts++;
        for (Forecast.Wait wait : forecast.waits()) {
            if (deadlines.containsKey(wait.call()) && forecaster.isInLine(wait.call()) && everSeen.add(wait.call())) {
                if (wait.silent() == null) {
                    told.put(wait.call(), new Told(atMs, wait.byMs()));
                } else {
                    silent++;
                }
            }
        }
        if (atMs >= nextShareMs && forecast.status() == Forecast.Status.READY && forecast.hotline().share() != null) {
            nextShareMs = atMs + 60_000;
            open.add(new Foretold(atMs + aheadMs, forecast.hotline().share(), lately(atMs),
                    forecast.hotline().low(), forecast.hotline().high(), known, inTime));
        }
    }

    private final java.util.ArrayDeque<long[]> minutes = new java.util.ArrayDeque<>();

    /** What the last quarter of an hour was. */
    private double lately(long atMs) {
        minutes.addLast(new long[] {atMs, known, inTime});
        while (minutes.getFirst()[0] < atMs - aheadMs) {
            minutes.removeFirst();
        }
        long[] first = minutes.getFirst();
        return known == first[1] ? 1 : (double) (inTime - first[2]) / (known - first[1]);
    }

    private void see(AcdEvent event) {
        close(event.atMs());
        switch (event) {
            case AcdEvent.CallArrived arrived -> deadlines.put(arrived.call(), arrived.deadlineMs());
            case AcdEvent.CallAnswered answered -> {
                settle(answered.call(), answered.atMs());
                resolve(told.remove(answered.call()), answered.atMs(), true);
            }
            case AcdEvent.DeadlineMissed missed -> settle(missed.call(), Long.MAX_VALUE);
            case AcdEvent.CallEnded ended -> {
                settle(ended.call(), Long.MAX_VALUE);
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
        boundSumMs += what.byMs - what.atMs;
        waitSumMs += atMs - what.atMs;
        minutesHeld += atMs <= what.atMs + (what.byMs - what.atMs + 59_999) / 60_000 * 60_000 ? 1 : 0;
    }

    private void close(long nowMs) {
        while (!open.isEmpty() && open.getFirst().untilMs <= nowMs) {
            Foretold past = open.removeFirst();
            if (known > past.known) {
                double came = (double) (inTime - past.inTime) / (known - past.known);
                windows++;
                errors += Math.abs(past.share - came);
                between += past.low <= came && came <= past.high ? 1 : 0;
                width += past.high - past.low;
                persistence += Math.abs(past.before - came);
                if ((past.untilMs - Plan.START_MS) % Plan.HOUR_MS >= aheadMs) {
                    steadyErrors += Math.abs(past.share - came);
                    steady++;
                }
                bias += past.share - came;
                noise += Math.sqrt(came * (1 - came) / (known - past.known));
            }
        }
    }

    double coverage() {
        return (double) held / bounds;
    }

    double meanError() {
        return errors / windows;
    }

    String report(String name) {
        return String.format(java.util.Locale.ROOT,
                "%-28s told %5d held %.1f %% (as minutes %.1f %%), gave up before %d, silent %d, bound %.0f s, waited %.0f s | "
                        + "windows %d, off %.1f points (as lately %.1f, in the hour %.1f, between %.0f %% of %.0f), bias %+.1f, chance alone %.1f, in time %.1f %% | %.1f ms a forecast",
                name, bounds, 100 * coverage(), 100.0 * minutesHeld / bounds, gaveUpBefore, silent, boundSumMs / 1e3 / bounds,
                waitSumMs / 1e3 / bounds, windows, 100 * meanError(), 100 * persistence / windows, 100 * steadyErrors / steady,
                100 * between / windows, 100 * width / windows, 100 * bias / windows, 80 * noise / windows,
                100.0 * inTime / known, nanos / 1e6 / forecasts);
    }
}
