package io.halfminute.routing;

import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import java.util.HashMap;
import java.util.Map;

/**
 * How long conversations and wrap-ups of a queue take in the mean, learned as they end: the mean of all at first, then one in
 * which each further one weighs {@code 1 /} {@value #MEMORY}. Milliseconds; two numbers a queue.
 */
public final class HandleTimes {

    private static final int MEMORY = 50;
    /** What is believed before anything is known weighs as much as so many observations. */
    private static final int BELIEF = 5;
    private static final double BELIEVED_TALK_MS = 180_000;

    private final Map<QueueId, Mean> talks = new HashMap<>();
    private final Map<QueueId, Mean> wrapUps = new HashMap<>();

    private static final class Mean {
        private double ms;
        private int seen = BELIEF;

        Mean(double believedMs) {
            ms = believedMs;
        }

        void add(long observedMs) {
            seen = Math.min(seen + 1, MEMORY);
            ms += (Math.max(0, observedMs) - ms) / seen;
        }
    }

    /** A conversation of this queue has ended. */
    public void talked(QueueId queue, long ms) {
        talks.computeIfAbsent(queue, _ -> new Mean(BELIEVED_TALK_MS)).add(ms);
    }

    /** A wrap-up after a call of this queue has ended. */
    public void wrappedUp(QueueSpec queue, long ms) {
        wrapUps.computeIfAbsent(queue.id(), _ -> new Mean(queue.wrapUpMs())).add(ms);
    }

    /** Three minutes before anything is known. */
    public double talkMs(QueueId queue) {
        Mean mean = talks.get(queue);
        return mean == null ? BELIEVED_TALK_MS : Math.max(1, mean.ms);
    }

    /** The queue's limit before anything is known. */
    public double wrapUpMs(QueueSpec queue) {
        Mean mean = wrapUps.get(queue.id());
        return mean == null ? queue.wrapUpMs() : mean.ms;
    }
}
