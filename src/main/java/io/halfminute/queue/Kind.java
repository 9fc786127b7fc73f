package io.halfminute.queue;

import java.util.List;

/** Calls of one kind, of one queue and with equal asks, are the same to every agent but for how long each has waited. */
public record Kind(QueueId queue, Ask ask) {

    /** As {@link Ask#of} says. */
    static Kind of(QueueSpec queue, List<SkillDemand> added, int open) {
        return new Kind(queue.id(), Ask.of(queue, added, open));
    }
}
