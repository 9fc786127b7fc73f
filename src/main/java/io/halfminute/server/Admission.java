package io.halfminute.server;

import io.halfminute.config.Configuration;
import io.halfminute.record.CallQueries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets users in before pages are served, so that whoever finds the server ready can sign in. With a database that is away
 * they are let in once it is there; calls are served meanwhile.
 */
final class Admission implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final StorePart store;
    private final BoardLoop boards;
    private final Supplier<Configuration> current;
    private final InstantSource clock;
    private final Runnable then;
    private volatile boolean closing;

    /** @param then done once, when the database is there */
    Admission(StorePart store, BoardLoop boards, Supplier<Configuration> current, InstantSource clock, Runnable then) {
        this.then = then;
        this.store = store;
        this.boards = boards;
        this.current = current;
        this.clock = clock;
    }

    /** Tries once; what that cannot do goes on beside. */
    void start() {
        if (!admitted()) {
            Thread.ofVirtual().name("database-admits").start(this::admitOnceTheDatabaseIsThere);
        }
    }

    private void admitOnceTheDatabaseIsThere() {
        do {
            LockSupport.parkNanos(RETRY.toNanos());
        } while (!closing && !admitted());
    }

    private boolean admitted() {
        try {
            store.admit(current.get());
            boards.seed(store.calls.dayTotals(Boards.dayStart(current.get().server().board(), clock.millis())));
            then.run();
            return true;
        } catch (CallQueries.Unavailable away) {
            LOG.warn("The database is away: {}", away.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("Users cannot be let in yet", failed);
        }
        return false;
    }

    @Override
    public void close() {
        closing = true;
    }
}
