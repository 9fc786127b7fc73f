package io.halfminute.forecast;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.QueueId;
import java.util.List;

/**
 * The room at one moment in numbers, as {@link Play} wants it: queues, agents and calls by index, agents' profiles by
 * class. Nothing in it changes.
 *
 * @param postponeLateMs as in {@link io.halfminute.routing.RoutingSpec}
 * @param leavesPerMs    how often an agent at work leaves for an absence
 * @param absence        how long it lasts
 */
record Picture(long nowMs, List<Queue> queues, List<Agent> agents, List<Call> calls, int classes, int postponeLateMs,
               double leavesPerMs, Draws absence) {

    /** It does not happen as far as one can see. */
    static final long NEVER = Long.MAX_VALUE / 4;

    Picture {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        calls = List.copyOf(calls);
    }

    /**
     * A queue.
     *
     * @param ringMs   how long a phone rings in vain, in the middle
     * @param rings    for each ring the classes of agents who are in it or in one before it, the best first
     * @param openLeftMs how much time is left of the target when each ring opens at the latest; the first is always open
     * @param lately   how much was left when it opened for the last callers; null where that has not been seen
     * @param expected how often it is called
     * @param missed   how often a phone rings in vain, 0 to 1
     * @param callback how many of those who would have to wait take a callback instead, 0 to 1
     */
    record Queue(QueueId id, int creditMs, int targetMs, int ringMs, int[][] rings, long[] openLeftMs, Draws[] lately,
                 Rate.Expected expected, double missed, double callback, Draws flow, Draws pickUp, Draws talk,
                 Draws wrapUp, Patience patience) {

        /** The same with rings that open at other times. */
        Queue withRingsAt(long[] leftMs) {
            return new Queue(id, creditMs, targetMs, ringMs, rings, leftMs, lately, expected, missed, callback, flow, pickUp, talk,
                    wrapUp, patience);
        }

        /** The same with callbacks for this share of those who would wait. */
        Queue withCallback(double share) {
            return new Queue(id, creditMs, targetMs, ringMs, rings, openLeftMs, lately, expected, missed, share, flow, pickUp,
                    talk, wrapUp, patience);
        }

        /** How much time is left when this ring opens for a call with this luck, 0 to 1. */
        long openLeft(int ring, double luck) {
            return lately[ring] == null ? openLeftMs[ring] : Math.max(openLeftMs[ring], lately[ring].quantile(luck));
        }

        /** How many rings are open for a call with so much time left and this luck. */
        int open(long leftMs, double luck) {
            int open = 1;
            while (open < rings.length && leftMs <= openLeft(open, luck)) {
                open++;
            }
            return open;
        }
    }

    /**
     * An agent who is at work, or will be; those who are free in the order in which they became so.
     *
     * @param kind         the class of his profile
     * @param busy         how long what he does now lasts; null if he is free, or a call that rings holds him
     * @param elapsedMs    since when he does it
     * @param mostMs       when it ends at the latest, from now
     * @param wrapUp       what follows; null if nothing does
     * @param away         the absence that he wishes after that; null if none
     * @param leaves       he signs out after that
     * @param doing        for acts
     */
    record Agent(AgentId id, int kind, Draws busy, long elapsedMs, long mostMs, Draws wrapUp, Draws away, boolean leaves,
                 Doing doing) {

        /** The same agent, free after so long. */
        Agent freeAfter(long ms) {
            return new Agent(id, kind, new Draws(new long[] {ms}), 0, ms, null, away, leaves, doing);
        }
    }

    /**
     * What an agent does.
     *
     * @param reason of a pause; else empty
     */
    record Doing(What what, String reason) {
        enum What { FREE, RINGS, BUSY, WRAP_UP, PAUSED }
    }

    /**
     * A call that nobody has picked up yet.
     *
     * @param stage   flow, waiting or ringing
     * @param sinceMs since when it is there
     * @param agent   index of him whose phone rings, -1 if none does
     * @param open    how many rings are open for it at least
     * @param settled whether it has already missed its deadline
     */
    record Call(CallId id, int queue, long arrivedMs, long deadlineMs, SeenCall.Stage stage, long sinceMs, int agent,
                int open, boolean settled) {
    }
}
