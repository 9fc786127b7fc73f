package io.halfminute.server;

import io.halfminute.alarm.AlarmKind;
import io.halfminute.journal.Journal;
import io.halfminute.ledger.RunningLevels;
import io.halfminute.metric.Sources;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.ServiceLevel;
import io.halfminute.store.KeeperStats;
import io.halfminute.view.Views;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Where the metrics find the figures that the parts keep themselves.
 *
 * @param journal null when none is kept
 * @param slowed  whether boards are made less often
 * @param dropped batches of events that a stuck listener did not get so far
 */
record MetricSources(PbxPart pbx, StorePart store, AcdLoop loop, BooleanSupplier slowed, ForecastLoop forecast, Views views, Journal journal,
                     LongSupplier dropped, ToLongFunction<AlarmKind> alarms, InstantSource clock) {

    Sources sources() {
        return new Sources(ami(), outbox(), new Sources.Machine(loop::backlog, dropped, loop::lagMs, slowed), level(), forecasts(),
                store.keeper::late, journalled(), alarms, definitions());
    }

    private Sources.Ami ami() {
        return new Sources.Ami(pbx.asterisk::isUp, () -> pbx.asterisk.stats().lagMs(), () -> pbx.asterisk.stats().gaps(),
                () -> Math.max(0, pbx.asterisk.stats().connects() - 1), () -> pbx.asterisk.stats().commandsSent());
    }

    private Sources.Outbox outbox() {
        return new Sources.Outbox(() -> keeper().depth(), this::oldestOutboxMs, () -> keeper().failures());
    }

    private Sources.Level level() {
        return new Sources.Level(() -> share(views.board().totals().serviceLevelNow()),
                () -> share(views.board().totals().serviceLevelToday()));
    }

    private Sources.Forecasts forecasts() {
        return new Sources.Forecasts(() -> share(forecast.last().hotline().share()),
                () -> forecast.last().past().compared() == 0 ? Double.NaN : forecast.last().past().meanError(),
                () -> forecast.last().past().told(), () -> forecast.last().past().held(), forecast::leftOut);
    }

    private Sources.Journal journalled() {
        return journal == null ? new Sources.Journal(() -> 0, () -> 0)
                : new Sources.Journal(journal::written, journal::lost);
    }

    private Sources.Definitions definitions() {
        RunningLevels levels = store.keeper.levels();
        return new Sources.Definitions() {
            @Override
            public long good(ServiceLevel level, QueueId queue) {
                return levels.good(level, queue);
            }

            @Override
            public long all(ServiceLevel level, QueueId queue) {
                return levels.all(level, queue);
            }
        };
    }

    private KeeperStats keeper() {
        return store.keeper.stats();
    }

    private long oldestOutboxMs() {
        long oldest = keeper().oldestMs();
        return oldest == 0 ? 0 : Math.max(0, clock.millis() - oldest);
    }

    private static double share(Double share) {
        return share == null ? Double.NaN : share;
    }
}
