package io.halfminute.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A whole hotline in one file, taken while it runs: outbox, secrets, passwords and the database that comes along. The outbox
 * is copied first, so that a record on its way from there to the database is in at least one of them; in both it counts once.
 */
public final class Backup {

    /** Entries of a restored outbox are numbered far above those that its database may have seen after the copy. */
    private static final long NUMBERS_AHEAD = 1_000_000_000L;
    private static final List<String> FOLDERS = List.of("secrets", "passwords");

    private Backup() {
    }

    /**
     * Writes it.
     *
     * @param target   absolute; must not exist; is there only when it is whole
     * @param data     the hotline's data folder
     * @param embedded the database of that folder, running; empty when the hotline uses one of the operator's
     * @throws IOException with advice
     */
    public static void write(Path target, Path data, Optional<EmbeddedSettings> embedded) throws IOException {
        if (Files.exists(target)) {
            throw new IOException(target + " is there already; choose another name, a backup is not overwritten");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new IOException(target.getParent() + " is no folder; make it, or choose another for the backup");
        }
        // For the owner only: the copies are of what is in the backup, secrets and customers among it.
        Path drafts = Files.createTempDirectory(target.getParent(), ".backup-", Restore.OWNER);
        try {
            pack(drafts.resolve("backup"), drafts.resolve("outbox.db"), data, embedded);
            Files.move(drafts.resolve("backup"), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException failed) {
            throw new IOException("the copy failed: " + failed.getMessage() + "; maybe the hotline does not run, start it first",
                    failed);
        } finally {
            PostgresProgram.delete(drafts);
        }
    }

    private static void pack(Path draft, Path outbox, Path data, Optional<EmbeddedSettings> embedded)
            throws IOException, SQLException {
        try (BackupArchive archive = new BackupArchive(draft)) {
            if (Files.exists(data.resolve("outbox.db"))) {
                copyOutbox(data.resolve("outbox.db"), outbox);
                archive.file("outbox.db", outbox);
            }
            for (String folder : FOLDERS) {
                archive.folder(folder, data.resolve(folder), below -> below.startsWith("."));
            }
            archive.file("run/epoch", data.resolve("run/epoch"));
            if (embedded.isPresent()) {
                OnlineCopy.write(database(embedded.get()), embedded.get().data(), "postgres/data", archive);
            }
            archive.complete();
        }
    }

    private static DatabaseSettings database(EmbeddedSettings embedded) throws IOException {
        return new DatabaseSettings("jdbc:postgresql://127.0.0.1:" + embedded.port() + "/postgres", PostgresControl.USER,
                Files.readString(embedded.secret()).strip());
    }

    private static void copyOutbox(Path from, Path to) throws SQLException {
        try (Connection running = new OutboxFile(from).connect("FULL"); Statement copy = running.createStatement()) {
            copy.execute("vacuum into '" + to.toAbsolutePath().toString().replace("'", "''") + "'");
        }
        try (Connection made = DriverManager.getConnection("jdbc:sqlite:" + to.toAbsolutePath());
                Statement number = made.createStatement()) {
            if (number.executeUpdate("update sqlite_sequence set seq = seq + " + NUMBERS_AHEAD + " where name = 'entry'") == 0) {
                number.execute("insert into sqlite_sequence (name, seq) values ('entry', " + NUMBERS_AHEAD + ")");
            }
        }
    }
}
