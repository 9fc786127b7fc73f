package io.halfminute.routing;

import io.halfminute.agent.Agent;
import io.halfminute.queue.QueueSpec;

/** How long an agent's phone is let ring: as long as he needs in 19 of 20 cases, within what is configured. */
public final class RingTime {

    private RingTime() {
    }

    /** Milliseconds; no longer than the queue lets a phone ring, and if that allows no shorter than the least ring time. */
    public static int of(Agent agent, QueueSpec queue, RoutingSpec routing) {
        int most = queue.ringMs();
        return Math.clamp(agent.pickUps().p95(), Math.min(routing.leastRingMs(), most), most);
    }
}
