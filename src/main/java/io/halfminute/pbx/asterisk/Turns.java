package io.halfminute.pbx.asterisk;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does tasks one at a time, in the order in which they came: on the thread of whoever brings one if nobody is at it, since to
 * wake another takes as long as most of them do; else on the thread that is at it, or on one of its own. A task that brings
 * another one is finished first.
 */
final class Turns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final LinkedBlockingQueue<Runnable> queue;
    private final BooleanSupplier atOnce;
    private final ReentrantLock turn = new ReentrantLock();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param capacity so many wait at most
     * @param atOnce   whether whoever brings a task may do it himself
     */
    Turns(String name, int capacity, BooleanSupplier atOnce) {
        this.queue = new LinkedBlockingQueue<>(capacity);
        this.atOnce = atOnce;
        this.thread = Thread.ofPlatform().name(name).daemon().priority(Thread.MAX_PRIORITY).unstarted(this::run);
    }

    /** Before it nothing is done, but kept. */
    void start() {
        thread.start();
    }

    /** @return false if there is no room; then it is not done */
    boolean offer(Runnable task) {
        boolean taken = queue.offer(task);
        doOrWake();
        return taken;
    }

    /** Waits for room. */
    void put(Runnable task) throws InterruptedException {
        queue.put(task);
        doOrWake();
    }

    int size() {
        return queue.size();
    }

    private void doOrWake() {
        if (thread.isAlive() && atOnce.getAsBoolean() && !turn.isHeldByCurrentThread() && turn.tryLock()) {
            doAllAndUnlock();
        }
        // Also when whoever was at it had just seen the last one.
        if (!queue.isEmpty()) {
            LockSupport.unpark(thread);
        }
    }

    private void doAllAndUnlock() {
        try {
            for (Runnable next = queue.poll(); next != null && !closed; next = queue.poll()) {
                run(next);
            }
        } finally {
            turn.unlock();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("{}: a task failed", Thread.currentThread().getName(), e);
        }
    }

    private void run() {
        while (!closed) {
            turn.lock();
            doAllAndUnlock();
            if (queue.isEmpty() && !closed) {
                LockSupport.park(this);
            }
        }
    }

    /** What waits is not done any more. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
