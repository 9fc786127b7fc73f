package io.halfminute.store;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that an earlier server left behind, in every state in which it can. */
class EmbeddedDatabaseTest {

    @TempDir
    Path folder;
    private EmbeddedSettings settings;
    private EmbeddedDatabase database;

    @BeforeEach
    void start() throws IOException {
        settings = TestDatabase.settings(folder, TestDatabase.freePort());
        database = EmbeddedDatabase.start(settings, step -> { });
        execute("create table kept (word text)");
        execute("insert into kept values ('yes')");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void oneThatStillRunsIsTakenOverAsItIs() throws IOException {
        long pid = postmaster().pid();
        database = EmbeddedDatabase.start(settings, step -> { });

        assertTrue(database.adopted());
        assertEquals(pid, postmaster().pid());
        assertKept();
    }

    @Test
    void oneThatWasKilledIsMendedAndKeepsWhatItHad() throws IOException {
        kill(postmaster().pid());
        database = EmbeddedDatabase.start(settings, step -> { });

        assertFalse(database.adopted());
        assertKept();
    }

    @Test
    void oneOnAnotherPortIsStoppedFirst() throws IOException {
        long old = postmaster().pid();
        settings = TestDatabase.settings(folder, TestDatabase.freePort());
        List<String> steps = new ArrayList<>();
        database = EmbeddedDatabase.start(settings, steps::add);

        await().atMost(ofSeconds(10)).until(() -> !ProcessHandle.of(old).map(ProcessHandle::isAlive).orElse(false));
        assertEquals("stopping a database that an earlier server left behind", steps.getFirst());
        assertKept();
    }

    @Test
    void aProcessIdThatIsSomebodyElsesNowIsNotTakenForTheDatabase() throws IOException {
        database.close();
        Files.writeString(settings.data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n"
                + settings.data() + "\n1795320612\n" + settings.port() + "\n\n127.0.0.1\n");
        database = EmbeddedDatabase.start(settings, step -> { });

        assertKept();
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws IOException {
        DatabaseSettings known = database.database();
        SQLException refused = assertThrows(SQLException.class,
                () -> DriverManager.getConnection(known.url(), known.user(), "guess").close());

        assertEquals("28P01", refused.getSQLState());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.secret())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.secret().getParent())));
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertEquals("on", ask("show " + setting));
        }
        assertEquals("127.0.0.1", ask("show listen_addresses"));
    }

    @Test
    void aTakenPortIsToldWithAdvice() throws IOException {
        database.close();
        try (ServerSocket other = new ServerSocket(settings.port(), 1, InetAddress.getLoopbackAddress())) {
            IllegalStateException failure = assertThrows(IllegalStateException.class,
                    () -> EmbeddedDatabase.start(settings, step -> { }));
            assertTrue(failure.getMessage().contains("port " + other.getLocalPort()), failure.getMessage());
        }
        database = EmbeddedDatabase.start(settings, step -> { });
    }

    @Test
    void aLostPasswordFileIsNotReplacedBehindTheOperatorsBack() throws IOException {
        Path hidden = settings.secret().resolveSibling("hidden");
        Files.move(settings.secret(), hidden);

        assertTrue(assertThrows(IllegalStateException.class, () -> EmbeddedDatabase.start(settings, step -> { }))
                .getMessage().contains("put it back"));
        Files.move(hidden, settings.secret());
    }

    private Postmaster postmaster() throws IOException {
        return Postmaster.of(settings.data()).orElseThrow();
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        await().atMost(ofSeconds(10)).until(() -> !process.isAlive());
    }

    private void assertKept() {
        try {
            assertEquals("yes", ask("select word from kept"));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = connect(); var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        DatabaseSettings known = database.database();
        return DriverManager.getConnection(known.url(), known.user(), known.password());
    }
}
