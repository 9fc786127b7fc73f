package io.halfminute.journal;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.acd.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every step of the machine. {@link #step} belongs to the machine's thread and only puts into a bounded queue; a thread
 * of its own writes. What finds no room, or cannot be written because the disk is full or gone, is lost to the journal,
 * counted, and seen as a hole in the numbers of the steps.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int FLUSH_MS = 500;
    private static final int CLOSE_MS = 10_000;

    private record Step(long number, AcdInput input, long atMs, Outputs outputs, String failed) {
    }

    private final JournalFiles files;
    private final String beginning;
    private final BlockingQueue<Step> queue;
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final Thread thread;
    private long number;
    private boolean begun;
    private volatile boolean running = true;

    /**
     * @param folder     is made if it is not there
     * @param setup      with which the machine begins
     * @param firstOffer likewise; larger than that of every earlier run
     * @param atMs       now
     */
    public Journal(Path folder, JournalLimits limits, Setup setup, long firstOffer, long atMs) {
        files = new JournalFiles(folder, limits, firstOffer);
        beginning = JournalJson.write(Line.beginning(setup, firstOffer, atMs));
        queue = new LinkedBlockingQueue<>(limits.queued());
        thread = Thread.ofPlatform().name("journal").start(this::run);
    }

    /**
     * The machine took an input.
     *
     * @param outputs null when it failed
     * @param failed  how; null when it did not
     */
    public void step(AcdInput input, long atMs, Outputs outputs, RuntimeException failed) {
        if (!queue.offer(new Step(++number, input, atMs, outputs, failed == null ? null : failed.toString()))) {
            lose(1, "it is not written as fast as the machine steps");
        }
    }

    /** Steps on the disk. */
    public long written() {
        return written.get();
    }

    /** Steps that are lost to the journal. */
    public long lost() {
        return lost.get();
    }

    /** Writes what waits, for at most ten seconds, and ends. */
    @Override
    public void close() {
        running = false;
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long unflushed = 0;
        while (running || !queue.isEmpty()) {
            try {
                Step step = queue.poll(FLUSH_MS, TimeUnit.MILLISECONDS);
                if (step != null) {
                    unflushed++;
                    write(step);
                }
                if (queue.isEmpty() && unflushed > 0) {
                    files.flush();
                    written.addAndGet(unflushed);
                    unflushed = 0;
                }
            } catch (IOException | RuntimeException e) {
                unflushed = failed(unflushed, e);
            } catch (InterruptedException e) {
                return;
            }
        }
        end();
    }

    private void write(Step step) throws IOException {
        if (!begun) {
            files.write(beginning);
            begun = true;
        }
        Outputs outputs = step.outputs();
        List<String> decisions = outputs == null ? List.of() : Digest.decisions(outputs);
        files.write(JournalJson.write(new Line(step.atMs(), step.number(), 0, null, step.input(),
                outputs == null ? null : Digest.of(outputs), decisions.isEmpty() ? null : decisions, step.failed())));
    }

    /** What was not yet flushed may or may not be there; a new file begins behind it. */
    private long failed(long unflushed, Exception why) {
        lose(unflushed, why.toString());
        end();
        return 0;
    }

    private void end() {
        try {
            files.close();
        } catch (IOException e) {
            LOG.debug("A file of the journal could not be closed: {}", e.getMessage());
        }
    }

    private void lose(long steps, String why) {
        if (lost.getAndAdd(steps) == 0) {
            LOG.error("The journal has lost {} steps and cannot be replayed beyond them: {}", steps, why);
        }
    }
}
