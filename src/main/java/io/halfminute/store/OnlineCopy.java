package io.halfminute.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies the files of a running PostgreSQL, by its own protocol for that (PostgreSQL manual, "Making a Base Backup Using the
 * Low Level API"): between start and stop of a backup all files are copied as they are, then its log, which mends whatever
 * changed meanwhile when the copy is started.
 */
final class OnlineCopy {

    private static final Pattern FIRST_LOG = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    /** What a copy must not have, by the manual; and its logs for people. */
    private static final Pattern LEFT_OUT = Pattern.compile("postmaster\\.(pid|opts)|log|backup_label(\\.old)?|tablespace_map(\\.old)?"
            + "|pg_wal/[^/]*[0-9A-F]{8}.*|pg_wal/(archive_status|summaries)/.+|(pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp"
            + "|pg_subtrans)/.+|(.*/)?pgsql_tmp.*|(.*/)?pg_internal\\.init.*");

    private OnlineCopy() {
    }

    static void write(DatabaseSettings database, Path data, String name, BackupArchive archive) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement ask = connection.createStatement()) {
            ask.execute("select pg_backup_start('halfminute', true)");
            archive.folder(name, data, below -> LEFT_OUT.matcher(below).matches());
            String label = stop(ask);
            archive.text(name + "/backup_label", label);
            log(data.resolve("pg_wal"), name + "/pg_wal", label, archive);
        }
    }

    private static String stop(Statement ask) throws SQLException {
        try (ResultSet row = ask.executeQuery("select labelfile from pg_backup_stop(false)")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void log(Path folder, String name, String label, BackupArchive archive) throws IOException {
        Matcher first = FIRST_LOG.matcher(label);
        if (!first.find() || !Files.exists(folder.resolve(first.group(1)))) {
            throw new IOException("the database wrote so much meanwhile that its log of the beginning is gone;"
                    + " try again at a quieter time");
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("[0-9A-F]{24}")).sorted().toList()) {
                archive.file(name + "/" + file.getFileName(), file);
            }
        }
    }
}
