package io.halfminute.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL for all tests of this JVM, stopped and removed at its end; the program itself is unpacked once and kept for
 * the next run. Each test takes an empty database of its own.
 */
public final class TestDatabase {

    /** Where the program is kept between runs. */
    static final Path PROGRAM = Path.of("target", "test-postgres", "program").toAbsolutePath();

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedDatabase shared;

    private TestDatabase() {
    }

    /** Settings of an empty database, without tables. */
    public static synchronized DatabaseSettings settings() {
        if (shared == null) {
            shared = startShared();
        }
        DatabaseSettings main = shared.database();
        String name = "test_" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(main.url(), main.user(), main.password());
                var make = connection.createStatement()) {
            make.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make a database for a test", e);
        }
        return new DatabaseSettings(main.url().replace("/halfminute", "/" + name), main.user(), main.password());
    }

    /** An empty database with tables. */
    public static Database fresh() {
        Database database = new Database(settings());
        database.migrate();
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
