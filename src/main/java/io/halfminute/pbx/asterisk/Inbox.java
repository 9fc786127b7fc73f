package io.halfminute.pbx.asterisk;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that ends at the listener, one at a time, in the order in which it came; mostly on asterisk-java's own thread. That
 * one also carries the answers to actions, so nothing here may wait for an answer: it would wait for itself.
 */
final class Inbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Turns turns;
    private final AtomicBoolean overflowed = new AtomicBoolean();

    Inbox(int capacity) {
        turns = new Turns("pbx-events", capacity, () -> true);
    }

    void start() {
        turns.start();
    }

    /** Puts something in, or drops it and remembers that. */
    void offer(Runnable task) {
        if (!turns.offer(task) && overflowed.compareAndSet(false, true)) {
            LOG.warn("{} events wait for the listener; more are dropped until a snapshot is taken", turns.size());
        }
    }

    /** Puts in what must not be lost; waits for room. Never from asterisk-java's threads. */
    void put(Runnable task) throws InterruptedException {
        turns.put(task);
    }

    /** Whether something was dropped since this was last asked. */
    boolean takeOverflowed() {
        return overflowed.getAndSet(false);
    }

    int size() {
        return turns.size();
    }

    @Override
    public void close() {
        turns.close();
    }
}
