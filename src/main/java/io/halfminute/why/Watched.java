package io.halfminute.why;

import io.halfminute.acd.AcdEvent.CallArrived;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueSpec;
import java.util.ArrayList;
import java.util.List;

/** One call until somebody picks it up: where it stood since when, and whose phones rang for it. */
final class Watched {

    /** A call that has moved more often is told of as far as here. */
    private static final int MOST_STAYS = 100;

    /** Where a caller can be. */
    enum Stage { UNSEEN, FLOW, WAITING, OFFERED, PBX, GONE }

    /** Since when he was there. */
    record Stay(Stage stage, long fromMs) {
    }

    /** A phone that rang; {@code outcome} is null while it does, and when it was picked up. */
    record Rang(OfferId offer, AgentId agent, long fromMs, long toMs, OfferOutcome outcome, String raw) {

        /** What the time that it rang is charged to. */
        LateCause cause() {
            return switch (outcome) {
                case UNREACHABLE -> LateCause.PHONES_UNREACHABLE;
                case FAILED, WITHDRAWN -> LateCause.PBX_OR_LINK;
                case null, default -> LateCause.NOT_PICKED_UP;
            };
        }
    }

    final CallId id;
    final PbxId pbx;
    final QueueSpec queue;
    final Search search;
    final long arrivedMs;
    final long deadlineMs;
    /** Since when somebody watches. */
    final long seenFromMs;
    final List<Stay> stays = new ArrayList<>();
    final List<Rang> rings = new ArrayList<>();
    /** Calls of its queue in line before it when it began to wait, and how long the first of them had waited; -1 before. */
    int ahead = -1;
    long aheadMs;
    /** Calls that had come later and were given an agent who could have taken this one; 0 until there is one. */
    int overtakenBy;
    long overtakenMs;
    /** When for the first time a later call was given an agent whom this one did not ask yet; null before. */
    Passed passed;
    Lateness lateness;

    /**
     * A later call was given an agent who could have taken this one, had it asked him.
     *
     * @param cause why it did not
     * @param part  the agent for whom its caller waited, or who was not asked
     * @param ring  the one that was closed; empty if that was not why
     */
    record Passed(LateCause cause, AgentId part, String ring, long atMs) {
    }

    Watched(CallArrived arrived, QueueSpec queue) {
        id = arrived.call();
        pbx = arrived.pbx();
        this.queue = queue;
        this.search = new Search(queue);
        arrivedMs = arrived.arrivedMs();
        deadlineMs = arrived.deadlineMs();
        seenFromMs = Math.max(arrivedMs, arrived.atMs());
        stays.add(new Stay(arrived.adopted() ? Stage.UNSEEN : Stage.FLOW, arrivedMs));
        if (arrived.adopted()) {
            stays.add(new Stay(Stage.FLOW, seenFromMs));
        }
    }

    boolean is(Stage stage) {
        return stays.getLast().stage() == stage;
    }

    void move(Stage stage, long atMs) {
        Stay last = stays.getLast();
        if (last.stage() != stage && stays.size() < MOST_STAYS) {
            stays.add(new Stay(stage, Math.max(atMs, last.fromMs())));
        }
    }

    void rings(OfferId offer, AgentId agent, long atMs) {
        if (rings.size() < MOST_STAYS) {
            rings.add(new Rang(offer, agent, atMs, Long.MAX_VALUE, null, ""));
        }
        move(Stage.OFFERED, atMs);
    }

    /** His phone is silent again, others may still ring; between this and the waiting room the caller is on his way through the PBX. */
    void silent(OfferId offer, AgentId agent, OfferOutcome outcome, String raw, long atMs) {
        for (int i = rings.size() - 1; i >= 0; i--) {
            Rang rang = rings.get(i);
            if (rang.offer().equals(offer) && rang.agent().equals(agent) && rang.toMs() == Long.MAX_VALUE) {
                rings.set(i, new Rang(offer, rang.agent(), rang.fromMs(), Math.max(atMs, rang.fromMs()), outcome, raw));
            }
        }
        if (rings.stream().noneMatch(rang -> rang.toMs() == Long.MAX_VALUE)) {
            move(Stage.PBX, atMs);
        }
    }

    /** When the stay number {@code i} ended, at the latest with the deadline. */
    long endOf(int i) {
        return Math.min(deadlineMs, i + 1 < stays.size() ? stays.get(i + 1).fromMs() : Long.MAX_VALUE);
    }
}
