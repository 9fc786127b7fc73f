package io.halfminute.alarm.webhook;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages to one address. Whoever adds one never waits for the network: the box is locked for moments only, and a
 * message is sent outside the lock.
 */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final String name;
    private final Poster poster;
    private final LongSupplier steadyMs;
    private final Mailbox box;
    private boolean failing;

    /**
     * @param name     for the log
     * @param steadyMs a clock that only runs forward
     */
    Courier(String name, WebhookLimits limits, Poster poster, LongSupplier steadyMs) {
        this.name = name;
        this.poster = poster;
        this.steadyMs = steadyMs;
        this.box = new Mailbox(limits);
    }

    synchronized void add(Message message) {
        box.add(message);
        notifyAll();
    }

    synchronized int waiting() {
        return box.size();
    }

    synchronized long lost() {
        return box.lost();
    }

    /** Sends until the thread is interrupted. */
    void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
                rest();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One try, if one is due. */
    void step() throws InterruptedException {
        Message message;
        synchronized (this) {
            message = box.due(steadyMs.getAsLong());
        }
        if (message != null) {
            carry(message);
        }
    }

    private synchronized void rest() throws InterruptedException {
        long idleMs = box.idleMs(steadyMs.getAsLong());
        if (idleMs == Long.MAX_VALUE) {
            wait();
        } else if (idleMs > 0) {
            wait(idleMs);
        }
    }

    private void carry(Message message) throws InterruptedException {
        try {
            settle(message, poster.post(message, lost()));
        } catch (IOException | RuntimeException unreachable) {
            failed(unreachable.toString());
        }
    }

    /** A receiver that finds the message itself wrong will do so again; all else may pass. */
    private void settle(Message message, int status) {
        if (status >= 200 && status < 300) {
            taken(message);
        } else if (status == 400 || status == 413 || status == 422) {
            LOG.error("{} refuses alarm {} with status {}; it is given up", name, message.id(), status);
            synchronized (this) {
                box.refused(message);
            }
        } else {
            failed("status " + status);
        }
    }

    private synchronized void taken(Message message) {
        box.taken(message);
        if (failing) {
            LOG.info("{} takes alarms again; {} were given up so far", name, box.lost());
        }
        failing = false;
    }

    private synchronized void failed(String why) {
        box.failed(steadyMs.getAsLong());
        if (!failing) {
            LOG.warn("{} does not take alarms ({}); they are tried again", name, why);
        }
        failing = true;
    }
}
