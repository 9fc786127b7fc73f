package io.halfminute.server;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.LearnedTimes;
import io.halfminute.forecast.Forecast;
import io.halfminute.forecast.ForecastSpec;
import io.halfminute.forecast.Forecaster;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that foretells. It is the first to step back: when it gets the processor late the machine is busy with
 * callers, and the forecast is left out.
 */
final class ForecastLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ForecastLoop.class);

    private final Forecaster forecaster;
    private final ForecastSpec spec;
    private final InstantSource clock;
    private final int most;
    private final BooleanSupplier busy;
    private final Listener listener;
    private final ScheduledThreadPoolExecutor thread;
    private final AtomicLong leftOut = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile Forecast last = Forecast.NONE;
    private long dueNanos;

    /** Told on the loop's thread. */
    @FunctionalInterface
    interface Listener {
        /** A new forecast. */
        void forecast(Forecast forecast);

        /** What the next forecast will rest on. */
        default void events(List<AcdEvent> events) {
        }
    }

    /**
     * @param most     batches of events that may wait; what does not fit is dropped, and the forecast less true
     * @param busy     whether the machine is known to be busy
     */
    ForecastLoop(ForecastSpec spec, InstantSource clock, int most, BooleanSupplier busy, Listener listener) {
        this.forecaster = new Forecaster(spec);
        this.spec = spec;
        this.clock = clock;
        this.most = most;
        this.busy = busy;
        this.listener = listener;
        this.thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("forecast")
                .priority(Thread.MIN_PRIORITY).factory());
    }

    void start() {
        dueNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(spec.everyMs());
        thread.scheduleWithFixedDelay(guarded(this::forecast), spec.everyMs(), spec.everyMs(), TimeUnit.MILLISECONDS);
    }

    /** Takes in what happened; from one thread, without waiting. */
    void events(List<AcdEvent> events) {
        if (thread.getQueue().size() < most) {
            thread.execute(guarded(() -> take(events)));
        } else if (dropped.getAndAdd(events.size()) == 0) {
            LOG.error("The forecast is stuck: {} batches of events wait, more are dropped", most);
        }
    }

    /** Takes in what an earlier run saw; from any thread, without waiting. */
    void relearn(LearnedTimes past) {
        thread.execute(guarded(() -> forecaster.relearn(past)));
    }

    private void take(List<AcdEvent> events) {
        forecaster.accept(events);
        listener.events(events);
    }

    private void forecast() {
        long lagMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - dueNanos);
        if (lagMs > spec.effort().mostLagMs() || busy.getAsBoolean()) {
            leftOut.incrementAndGet();
            publish(last.with(Forecast.Status.LEFT_OUT));
        } else {
            long enoughNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(spec.effort().budgetMs());
            publish(forecaster.forecast(clock.millis(), () -> System.nanoTime() > enoughNanos));
        }
        dueNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(spec.everyMs());
    }

    private void publish(Forecast forecast) {
        last = forecast;
        listener.forecast(forecast);
    }

    /** The last one; from any thread. */
    Forecast last() {
        return last;
    }

    /** How many were left out because the machine was busy. */
    long leftOut() {
        return leftOut.get();
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("The forecast failed", e);
            }
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
