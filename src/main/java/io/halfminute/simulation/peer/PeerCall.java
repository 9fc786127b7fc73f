package io.halfminute.simulation.peer;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.QueueSpec;
import java.util.HashSet;
import java.util.Set;

/** A call as a peer sees it. */
final class PeerCall {

    final CallId id;
    final QueueSpec queue;
    /** When he entered the line for the first time; 0 before. */
    long joinedMs;
    /** Stands in the line and nobody's phone rings for him. */
    boolean waits;
    boolean answered;
    boolean refused;
    boolean gone;
    /** How the last offer ended; null while it goes on. */
    OfferOutcome lastOutcome;
    /** Whose phones ring for him. */
    final Set<PeerAgent> ringing = new HashSet<>();
    /** Whose phones have rung in the present attempt. */
    final Set<PeerAgent> tried = new HashSet<>();
    /** Until when the present attempt lasts. */
    long attemptUntilMs;
    /** In an attempt, so that others may have their turn. */
    boolean pending;

    PeerCall(CallId id, QueueSpec queue) {
        this.id = id;
        this.queue = queue;
    }

    long waitedMs(long nowMs) {
        return nowMs - joinedMs;
    }

    boolean isInLine() {
        return joinedMs > 0 && !answered && !gone && !refused;
    }
}
