package io.halfminute.routing;

import io.halfminute.queue.Lanes;
import io.halfminute.queue.Place;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the call for an agent and the agent for a call without looking at each of them; see the package's description.
 * It knows kinds and profiles by number only: {@link Router} gives them their meaning. Nothing is allocated by a search,
 * nor by coming and going.
 */
public final class Index {

    private final Lanes lanes;
    private final Grid grid;
    private final IdleAgents idle;

    public Index(Lanes lanes, Grid grid) {
        this.lanes = lanes;
        this.grid = grid;
        this.idle = new IdleAgents(grid);
    }

    /** He can have a call from now on; he waits for one since {@code sinceMs}. */
    public void free(IdleAgent agent, long sinceMs) {
        idle.enter(agent, sinceMs);
    }

    /** He cannot have a call any more. */
    public void busy(IdleAgent agent) {
        idle.leave(agent);
    }

    /** The call that an agent of this profile gets: of those for which he does, the first in order; null if there is none. */
    public Place firstFor(int profile) {
        return lanes.first(grid.kindsOf(profile));
    }

    /**
     * The agent who gets a call of this kind: who lacks least, then who has least to spare, then for whom most could stand in,
     * then who is idle longest, then the smaller id; null when nobody is idle who does.
     */
    public IdleAgent bestFor(int kind) {
        return idle.best(kind);
    }

    /** The same among those who are not left out. */
    public IdleAgent bestFor(int kind, Predicate<IdleAgent> leftOut) {
        return idle.best(kind, leftOut);
    }

    /** The first of those who get calls of this kind, in order and at most so many; these are copied together. */
    List<IdleAgent> bestsFor(int kind, int most, Predicate<IdleAgent> leftOut) {
        return idle.bests(kind, most, leftOut);
    }

    /** Whether a call of this kind goes to the one rather than to the other; both are idle and do. */
    boolean isBetter(int kind, IdleAgent one, IdleAgent other) {
        return idle.isBetter(kind, one, other);
    }

    /** How many who are idle could stand in for him while he has a call of this kind. */
    int standIns(IdleAgent agent, int kind) {
        return idle.standIns(agent, kind);
    }

    /** Has to be called when the queues that profiles of idle agents serve have changed in the grid. */
    void queuesChanged() {
        idle.countAnew();
    }

    /** Whether somebody is idle who does for calls of this kind. */
    public boolean hasFor(int kind) {
        return idle.any(grid.profilesOf(kind));
    }
}
