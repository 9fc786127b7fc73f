package io.halfminute.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A durable queue in one SQLite file, and beside it what lives at the moment, so that a server which starts knows what an
 * earlier one was at. What {@link #append} has returned from survives a crash of the program and of the machine: the file is
 * in WAL mode with {@code synchronous=FULL}, which costs about half a millisecond a commit, however many entries it holds.
 * One thread appends, one takes out; each has a connection of its own. Writes of the two exclude each other here, because
 * SQLite itself would let the loser sleep and try again.
 */
final class Outbox implements AutoCloseable {

    /** Something that lives; replaced by its key, and gone when the body is null. */
    record Living(String kind, String id, String body) {
    }

    /** An entry; its number is never used twice. */
    record Entry(long number, long atMs, String body) {
    }

    /** There is no room; nothing of the batch was taken. */
    static final class Full extends RuntimeException {
        Full(String message) {
            super(message);
        }
    }

    private final OutboxLimits limits;
    private final OutboxFile file;
    private final Connection appending;
    private final Connection taking;
    private final ReentrantLock write = new ReentrantLock();
    private long news;
    private long rows;
    private long bytes;

    /** Opens the file, or makes it together with its folder. */
    static Outbox open(Path file, OutboxLimits limits) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new Outbox(file, limits);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the outbox " + file, e);
        } catch (SQLException e) {
            throw failed("cannot open the outbox " + file + "; maybe the disk is full or it belongs to somebody else", e);
        }
    }

    private Outbox(Path path, OutboxLimits limits) throws SQLException {
        this.limits = limits;
        this.file = new OutboxFile(path);
        this.appending = file.connect("FULL");
        file.makeTables(appending);
        this.taking = file.connect("NORMAL");
        news = newsMs();
        rows = file.number(taking, "select count(*) from entry");
        bytes = file.number(taking, "select coalesce(sum(length(body)), 0) from entry");
    }

    /** Names this file; PostgreSQL remembers by it how far it has been taken in. */
    String id() {
        return locked(() -> file.text(taking, "select value from about where name = 'id'"));
    }

    /** Whether an earlier run has written to it. */
    boolean isUsed() {
        return lastAliveMs() > 0;
    }

    /** When a run was last known to live, 0 if none has. */
    long lastAliveMs() {
        return locked(() -> file.number(taking, "select coalesce(max(value + 0), 0) from about where name = 'alive'"));
    }

    /** Until when it has news of calls, 0 if it has none. */
    long newsMs() {
        return locked(() -> file.number(taking, "select coalesce(max(value + 0), 0) from about where name = 'news'"));
    }

    /** Without news of calls. */
    void append(long nowMs, List<String> bodies, List<Living> living) {
        append(nowMs, 0, bodies, living);
    }

    /**
     * Adds entries and replaces what lives, all or nothing, durable when it returns.
     *
     * @param newsMs when the latest of it happened to a call, 0 if none of it did
     * @throws Full when there is no room
     */
    void append(long nowMs, long newsMs, List<String> bodies, List<Living> living) {
        long size = bodies.stream().mapToLong(String::length).sum();
        locked(() -> {
            if (rows + bodies.size() > limits.rows() || bytes + size > limits.bytes()) {
                throw new Full("the outbox holds " + rows + " entries of " + bytes + " bytes and has no room for "
                        + bodies.size() + " more; the database has been away for too long");
            }
            file.inTransaction(appending, () -> {
                insert(nowMs, bodies);
                replace(living);
                file.alive(appending, nowMs);
                if (newsMs > news) {
                    file.put(appending, "news", newsMs);
                }
            });
            news = Math.max(news, newsMs);
            rows += bodies.size();
            bytes += size;
            return null;
        });
    }

    /** A sign of life without news. */
    void alive(long nowMs) {
        locked(() -> {
            file.alive(taking, nowMs);
            return null;
        });
    }

    /** The oldest entries, at most {@code most}. */
    List<Entry> oldest(int most) {
        return locked(() -> {
            List<Entry> entries = new ArrayList<>();
            try (PreparedStatement select = taking.prepareStatement(
                    "select number, at_ms, body from entry order by number limit ?")) {
                select.setInt(1, most);
                ResultSet rows = select.executeQuery();
                while (rows.next()) {
                    entries.add(new Entry(rows.getLong(1), rows.getLong(2), rows.getString(3)));
                }
            }
            return entries;
        });
    }

    /** These entries are safe elsewhere. That this is not flushed does no harm: who takes in knows what he has. */
    void remove(List<Entry> entries) {
        locked(() -> {
            file.inTransaction(taking, () -> delete(entries));
            return count(entries);
        });
    }

    /** Puts an entry that can never be taken in out of the way, with the reason, for people to look at. */
    void setAside(Entry entry, String why) {
        locked(() -> {
            file.inTransaction(taking, () -> {
                try (PreparedStatement insert = taking.prepareStatement(
                        "insert or replace into aside (number, at_ms, body, why) values (?, ?, ?, ?)")) {
                    bind(insert, entry.number(), entry.atMs(), entry.body(), why).executeUpdate();
                }
                delete(List.of(entry));
            });
            return count(List.of(entry));
        });
    }

    /** What lived when the last batch was written, as kind and body, in no order. */
    List<Living> living() {
        return locked(() -> {
            List<Living> living = new ArrayList<>();
            try (PreparedStatement select = taking.prepareStatement("select kind, id, body from living");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    living.add(new Living(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return living;
        });
    }

    /** How full it is. */
    Depth depth() {
        return locked(() -> new Depth(rows, bytes,
                rows == 0 ? 0 : file.number(taking, "select coalesce(min(at_ms), 0) from entry where number ="
                        + " (select min(number) from entry)"),
                file.number(taking, "select count(*) from aside"),
                rows * 100 >= limits.rows() * limits.alarmPercent() || bytes * 100 >= limits.bytes() * limits.alarmPercent()));
    }

    /**
     * @param oldestMs when the oldest entry was added, 0 when there is none
     * @param aside    entries that could never be taken in
     * @param alarm    it is fuller than the operator wants
     */
    record Depth(long rows, long bytes, long oldestMs, long aside, boolean alarm) {
    }

    @Override
    public void close() {
        locked(() -> {
            taking.close();
            appending.close();
            return null;
        });
    }

    private void insert(long nowMs, List<String> bodies) throws SQLException {
        try (PreparedStatement insert = appending.prepareStatement("insert into entry (at_ms, body) values (?, ?)")) {
            for (String body : bodies) {
                bind(insert, nowMs, body).addBatch();
            }
            insert.executeBatch();
        }
    }

    private void replace(List<Living> living) throws SQLException {
        try (PreparedStatement put = appending.prepareStatement(
                    "insert or replace into living (kind, id, body) values (?, ?, ?)");
                PreparedStatement drop = appending.prepareStatement("delete from living where kind = ? and id = ?")) {
            for (Living each : living) {
                if (each.body() == null) {
                    bind(drop, each.kind(), each.id()).executeUpdate();
                } else {
                    bind(put, each.kind(), each.id(), each.body()).executeUpdate();
                }
            }
        }
    }

    private void delete(List<Entry> entries) throws SQLException {
        try (PreparedStatement delete = taking.prepareStatement("delete from entry where number = ?")) {
            for (Entry entry : entries) {
                bind(delete, entry.number()).addBatch();
            }
            delete.executeBatch();
        }
    }

    private Void count(List<Entry> removed) {
        rows -= removed.size();
        bytes -= removed.stream().mapToLong(entry -> entry.body().length()).sum();
        return null;
    }

    private static PreparedStatement bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        return statement;
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T locked(Work<T> work) {
        write.lock();
        try {
            return work.run();
        } catch (SQLException e) {
            throw failed("the outbox failed; maybe the disk is full", e);
        } finally {
            write.unlock();
        }
    }

    private static IllegalStateException failed(String message, SQLException cause) {
        return new IllegalStateException(message, cause);
    }
}
