package io.halfminute.cluster;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node's part in who leads. It seeks the lease until it has it, then renews it until it is lost or given up; after that
 * it is of no more use. {@link #holds} is what every command asks: a leader that cannot renew, because the database or the
 * network is gone or the process stood still, finds it false before anybody else can have the lease.
 */
public final class Leadership implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

    /** What a node does about it; called on the leadership's own thread, and not to block it. */
    public interface Listener {
        /** Somebody else leads; said again only when it is another one. */
        void follows(Lease leader);

        /** This node leads from now on. */
        void leads(Lease mine);

        /** Somebody else has taken the lease. Nothing follows. */
        void lost(Lease mine);
    }

    private enum Role { SEEKING, LEADING, DONE }

    private final LeaseBook book;
    private final String node;
    private final String address;
    private final LeaseTimes times;
    private final LongSupplier nanoTime;
    private final Listener listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("leadership").daemon().unstarted(this::run);
    private Role role = Role.SEEKING;
    private Lease known;
    private boolean unreachable;
    private volatile long holdsUntilNanos;
    private volatile boolean held;

    /**
     * @param nanoTime a clock that nobody sets, such as {@link System#nanoTime}
     */
    public Leadership(LeaseBook book, String node, String address, LeaseTimes times, LongSupplier nanoTime,
                      Listener listener) {
        this.book = book;
        this.node = node;
        this.address = address;
        this.times = times;
        this.nanoTime = nanoTime;
        this.listener = listener;
    }

    /** Begins to seek. */
    public void start() {
        thread.start();
    }

    /** Whether this node leads beyond doubt, at this very moment. */
    public boolean holds() {
        return held && closing.getCount() > 0 && nanoTime.getAsLong() - holdsUntilNanos < 0;
    }

    private void run() {
        try {
            long waitMs = 0;
            while (role != Role.DONE && !closing.await(waitMs, TimeUnit.MILLISECONDS)) {
                waitMs = step().toMillis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once. @return how long to wait until the next look */
    Duration step() {
        try {
            long askedNanos = nanoTime.getAsLong();
            switch (role) {
                case SEEKING -> seek(askedNanos);
                case LEADING -> renew(askedNanos);
                case DONE -> { }
            }
            unreachable = false;
        } catch (RuntimeException away) {
            if (!unreachable) {
                LOG.warn("The lease cannot be read{}: {}", role == Role.LEADING ? "; commands stop before it ends" : "",
                        away.getMessage());
            }
            unreachable = true;
        }
        return role == Role.LEADING ? times.renew() : times.seek();
    }

    /** Counted from before the question, for the answer may have been long on its way. */
    private void seek(long askedNanos) {
        Lease now = book.seek(node, address, times.length());
        if (now.node().equals(node)) {
            confirmed(askedNanos);
            role = Role.LEADING;
            LOG.info("This node, {}, leads; epoch {}", node, now.epoch());
            known = now;
            listener.leads(now);
        } else if (!now.equals(known)) {
            LOG.info("Node {} at {} leads; epoch {}", now.node(), now.address(), now.epoch());
            known = now;
            listener.follows(now);
        }
    }

    private void renew(long askedNanos) {
        if (book.renew(known, times.length())) {
            confirmed(askedNanos);
        } else {
            LOG.warn("This node, {}, has lost the lead of epoch {}", node, known.epoch());
            held = false;
            role = Role.DONE;
            listener.lost(known);
        }
    }

    private void confirmed(long askedNanos) {
        holdsUntilNanos = askedNanos + times.length().minus(times.margin()).toNanos();
        held = true;
    }

    /** Stops to command, and gives the lease up if this node has it. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(times.length().toMillis());
            // One that still asks may be about to take it.
            if (!thread.isAlive() && role == Role.LEADING) {
                book.release(known);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.info("The lease could not be given up and ends by itself: {}", away.getMessage());
        }
    }
}
