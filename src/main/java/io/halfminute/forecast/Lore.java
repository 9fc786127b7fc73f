package io.halfminute.forecast;

import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** All that was learned: about each queue, and about the agents' absences. */
final class Lore {

    /** An agent's phone in a call of its own; no configured reason has capitals. */
    static final String PRIVATE_CALL = "PRIVATE";
    /** Kinds of absence beyond so many share one. */
    private static final int MOST_REASONS = 50;
    private static final String OTHER = "OTHER";
    private static final double ABSENT_MS = 480_000;
    private static final double PRIVATE_MS = 90_000;
    private static final double ABSENT_SPREAD = 0.7;
    /** The opinion at first: at work for two hours between absences, as if ten had been seen. */
    private static final double OPINION = 10;
    private static final double OPINION_AT_WORK_MS = OPINION * 7_200_000;
    private static final double KEPT = 0.99;

    private final int kept;
    private final Map<QueueId, QueueLore> queues = new HashMap<>();
    private final Map<String, Lasting> absences = new HashMap<>();
    private final Lasting anyAbsence;
    private double left = OPINION;
    private double atWorkMs = OPINION_AT_WORK_MS;

    /** @param kept times remembered of each kind */
    Lore(int kept) {
        this.kept = kept;
        this.anyAbsence = absence("");
    }

    QueueLore queue(QueueSpec queue) {
        return queues.computeIfAbsent(queue.id(), _ -> new QueueLore(queue, kept));
    }

    /** How long an absence for this reason lasts. */
    Lasting absent(String reason) {
        String kind = absences.containsKey(reason) || absences.size() < MOST_REASONS ? reason : OTHER;
        return absences.computeIfAbsent(kind, this::absence);
    }

    private Lasting absence(String reason) {
        return Lasting.aboutLogNormal(kept, reason.equals(PRIVATE_CALL) ? PRIVATE_MS : ABSENT_MS, ABSENT_SPREAD);
    }

    /** An agent came back from an absence. */
    void cameBack(String reason, long ms) {
        absent(reason).add(ms);
        anyAbsence.add(ms);
    }

    /** An agent was at work so much longer. */
    void worked(long ms) {
        atWorkMs += Math.max(0, ms);
    }

    /** An agent at work left for an absence. */
    void left() {
        left = left * KEPT + 1;
        atWorkMs *= KEPT;
    }

    /** How often an agent at work leaves, times in a millisecond. */
    double leavesPerMs() {
        return left / atWorkMs;
    }

    /** How long any absence lasts. */
    Draws anyAbsence() {
        return anyAbsence.draws();
    }

    /** Forgets queues that are not configured any more. */
    void keepOnly(Set<QueueId> configured) {
        queues.keySet().retainAll(configured);
    }
}
