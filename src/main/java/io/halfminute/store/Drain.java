package io.halfminute.store;

import io.halfminute.store.RecordWriter.Placed;
import io.halfminute.store.Tables.Positions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox into PostgreSQL, in order, on a thread of its own. While PostgreSQL is away it waits, longer after each
 * failure, and goes on from the same entry. An entry that PostgreSQL itself refuses, so that it would hold up all others for
 * ever, is put aside with the reason, and is an alarm.
 */
final class Drain implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final long STOP_MS = 15_000;
    /**
     * After the first news, so that the many changes of a call that just begins become one row and one transaction. Nobody
     * notices it: a ticket is wanted by whoever picks up, seconds later.
     */
    private static final long GATHER_MS = 100;

    private final Outbox outbox;
    private final Database database;
    private final RecordWriter writer;
    private final DrainLimits limits;
    private final InstantSource clock;
    private final Consumer<Placed> placed;
    private final String outboxId;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Thread thread = new Thread(this::run, "outbox-drain");
    private boolean signalled;
    private boolean stopping;
    private int failuresInARow;
    private volatile long drained;
    private volatile long failures;
    private volatile String lastFailure = "";

    /** @param placed is told the ticket of each call that is written, after the commit */
    Drain(Outbox outbox, Database database, RecordWriter writer, DrainLimits limits, InstantSource clock,
          Consumer<Placed> placed) {
        this.outbox = outbox;
        this.database = database;
        this.writer = writer;
        this.limits = limits;
        this.clock = clock;
        this.placed = placed;
        this.outboxId = outbox.id();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Empties it before anything else is done, once; what cannot be written at this moment stays for {@link #start}.
     */
    void drainLeftovers() {
        try {
            while (drainSome()) {
                recovered();
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** There is something in the outbox. */
    void signal() {
        lock.lock();
        try {
            signalled = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Entries that are safe in PostgreSQL. */
    long drained() {
        return drained;
    }

    long failures() {
        return failures;
    }

    String lastFailure() {
        return lastFailure;
    }

    /** Finishes the batch under way and stops; what is left waits in the outbox for the next start. */
    @Override
    public void close() {
        lock.lock();
        try {
            stopping = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isStopping()) {
            try {
                boolean more = drainSome();
                recovered();
                if (!more) {
                    awaitNews();
                }
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    /** @return whether there must be more, so that nothing is gained by waiting */
    private boolean drainSome() {
        List<Outbox.Entry> entries = outbox.oldest(limits.batch());
        if (entries.isEmpty()) {
            return false;
        }
        database.migrate();
        try {
            drain(entries);
        } catch (Database.Refused refused) {
            oneByOne(entries);
        }
        return entries.size() == limits.batch();
    }

    private void oneByOne(List<Outbox.Entry> entries) {
        for (Outbox.Entry entry : entries) {
            try {
                drain(List.of(entry));
            } catch (Database.Refused refused) {
                LOG.error("outbox entry {} is refused by the database and put aside: {}", entry.number(),
                        refused.getMessage());
                outbox.setAside(entry, refused.getMessage());
            }
        }
    }

    private void drain(List<Outbox.Entry> entries) {
        List<Placed> written = database.change(sql -> takeIn(sql, entries));
        outbox.remove(entries);
        drained += entries.size();
        written.forEach(this::tell);
    }

    /** The position is in the same transaction as the rows, so that an entry that comes again is recognised. */
    private List<Placed> takeIn(DSLContext sql, List<Outbox.Entry> entries) {
        sql.insertInto(Positions.TABLE, Positions.OUTBOX, Positions.APPLIED).values(outboxId, 0L)
                .onConflictDoNothing().execute();
        long applied = sql.select(Positions.APPLIED).from(Positions.TABLE).where(Positions.OUTBOX.eq(outboxId))
                .forUpdate().fetchSingle(Positions.APPLIED);
        List<Kept> changes = new ArrayList<>();
        entries.stream().filter(entry -> entry.number() > applied).forEach(entry -> changes.add(read(entry)));
        List<Placed> written = writer.write(sql, changes);
        sql.update(Positions.TABLE).set(Positions.APPLIED, Math.max(applied, entries.getLast().number()))
                .where(Positions.OUTBOX.eq(outboxId)).execute();
        return written;
    }

    /** What cannot be read is treated like what is refused. */
    private static Kept read(Outbox.Entry entry) {
        try {
            return Kept.of(entry.body());
        } catch (IllegalArgumentException e) {
            throw new Database.Refused("entry " + entry.number() + ": " + e.getMessage(), e);
        }
    }

    private void tell(Placed call) {
        try {
            placed.accept(call);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("call", call.call()).log("a listener failed on ticket {}", call.ticket());
        }
    }

    private void recovered() {
        if (failuresInARow > 0) {
            LOG.info("the outbox is drained again after {} failures", failuresInARow);
            failuresInARow = 0;
            lastFailure = "";
        }
    }

    private void failed(RuntimeException e) {
        failures++;
        lastFailure = String.valueOf(e.getMessage());
        if (failuresInARow++ == 0) {
            LOG.warn("the outbox cannot be drained and keeps what it has: {}", rootMessage(e));
        }
        long waitMs = Math.min(limits.retryMostMs(), (long) limits.retryMs() << Math.min(failuresInARow - 1, 16));
        await(waitMs, false);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    private void awaitNews() {
        if (await(limits.signOfLifeMs(), true)) {
            await(GATHER_MS, false);
        } else {
            outbox.alive(clock.millis());
        }
    }

    /** @return false when the time passed without news */
    private boolean await(long waitMs, boolean newsCount) {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(waitMs);
            while (!stopping && !(newsCount && signalled) && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            boolean hadNews = signalled;
            signalled = false;
            return hadNews || stopping;
        } catch (InterruptedException e) {
            stopping = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }
}
