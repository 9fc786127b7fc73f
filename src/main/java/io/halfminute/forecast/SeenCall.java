package io.halfminute.forecast;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.QueueId;

/** A call as far as it matters for what will be. */
final class SeenCall {

    /** Where the caller is. */
    enum Stage { FLOW, WAITING, RINGING, TALKING,
        /** With the PBX's fallback, or on his way out: nothing is foretold of him. */
        ELSEWHERE }

    final CallId id;
    final int creditMs;
    final long arrivedMs;
    final long deadlineMs;
    QueueId queue;
    Stage stage = Stage.FLOW;
    /** Since when it is there. */
    long sinceMs;
    /** Whose phone rings, or who talks; null if nobody. */
    AgentId agent;
    /** Whether he has stood in the line before. */
    boolean waited;
    boolean answered;
    /** How many rings are open for it. */
    int open = 1;
    /** Whether it is known if he was answered in time. */
    boolean settled;

    SeenCall(AcdEvent.CallArrived arrived) {
        id = arrived.call();
        creditMs = arrived.creditMs();
        arrivedMs = arrived.arrivedMs();
        deadlineMs = arrived.deadlineMs();
        queue = arrived.queue();
        sinceMs = arrived.arrivedMs();
    }

    void go(Stage to, AgentId with, long atMs) {
        stage = to;
        agent = with;
        sinceMs = atMs;
    }

    /** Whether no agent has picked up yet, and one is looked for. */
    boolean isOpen() {
        return stage.compareTo(Stage.TALKING) < 0;
    }
}
