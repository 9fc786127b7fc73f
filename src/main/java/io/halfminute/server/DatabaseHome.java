package io.halfminute.server;

import io.halfminute.config.DatabaseConfig;
import io.halfminute.record.CallQueries;
import io.halfminute.store.Database;
import io.halfminute.store.DatabaseSettings;
import io.halfminute.store.EmbeddedDatabase;
import io.halfminute.store.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the database is: one of our own, which is started and stopped here, or another's. */
final class DatabaseHome implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHome.class);
    private static final int STATEMENT_MS = 10_000;

    private final DatabaseConfig config;
    private final EmbeddedDatabase embedded;
    private final AtomicReference<Database> prepared = new AtomicReference<>();
    private volatile boolean left;

    /**
     * Starts the embedded database, if it is that one.
     *
     * @throws StartFailure when it does not start
     */
    DatabaseHome(DatabaseConfig config, DataFolder data) {
        this.config = config;
        this.embedded = config.server().isPresent() ? null : startEmbedded(config, data);
    }

    /**
     * How to reach the database of a hotline that runs, which goes on as it is.
     *
     * @throws StartFailure when there is none
     */
    static DatabaseSettings running(DatabaseConfig config, Path data) {
        if (config.server().isPresent()) {
            return foreign(config);
        }
        EmbeddedSettings standard = EmbeddedSettings.standard(data);
        try {
            DatabaseSettings own = EmbeddedDatabase.running(new EmbeddedSettings(standard.folder(), standard.programs(),
                    standard.secret(), config.port(), standard.startMs()));
            return limited(config, own);
        } catch (IllegalStateException none) {
            throw new StartFailure(none.getMessage(), none);
        }
    }

    /** Whether it is ours, and therefore there. */
    boolean isEmbedded() {
        return embedded != null;
    }

    DatabaseSettings settings() {
        return embedded == null ? foreign(config) : limited(config, embedded.database());
    }

    private static DatabaseSettings limited(DatabaseConfig config, DatabaseSettings own) {
        return new DatabaseSettings(own.url(), own.user(), own.password(), config.mostConnections(),
                (int) config.connectTimeout().toMillis(), STATEMENT_MS);
    }

    private static DatabaseSettings foreign(DatabaseConfig config) {
        DatabaseConfig.Server server = config.server().orElseThrow();
        return limited(config, new DatabaseSettings(server.url(), server.user(), password(server.passwordFile())));
    }

    /** Connects ahead of {@link #open}, tables and all; a database that is away is no error. @return what will be opened */
    Database prepare() {
        Database made = new Database(settings());
        try {
            made.migrate();
        } catch (CallQueries.Unavailable away) {
            LOG.debug("Database: {}", away.getMessage());
        }
        discard(prepared.getAndSet(made));
        return made;
    }

    /** The way to it, to be closed by whoever asks. */
    Database open() {
        Database made = prepared.getAndSet(null);
        return made == null ? new Database(settings()) : made;
    }

    private static void discard(Database unused) {
        if (unused != null) {
            unused.close();
        }
    }

    private static EmbeddedDatabase startEmbedded(DatabaseConfig config, DataFolder data) {
        EmbeddedSettings standard = EmbeddedSettings.standard(data.resolve(""));
        try {
            return EmbeddedDatabase.start(new EmbeddedSettings(standard.folder(), programs(standard), standard.secret(),
                    config.port(), standard.startMs()), progress -> LOG.info("Database: {}", progress));
        } catch (IllegalStateException failed) {
            throw new StartFailure(failed.getMessage(), failed);
        }
    }

    /** Shared by all data folders of a user when the launcher says where its cache is. */
    private static Path programs(EmbeddedSettings standard) {
        String cache = System.getProperty("halfminute.cache");
        return cache == null ? standard.programs() : Path.of(cache, "postgres");
    }

    private static String password(Path file) {
        try {
            return Files.readAllLines(file).getFirst().strip();
        } catch (IOException | NoSuchElementException unreadable) {
            throw new StartFailure("database.server.password-file: " + file + " cannot be read or is empty ("
                    + unreadable.getMessage() + "); put the password into its first line", unreadable);
        }
    }

    /** Leaves a database of our own running when this process ends: other servers use it, and the next process finds it. */
    void leaveRunning() {
        left = true;
    }

    @Override
    public void close() {
        discard(prepared.getAndSet(null));
        if (embedded != null && !left) {
            embedded.close();
        }
    }
}
