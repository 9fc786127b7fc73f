package io.halfminute.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.sqlite.SQLiteConfig;

/** The SQLite file of the outbox: its tables and settings. */
final class OutboxFile {

    private static final int BUSY_MS = 5_000;
    private static final long WAL_KEPT_BYTES = 64 << 20;

    private final String url;

    OutboxFile(Path path) {
        url = "jdbc:sqlite:" + path.toAbsolutePath();
    }

    /** @param synchronous FULL flushes each commit to the disk, NORMAL only checkpoints */
    Connection connect(String synchronous) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.valueOf(synchronous));
        config.setBusyTimeout(BUSY_MS);
        config.setJournalSizeLimit((int) WAL_KEPT_BYTES);
        return config.createConnection(url);
    }

    void makeTables(Connection connection) throws SQLException {
        try (Statement make = connection.createStatement()) {
            // autoincrement: a number is not used again after its entry is gone.
            make.execute("create table if not exists entry (number integer primary key autoincrement,"
                    + " at_ms integer not null, body text not null)");
            make.execute("create table if not exists aside (number integer primary key, at_ms integer not null,"
                    + " body text not null, why text not null)");
            make.execute("create table if not exists living (kind text not null, id text not null, body text not null,"
                    + " primary key (kind, id)) without rowid");
            make.execute("create table if not exists about (name text primary key, value text not null)");
        }
        try (PreparedStatement name = connection.prepareStatement("insert or ignore into about values ('id', ?)")) {
            name.setString(1, UUID.randomUUID().toString());
            name.executeUpdate();
        }
    }

    void alive(Connection connection, long nowMs) throws SQLException {
        put(connection, "alive", nowMs);
    }

    void put(Connection connection, String name, long value) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("insert or replace into about values (?, ?)")) {
            put.setString(1, name);
            put.setString(2, Long.toString(value));
            put.executeUpdate();
        }
    }

    /** Statements that hold together. */
    interface Steps {
        void run() throws SQLException;
    }

    void inTransaction(Connection connection, Steps steps) throws SQLException {
        connection.setAutoCommit(false);
        try {
            steps.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    long number(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    String text(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
