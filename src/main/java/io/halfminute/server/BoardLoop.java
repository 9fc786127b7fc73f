package io.halfminute.server;

import io.halfminute.acd.AcdEvent;
import io.halfminute.alarm.Alarm;
import io.halfminute.forecast.Forecast;
import io.halfminute.pbx.CallId;
import io.halfminute.record.DayTotals;
import io.halfminute.view.Views;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that the boards belong to. */
final class BoardLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoardLoop.class);
    private static final long TICK_MS = 250;

    private final Views views;
    private final int most;
    private final ScheduledThreadPoolExecutor thread;

    /**
     * @param most pieces of news that may wait; beyond it the boards are behind anyhow, and the newest are dropped
     * @param beforeTick done four times a second, on this thread
     */
    BoardLoop(Views views, InstantSource clock, int most, Consumer<Views> beforeTick) {
        this.views = views;
        this.most = most;
        this.thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("boards").factory());
        thread.scheduleAtFixedRate(guarded(() -> {
            beforeTick.accept(views);
            views.tick(clock.millis());
        }), TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    void events(List<AcdEvent> events) {
        put(() -> views.accept(events));
    }

    void ticket(CallId call, long ticket) {
        put(() -> views.ticketOpened(call, ticket));
    }

    void forecast(Forecast forecast) {
        put(() -> views.forecast(forecast));
    }

    void alarms(List<Alarm> alarms) {
        put(() -> views.alarms(alarms));
    }

    void seed(DayTotals totals) {
        put(() -> views.seed(totals));
    }

    private void put(Runnable news) {
        if (thread.getQueue().size() < most) {
            thread.execute(guarded(news));
        } else {
            LOG.error("The boards are behind: {} pieces of news wait, one is dropped", most);
        }
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RejectedExecutionException gone) {
                LOG.debug("The pages are closed already: {}", gone.getMessage());
            } catch (RuntimeException e) {
                LOG.error("The boards failed", e);
            }
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
