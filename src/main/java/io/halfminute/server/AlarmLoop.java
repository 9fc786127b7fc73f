package io.halfminute.server;

import io.halfminute.alarm.Alarm;
import io.halfminute.alarm.AlarmBook;
import io.halfminute.alarm.AlarmChange;
import io.halfminute.alarm.AlarmPicture;
import io.halfminute.alarm.Severity;
import io.halfminute.alarm.webhook.WebhookLimits;
import io.halfminute.alarm.webhook.Webhooks;
import io.halfminute.config.AlarmConfig;
import io.halfminute.config.ClusterConfig;
import io.halfminute.config.Configuration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that watches the others: it looks twice a second, on a clock that nobody can set, and tells pages,
 * webhooks and log what began and what is over.
 */
final class AlarmLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmLoop.class);
    private static final long EVERY_MS = 500;
    private static final long NANOS_PER_MS = 1_000_000;

    private final AlarmSigns signs;
    private final InstantSource clock;
    private final Consumer<List<Alarm>> boards;
    private final Webhooks webhooks;
    private final AlarmBook book = new AlarmBook();
    private final ScheduledThreadPoolExecutor thread;
    private volatile AlarmPicture picture = AlarmPicture.NONE;

    /**
     * @param secret signs webhooks
     * @param boards is told all alarms when one of them changed; returns at once
     */
    AlarmLoop(AlarmSigns signs, Configuration configuration, String secret, InstantSource clock, Consumer<List<Alarm>> boards) {
        this.signs = signs;
        this.clock = clock;
        this.boards = boards;
        AlarmConfig config = configuration.server().alarms();
        this.webhooks = new Webhooks(config.webhooks(), secret,
                configuration.server().cluster().map(ClusterConfig::node).orElse(""),
                new WebhookLimits(config.mostWaiting(), config.retryFirst(), config.retryMost(), config.timeout()), clock);
        this.thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("alarms").factory());
        thread.scheduleWithFixedDelay(this::guarded, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** What there is; from any thread. */
    AlarmPicture picture() {
        return picture;
    }

    private void guarded() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The watch failed", e);
        }
    }

    private void look() {
        long steadyMs = System.nanoTime() / NANOS_PER_MS;
        List<AlarmChange> changes = book.look(signs.look(steadyMs, clock.millis()), steadyMs, clock.millis());
        AlarmPicture before = picture;
        picture = book.picture();
        changes.forEach(AlarmLoop::log);
        changes.forEach(webhooks::tell);
        if (!before.alarms().equals(picture.alarms())) {
            boards.accept(picture.alarms());
        }
    }

    private static void log(AlarmChange change) {
        if (!change.raised()) {
            LOG.info("No alarm any more: {}", change.alarm().en());
        } else if (change.alarm().kind().severity() == Severity.CRITICAL) {
            LOG.error("Alarm: {}", change.alarm().en());
        } else {
            LOG.warn("Alarm: {}", change.alarm().en());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        webhooks.close();
    }
}
