package io.halfminute.routing;

import io.halfminute.agent.Agent;
import io.halfminute.queue.QueueId;

/** What agents can be counted on for, from what they are doing. */
public final class Presences {

    private Presences() {
    }

    /**
     * @param queue whose call holds him; null if none does
     */
    public static Presence of(Agent agent, QueueId queue, HandleTimes handles) {
        int pickUpMs = agent.pickUps().p95();
        if (agent.wish() != null || !agent.phoneReachable()) {
            return Presence.AWAY;
        }
        return switch (agent.state()) {
            case SIGNED_OUT, PAUSED -> Presence.AWAY;
            case READY -> agent.phoneInUse() ? Presence.AWAY : Presence.free(pickUpMs);
            case WRAP_UP -> Presence.wrapsUp(agent.untilMs(), pickUpMs);
            case RESERVED, RINGING, ON_CALL ->
                queue == null ? Presence.AWAY : Presence.talks(handles.talkMs(queue), pickUpMs);
        };
    }
}
