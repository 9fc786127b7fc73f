package io.halfminute.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One PostgreSQL for all tests of this JVM, stopped and removed at its end; the program itself is unpacked once and kept for
 * the next run. Each test takes an empty database of its own.
 */
public final class TestDatabase {

    /** Where the program is kept between runs. */
    static final Path PROGRAM = Path.of("target", "test-postgres", "program").toAbsolutePath();

    private static final String EVERY_TABLE = "customer, ticket, call, call_decision, agent_activity, ticket_note,"
            + " ticket_change, user_password, session, outbox_position, lease, call_ledger, callback";

    private static EmbeddedDatabase shared;

    private TestDatabase() {
    }

    /** How to reach the one database; whoever uses it uses it alone. */
    public static synchronized DatabaseSettings settings() {
        if (shared == null) {
            shared = startShared();
        }
        return shared.database();
    }

    /** The one database, with tables and nothing in them. */
    public static Database fresh() {
        Database database = new Database(settings());
        database.migrate();
        database.change(sql -> {
            sql.execute("alter table call_ledger disable trigger user");
            sql.execute("truncate " + EVERY_TABLE + " restart identity cascade");
            return sql.execute("alter table call_ledger enable trigger user");
        });
        return database;
    }

    private static EmbeddedDatabase startShared() {
        try {
            Path folder = Files.createTempDirectory("halfminute-test-postgres");
            EmbeddedDatabase started = EmbeddedDatabase.start(settings(folder, freePort()), step -> { });
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                started.close();
                remove(folder);
            }));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmbeddedSettings settings(Path folder, int port) {
        return new EmbeddedSettings(folder.resolve("postgres"), PROGRAM, folder.resolve("secrets/database"), port, 30_000);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void remove(Path folder) {
        try {
            PostgresProgram.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
