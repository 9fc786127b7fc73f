package io.halfminute.routing;

import io.halfminute.agent.Agent;
import io.halfminute.queue.QueueSpec;

/**
 * How long an agent's phone is let ring: half as long again as he needs in 19 of 20 cases, within what is configured. Less
 * would cut off the one of 20 who was about to pick up, which costs the caller a try and the agent a miss: with the bare 95th
 * percentile a simulated day of 2,870 calls had 208 misses instead of 30, and agents in pauses that nobody wanted.
 */
public final class RingTime {

    private static final double MARGIN = 1.5;

    private RingTime() {
    }

    /** Milliseconds; no longer than the queue lets a phone ring, and if that allows no shorter than the least ring time. */
    public static int of(Agent agent, QueueSpec queue, RoutingSpec routing) {
        return of(agent.pickUps().p95(), queue, routing);
    }

    /** The same for somebody who picks up within that time in 19 of 20 cases. */
    static int of(int pickUpMs, QueueSpec queue, RoutingSpec routing) {
        int most = queue.ringMs();
        return (int) Math.clamp(Math.round(pickUpMs * MARGIN), Math.min(routing.leastRingMs(), most), most);
    }
}
