package io.halfminute.routing;

/**
 * How calls and agents are brought together, over all queues of the domain, as configured.
 *
 * @param postponeLateMs overload: a call that cannot be in time any more is served as if its deadline were so much later.
 *                       0 is {@code fair}: who waits longest comes first. The larger it is, the more calls are in time and
 *                       the longer the late ones wait; nobody is overtaken who has waited longer than target and this
 * @param phonesAtOnce   how many phones ring together when there is no time to try them one after the other; 1 for never
 * @param namedShare     the part of the target, from 0 to 1, for which a caller waits for the agent who knows his case
 * @param hope           the chance, from 0 to 1, that somebody in the open rings comes free in time, below which the next
 *                       ring opens at once
 * @param leastRingMs    how long a phone rings at least, however quickly its agent usually picks up
 */
public record RoutingSpec(int postponeLateMs, int phonesAtOnce, double namedShare, double hope, int leastRingMs) {

    private static final int LEAST_RING_MS = 4_000;

    /** What ships: with a target of 30 s and no credit nobody who has waited for 7 minutes is overtaken any more. */
    public static final RoutingSpec DEFAULT = new RoutingSpec(390_000, 2, 0.25, 0.2);

    /** With the least ring time that ships. */
    public RoutingSpec(int postponeLateMs, int phonesAtOnce, double namedShare, double hope) {
        this(postponeLateMs, phonesAtOnce, namedShare, hope, LEAST_RING_MS);
    }

    public RoutingSpec {
        require(postponeLateMs >= 0, "a late call is postponed by " + postponeLateMs + " ms; 0 or more would do");
        require(phonesAtOnce >= 1, phonesAtOnce + " phones at once; 1 or more would do");
        require(namedShare >= 0 && namedShare <= 1, "named share " + namedShare + "; 0 to 1 would do");
        require(hope >= 0 && hope <= 1, "hope " + hope + "; 0 to 1 would do");
        require(leastRingMs > 0, "a phone rings for at least " + leastRingMs + " ms; 1 or more would do");
    }

    private static void require(boolean holds, String advice) {
        if (!holds) {
            throw new IllegalArgumentException(advice);
        }
    }
}
