package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.RingCause;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import io.halfminute.queue.WaitingCall;
import io.halfminute.routing.Crew;
import io.halfminute.routing.RingPlan;
import io.halfminute.routing.RoutingSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The calls that ask for the same and whose rings open by one plan. They stand in levels by how many rings are open, in each
 * by their deadlines: the first of a level is the next whose ring opens, so that one timer does for all of them.
 */
final class RingGroup {

    private static final Comparator<WaitingCall> DEADLINE_FIRST =
            Comparator.comparingLong(WaitingCall::deadlineMs).thenComparing(WaitingCall::id);

    /** What one group is for. */
    record Key(QueueSpec queue, List<SkillDemand> added) {
    }

    /** A call whose next ring is due. */
    record Due(WaitingCall call, RingCause why) {
    }

    /** Those who have the same rings open. */
    private static final class Level {
        private final TreeSet<WaitingCall> all = new TreeSet<>(DEADLINE_FIRST);
        /** Of them those who stand in the line for whoever comes: to them it matters whether somebody can come free. */
        private final TreeSet<WaitingCall> hoping = new TreeSet<>(DEADLINE_FIRST);
        private long scheduledMs;
    }

    final int number;
    final Key key;
    final RingPlan plan;
    private final List<Level> levels = new ArrayList<>();

    RingGroup(int number, Key key, RoutingSpec routing) {
        this.number = number;
        this.key = key;
        this.plan = new RingPlan(key.queue(), key.added(), routing);
        for (int open = 0; open < plan.last(); open++) {
            levels.add(new Level());
        }
    }

    /** How many levels have a ring before them. */
    int levels() {
        return levels.size();
    }

    /** Takes the call in, or notes that it hopes, or no longer hopes, for those in its open rings. */
    void put(WaitingCall call, int open, boolean hopes) {
        if (open < levels.size()) {
            levels.get(open).all.add(call);
            if (hopes) {
                levels.get(open).hoping.add(call);
            } else {
                levels.get(open).hoping.remove(call);
            }
        }
    }

    void remove(WaitingCall call, int open) {
        if (open < levels.size()) {
            levels.get(open).all.remove(call);
            levels.get(open).hoping.remove(call);
        }
    }

    boolean isEmpty() {
        return levels.stream().allMatch(level -> level.all.isEmpty());
    }

    /** The first call of this level whose next ring is due; null if none is. */
    Due due(int open, double wrapUpMs, long nowMs) {
        Level level = levels.get(open);
        long hopeEndsMs = level.hoping.isEmpty() ? Crew.FOREVER_MS : hopeEndsMs(open, wrapUpMs);
        long timeComesMs = level.all.isEmpty() ? Crew.FOREVER_MS : timeComesMs(open);
        if (Math.min(hopeEndsMs, timeComesMs) > nowMs) {
            return null;
        }
        if (timeComesMs <= hopeEndsMs) {
            return new Due(level.all.first(), RingCause.TIME_LEFT);
        }
        boolean nobody = plan.crews().get(open).isEmpty();
        return new Due(level.hoping.first(), nobody ? RingCause.NOBODY_AT_WORK : RingCause.NOBODY_IN_TIME);
    }

    /** Whether the timer of this level was last set to this time, which it is then. */
    boolean isScheduled(int open, long atMs) {
        boolean same = levels.get(open).scheduledMs == atMs;
        levels.get(open).scheduledMs = atMs;
        return same;
    }

    /** When a ring of this level is due next if nothing changes; {@link Crew#FOREVER_MS} if never. */
    long nextMs(int open, double wrapUpMs) {
        Level level = levels.get(open);
        if (level.all.isEmpty()) {
            return Crew.FOREVER_MS;
        }
        return level.hoping.isEmpty() ? timeComesMs(open) : Math.min(timeComesMs(open), hopeEndsMs(open, wrapUpMs));
    }

    private long timeComesMs(int open) {
        return levels.get(open).all.first().deadlineMs() - plan.opensBeforeMs(open + 1);
    }

    private long hopeEndsMs(int open, double wrapUpMs) {
        long deadlineMs = levels.get(open).hoping.first().deadlineMs();
        Crew crew = plan.crews().get(open);
        return crew.isSureOf(deadlineMs) ? Crew.FOREVER_MS : deadlineMs - crew.hopelessBeforeMs(wrapUpMs);
    }
}
