package io.halfminute.alarm.webhook;

import java.util.ArrayDeque;
import java.util.Deque;

/** What waits for one address, in order, and when it is tried next. Holds no clock; not for several threads. */
final class Mailbox {

    private final WebhookLimits limits;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private long lost;
    private long pauseMs;
    private long dueMs;

    Mailbox(WebhookLimits limits) {
        this.limits = limits;
    }

    /** In a full box the oldest message makes room: of an outage its end is worth more than its beginning. */
    void add(Message message) {
        if (waiting.size() >= limits.waiting()) {
            waiting.removeFirst();
            lost++;
        }
        waiting.addLast(message);
    }

    /** The message to be sent now; null if none waits or its time has not come. */
    Message due(long nowMs) {
        return waiting.isEmpty() || nowMs < dueMs ? null : waiting.peekFirst();
    }

    /** How long there is nothing to do unless a message is added; {@link Long#MAX_VALUE} while none waits. */
    long idleMs(long nowMs) {
        return waiting.isEmpty() ? Long.MAX_VALUE : Math.max(0, dueMs - nowMs);
    }

    /** {@code message} was taken. */
    void taken(Message message) {
        waiting.remove(message);
        pauseMs = 0;
        dueMs = 0;
    }

    /** {@code message} will never be taken. */
    void refused(Message message) {
        if (waiting.remove(message)) {
            lost++;
        }
        pauseMs = 0;
        dueMs = 0;
    }

    /** A try failed; the next one is after a pause. */
    void failed(long nowMs) {
        pauseMs = pauseMs == 0 ? limits.retryFirst().toMillis() : Math.min(2 * pauseMs, limits.retryMost().toMillis());
        dueMs = nowMs + pauseMs;
    }

    int size() {
        return waiting.size();
    }

    /** Messages that were given up. */
    long lost() {
        return lost;
    }
}
