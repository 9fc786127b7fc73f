package io.halfminute.queue;

/** Calls of one kind, of one queue and with equal asks, are the same to every agent but for how long each has waited. */
public record Kind(QueueId queue, Ask ask) {
}
