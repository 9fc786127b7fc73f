package io.halfminute.routing;

import io.halfminute.agent.Profile;
import io.halfminute.queue.Ask;
import io.halfminute.queue.QueueSpec;
import java.util.TreeMap;

/**
 * Those at work whom an ask admits, in sums: who they are does not matter, only how many, how soon they pick up, and when
 * one of them can be hoped to come free. Kept up to date agent by agent, so that looking costs the same for ten and for ten
 * thousand of them.
 */
public final class Crew {

    /** Longer than anybody waits. */
    public static final long FOREVER_MS = Long.MAX_VALUE / 4;

    private final Ask ask;
    private final QueueSpec queue;
    private final RoutingSpec routing;
    private final TreeMap<Long, Integer> wrapUpEnds = new TreeMap<>();
    private int atWork;
    private int free;
    private int wrapUps;
    private long perTalk;
    private long ringMs;
    private long pickUpMs;

    /** Empty as yet. */
    public Crew(Ask ask, QueueSpec queue, RoutingSpec routing) {
        this.ask = ask;
        this.queue = queue;
        this.routing = routing;
    }

    /** Whether an agent with this profile belongs to it. */
    public boolean admits(Profile profile) {
        return ask.admits(profile);
    }

    /** One of them is in this presence now. */
    public void add(Presence presence) {
        count(presence, 1);
    }

    /** One of them is in this presence no longer. */
    public void remove(Presence presence) {
        count(presence, -1);
    }

    private void count(Presence presence, int by) {
        if (presence.kind() == Presence.Kind.AWAY) {
            return;
        }
        atWork += by;
        ringMs += (long) by * RingTime.of(presence.pickUpMs(), queue, routing);
        pickUpMs += (long) by * Math.min(presence.pickUpMs(), queue.ringMs());
        perTalk += by * presence.perTalk();
        switch (presence.kind()) {
            case FREE -> free += by;
            case WRAPS_UP -> {
                wrapUps += by;
                wrapUpEnds.merge(presence.untilMs(), by, (was, more) -> was + more == 0 ? null : was + more);
            }
            case TALKS, AWAY -> { }
        }
    }

    /** Whether nobody of it is at work. */
    public boolean isEmpty() {
        return atWork == 0;
    }

    /** How long the phones of those whom it has beyond {@code inner} ring in the mean; {@code otherwise} if there is none. */
    long ringMsBeyond(Crew inner, long otherwise) {
        int more = atWork - inner.atWork;
        return more == 0 ? otherwise : (ringMs - inner.ringMs) / more;
    }

    /** In the same way, within which time they pick up. */
    long pickUpMsBeyond(Crew inner, long otherwise) {
        int more = atWork - inner.atWork;
        return more == 0 ? otherwise : (pickUpMs - inner.pickUpMs) / more;
    }

    /** Whether somebody is free, or will certainly have come free in time for a call with this deadline. */
    public boolean isSureOf(long deadlineMs) {
        return isFreeBy(deadlineMs - meanPickUpMs());
    }

    /** Whether somebody is free, or will certainly have come free by then. */
    public boolean isFreeBy(long ms) {
        return free > 0 || !wrapUpEnds.isEmpty() && wrapUpEnds.firstKey() <= ms;
    }

    /**
     * From how long before a call's deadline on the chance that somebody comes free and picks up in time is smaller than
     * what the configuration calls hope; {@link #FOREVER_MS} if there is nobody.
     */
    public long hopelessBeforeMs(double wrapUpMs) {
        return Math.min(FOREVER_MS, meanPickUpMs() + freeWithinMs(wrapUpMs));
    }

    /**
     * Within which time somebody comes free with the chance that the configuration calls hope. Who talks comes free after the
     * rest of his conversation, of which only the mean is known, and a usual wrap-up; who wraps up may end that early.
     *
     * @param wrapUpMs how long a wrap-up takes in the mean
     * @return milliseconds, {@link #FOREVER_MS} if there is nobody
     */
    public long freeWithinMs(double wrapUpMs) {
        double enough = -Math.log(1 - routing.hope());
        double talk = perTalk / Presence.UNIT;
        double wrap = wrapUps / Math.max(1, wrapUpMs);
        if (talk + wrap == 0) {
            return FOREVER_MS;
        }
        boolean byWrapUpsAlone = enough <= wrap * wrapUpMs && wrap > 0;
        double needed = byWrapUpsAlone ? enough / wrap : (enough + talk * wrapUpMs) / (talk + wrap);
        return enough == 0 ? 0 : (long) Math.min(FOREVER_MS, Math.ceil(needed));
    }

    private long meanPickUpMs() {
        return atWork == 0 ? queue.ringMs() : pickUpMs / atWork;
    }
}
