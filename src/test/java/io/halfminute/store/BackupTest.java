package io.halfminute.store;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hotline is copied while it writes, and goes on elsewhere from the copy. */
class BackupTest {

    @TempDir
    Path temp;
    private Path data;
    private Path file;
    private EmbeddedSettings settings;
    private EmbeddedDatabase database;

    @BeforeEach
    void run() throws IOException, SQLException {
        data = temp.resolve("data");
        file = temp.resolve("backup.tar.gz");
        settings = TestDatabase.settings(data, TestDatabase.freePort());
        database = EmbeddedDatabase.start(settings, step -> { });
        execute("create table written (number integer primary key)");
        Files.createDirectories(data.resolve("passwords"));
        Files.writeString(data.resolve("passwords/1001"), "secret of 1001");
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run/epoch"), "7\n");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private void execute(String sql) throws SQLException {
        DatabaseSettings how = database.database();
        try (Connection connection = DriverManager.getConnection(how.url(), how.user(), how.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(EmbeddedDatabase of, String sql) throws SQLException {
        DatabaseSettings how = of.database();
        try (Connection connection = DriverManager.getConnection(how.url(), how.user(), how.password());
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private Thread writing(AtomicInteger written) {
        return Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    execute("insert into written values (" + (written.get() + 1) + ")");
                    written.incrementAndGet();
                } catch (SQLException stopped) {
                    return;
                }
            }
        });
    }

    @Test
    void whatWasWrittenBeforeTheCopyIsInItAndWhatWasWrittenMeanwhileHasNoHoles() throws Exception {
        AtomicInteger written = new AtomicInteger();
        Thread writer = writing(written);
        await().until(() -> written.get() > 20);
        int before = written.get();
        Backup.write(file, data, Optional.of(settings));
        writer.interrupt();
        writer.join();
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));

        Path elsewhere = temp.resolve("elsewhere");
        Restore.read(file, elsewhere);
        try (EmbeddedDatabase restored = EmbeddedDatabase.start(TestDatabase.settings(elsewhere, TestDatabase.freePort()), step -> { })) {
            int rows = number(restored, "select count(*) from written");
            assertTrue(rows >= before, rows + " of " + before);
            assertEquals(rows, number(restored, "select max(number) from written"));
        }
        assertEquals("secret of 1001", Files.readString(elsewhere.resolve("passwords/1001")));
        assertEquals("7\n", Files.readString(elsewhere.resolve("run/epoch")));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(elsewhere.resolve("secrets/database")));
    }

    @Test
    void theOutboxKeepsWhatWaitsAndNumbersNewEntriesAboveAllThatTheDatabaseMayHaveSeen() throws IOException {
        try (Outbox outbox = Outbox.open(data.resolve("outbox.db"), OutboxLimits.DEFAULT)) {
            outbox.append(1, List.of("waits"), List.of());
            Backup.write(file, data, Optional.empty());
            outbox.append(2, List.of("came later"), List.of());
        }
        Path elsewhere = temp.resolve("elsewhere");
        Restore.read(file, elsewhere);
        try (Outbox restored = Outbox.open(elsewhere.resolve("outbox.db"), OutboxLimits.DEFAULT)) {
            restored.append(3, List.of("new"), List.of());
            List<Outbox.Entry> entries = restored.oldest(10);
            assertEquals(List.of("waits", "new"), entries.stream().map(Outbox.Entry::body).toList());
            assertTrue(entries.getLast().number() > 1_000_000_000L);
        }
    }

    @Test
    void aFolderWithAHotlineIsNotWrittenOver() throws IOException {
        Backup.write(file, data, Optional.empty());
        IOException refused = assertThrows(IOException.class, () -> Restore.read(file, data));
        assertTrue(refused.getMessage().contains("--data DIR"), refused.getMessage());
        assertThrows(IOException.class, () -> Backup.write(file, data, Optional.empty()), "nor is a backup");
    }

    @Test
    void halfABackupOrAnotherFileChangesNothing() throws IOException {
        Backup.write(file, data, Optional.of(settings));
        byte[] whole = Files.readAllBytes(file);
        Path half = Files.write(temp.resolve("half"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path other = Files.writeString(temp.resolve("other"), "hello");
        Path elsewhere = temp.resolve("elsewhere");
        assertTrue(assertThrows(IOException.class, () -> Restore.read(half, elsewhere)).getMessage().contains("half a backup"));
        assertTrue(assertThrows(IOException.class, () -> Restore.read(other, elsewhere)).getMessage().contains("no backup"));
        try (var left = Files.list(elsewhere)) {
            assertEquals(0, left.count());
        }
    }

    @ParameterizedTest
    @CsvSource({"../escaped, 0", "/tmp/escaped, 0", "passwords/../../escaped, 0", "., 0", "passwords/1001, 2", "passwords/1001, 1"})
    void anArchiveThatWouldWriteElsewhereOrBringsALinkIsRefused(String name, char kind) throws IOException {
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            tar.putArchiveEntry(new TarArchiveEntry(BackupArchive.FIRST));
            tar.closeArchiveEntry();
            TarArchiveEntry hostile = new TarArchiveEntry(name, (byte) kind, true);
            hostile.setLinkName("/etc/passwd");
            tar.putArchiveEntry(hostile);
            tar.closeArchiveEntry();
            tar.putArchiveEntry(new TarArchiveEntry(BackupArchive.LAST));
            tar.closeArchiveEntry();
        }
        Path elsewhere = temp.resolve("elsewhere");
        IOException refused = assertThrows(IOException.class, () -> Restore.read(file, elsewhere));
        assertTrue(refused.getMessage().contains("archive wants") || refused.getMessage().contains("something else"),
                refused.getMessage());
        try (var left = Files.list(elsewhere)) {
            assertEquals(0, left.count());
        }
        assertFalse(Files.exists(temp.resolve("escaped")));
    }

    @Test
    void withoutItsDatabaseThereIsNoBackupAndNothingIsLeft() throws IOException {
        database.close();
        IOException failed = assertThrows(IOException.class, () -> Backup.write(file, data, Optional.of(settings)));
        assertTrue(failed.getMessage().contains("start it first"), failed.getMessage());
        try (var left = Files.list(temp)) {
            assertEquals(List.of(data), left.toList());
        }
        database = EmbeddedDatabase.start(settings, step -> { });
    }
}
