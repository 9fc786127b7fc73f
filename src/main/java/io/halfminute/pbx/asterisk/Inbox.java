package io.halfminute.pbx.asterisk;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does everything which ends at the listener, in the order in which it came. asterisk-java's own thread
 * only puts things in: it also carries the answers to actions, and whoever held it up would wait for himself.
 */
final class Inbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final LinkedBlockingQueue<Runnable> queue;
    private final AtomicBoolean overflowed = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().name("pbx-events").daemon().unstarted(this::run);
    private volatile boolean closed;

    Inbox(int capacity) {
        queue = new LinkedBlockingQueue<>(capacity);
    }

    void start() {
        thread.start();
    }

    /** Puts something in, or drops it and remembers that. */
    void offer(Runnable task) {
        if (!queue.offer(task) && overflowed.compareAndSet(false, true)) {
            LOG.warn("{} events wait for the listener; more are dropped until a snapshot is taken", queue.size());
        }
    }

    /** Puts in what must not be lost; waits for room. Never from asterisk-java's threads. */
    void put(Runnable task) throws InterruptedException {
        queue.put(task);
    }

    /** Whether something was dropped since this was last asked. */
    boolean takeOverflowed() {
        return overflowed.getAndSet(false);
    }

    int size() {
        return queue.size();
    }

    private void run() {
        while (!closed) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("an event from the PBX could not be handled", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
