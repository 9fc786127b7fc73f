package io.halfminute.server;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.LearnedTimes;
import io.halfminute.record.CallQueries;
import io.halfminute.record.Window;
import io.halfminute.store.Database;
import io.halfminute.store.PastTimes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a server that starts the times that earlier ones have seen, once the database is there. Beside the calls, which do not
 * wait for it: until then, and if it cannot be read, the machine goes by its beliefs, as on its first day.
 */
final class Recollection {

    private static final Logger LOG = LoggerFactory.getLogger(Recollection.class);
    /** Who has not been at work for longer is as good as new. */
    private static final Duration BACK = Duration.ofDays(30);

    private final Database database;
    private final Consumer<AcdInput> machine;
    private final Consumer<LearnedTimes> forecast;
    private final long startedMs;

    /** @param machine may block */
    Recollection(Database database, Consumer<AcdInput> machine, Consumer<LearnedTimes> forecast, InstantSource clock) {
        this.database = database;
        this.machine = machine;
        this.forecast = forecast;
        this.startedMs = clock.millis();
    }

    /** Returns at once. */
    void start() {
        Thread.ofVirtual().name("recollection").start(this::recollect);
    }

    private void recollect() {
        try {
            LearnedTimes past = PastTimes.in(new Window(startedMs - BACK.toMillis(), startedMs), database);
            machine.accept(new AcdInput.Relearn(past));
            forecast.accept(past);
        } catch (CallQueries.Unavailable away) {
            LOG.warn("What was learned before is not known again: {}", away.getMessage());
        } catch (RuntimeException unreadable) {
            LOG.warn("What was learned before cannot be read; all is learned anew", unreadable);
        }
    }
}
