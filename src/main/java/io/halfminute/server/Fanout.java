package io.halfminute.server;

import io.halfminute.acd.AcdEvent;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands batches of events to one listener on a thread of its own, so that a slow disk or a slow board never holds the
 * machine up. Bounded: what does not fit is counted, logged, and told as an alarm, since it means that the listener has
 * been stuck for long.
 */
public final class Fanout implements Consumer<List<AcdEvent>>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fanout.class);

    private final String name;
    private final Consumer<List<AcdEvent>> listener;
    private final BlockingQueue<List<AcdEvent>> queue;
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * @param maxBatches how many batches may wait
     */
    public Fanout(String name, int maxBatches, Consumer<List<AcdEvent>> listener) {
        this.name = name;
        this.listener = listener;
        this.queue = new LinkedBlockingQueue<>(maxBatches);
        this.thread = Thread.ofPlatform().name("events-" + name).start(this::run);
    }

    @Override
    public void accept(List<AcdEvent> batch) {
        if (!queue.offer(batch) && dropped.getAndAdd(batch.size()) == 0) {
            LOG.error("{} is stuck: {} batches wait, events are lost to it", name, queue.size());
        }
    }

    /** Events that found no room. */
    public long dropped() {
        return dropped.get();
    }

    /** Batches that wait. */
    public int backlog() {
        return queue.size();
    }

    /** Hands over what waits, for at most ten seconds, and ends. */
    @Override
    public void close() {
        running = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running || !queue.isEmpty()) {
            try {
                List<AcdEvent> batch = queue.poll(100, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    listener.accept(batch);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("{} failed on a batch of events", name, e);
            }
        }
    }
}
