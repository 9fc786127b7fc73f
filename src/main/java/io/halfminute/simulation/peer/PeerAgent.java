package io.halfminute.simulation.peer;

import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;

/** An agent as a peer sees him. */
final class PeerAgent {

    final AgentSpec spec;
    /** Among all agents, by id. */
    final int index;
    AgentState state = AgentState.SIGNED_OUT;
    long readySinceMs;
    boolean phoneIdle = true;
    /** What becomes of him after the call. */
    boolean leaves;
    PauseReason pausesFor;
    PeerCall call;
    /** Counts his wrap-ups, so that the end of an earlier one is not taken for that of a later. */
    int wrapUps;
    /** In whole seconds of the clock; 0 for never. */
    long lastCallEndS;
    int callsTaken;
    int misses;
    /** Not before this time. */
    long sparedUntilMs;

    PeerAgent(AgentSpec spec, int index) {
        this.spec = spec;
        this.index = index;
    }

    boolean isFree(long nowMs) {
        return state == AgentState.READY && phoneIdle && sparedUntilMs <= nowMs;
    }

    boolean talked() {
        return state == AgentState.ON_CALL;
    }

    boolean isSignedIn() {
        return state != AgentState.SIGNED_OUT;
    }

    /** Whether he has every skill, at the level below which nobody gets the call. */
    boolean canServe(QueueSpec queue) {
        return queue.demands().stream().allMatch(demand -> level(demand) >= demand.least());
    }

    /** How many levels he lacks to what the queue wants: his penalty, his tier, his ring. */
    int shortOf(QueueSpec queue) {
        return queue.demands().stream().mapToInt(demand -> demand.shortOf(spec.skills())).sum();
    }

    private int level(SkillDemand demand) {
        return spec.skills().level(demand.skill());
    }
}
