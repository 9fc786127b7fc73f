package io.halfminute.routing;

import io.halfminute.queue.Chain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Those who wait for a call, by profile, each profile a chain with the longest idle first. Beside them lies what a search
 * reads: one bit for each profile of which somebody is idle, and since when the first of each is. A search goes through the
 * profiles that do, the best grade first, and ends with the grade in which it found somebody.
 */
final class IdleAgents {

    /** Nobody of this profile is idle. */
    private static final long NOBODY = Long.MAX_VALUE;

    private final Grid grid;
    private final StandIns standIns;
    private final List<Chain<IdleAgent>> chains = new ArrayList<>();
    private long[] idle = new long[0];
    private long[] firstSinceMs = new long[0];
    private IdleAgent[] first = new IdleAgent[0];

    IdleAgents(Grid grid) {
        this.grid = grid;
        this.standIns = new StandIns(grid);
    }

    void enter(IdleAgent agent, long sinceMs) {
        grow(agent.profile + 1);
        agent.since(sinceMs);
        agent.isIdle = true;
        chains.get(agent.profile).enter(agent);
        standIns.count(agent.profile, 1);
        look(agent.profile);
    }

    void leave(IdleAgent agent) {
        chains.get(agent.profile).leave(agent);
        agent.isIdle = false;
        standIns.count(agent.profile, -1);
        look(agent.profile);
    }

    private void look(int profile) {
        IdleAgent now = chains.get(profile).first();
        first[profile] = now;
        if (now == null) {
            idle[profile >> 6] &= ~(1L << profile);
            firstSinceMs[profile] = NOBODY;
        } else {
            idle[profile >> 6] |= 1L << profile;
            firstSinceMs[profile] = now.sinceMs();
        }
    }

    private void grow(int profiles) {
        int had = first.length;
        if (profiles > had) {
            int room = Math.max(64, Integer.highestOneBit(profiles - 1) << 1);
            idle = Arrays.copyOf(idle, room >> 6);
            firstSinceMs = Arrays.copyOf(firstSinceMs, room);
            Arrays.fill(firstSinceMs, had, room, NOBODY);
            first = Arrays.copyOf(first, room);
            while (chains.size() < room) {
                chains.add(new Chain<>());
            }
        }
    }

    /** Profiles serve other queues now: who could stand in for whom is counted anew. */
    void countAnew() {
        standIns.clear();
        for (IdleAgent head : first) {
            for (IdleAgent agent = head; agent != null; agent = agent.behind()) {
                standIns.count(agent.profile, 1);
            }
        }
    }

    /** The best of all by grade, then by how many could stand in for him, then by who is idle longest; null when nobody is. */
    IdleAgent best(int kind) {
        grow(grid.profiles());
        char[] grades = grid.grades(kind);
        IdleAgent found = null;
        int others = 0;
        for (int profile : grid.ranked(kind)) {
            if (firstSinceMs[profile] == NOBODY) {
                continue;
            }
            if (found == null) {
                found = first[profile];
                others = standIns.of(profile, kind);
            } else if (grades[profile] > grades[found.profile]) {
                break;
            } else if (others < StandIns.ENOUGH || firstSinceMs[profile] <= firstSinceMs[found.profile]) {
                int his = standIns.of(profile, kind);
                if (his > others || his == others && first[profile].precedes(found)) {
                    found = first[profile];
                    others = his;
                }
            }
        }
        return found;
    }

    /** The same among those who are not left out. */
    IdleAgent best(int kind, Predicate<IdleAgent> leftOut) {
        grow(grid.profiles());
        char[] grades = grid.grades(kind);
        IdleAgent found = null;
        for (int profile : grid.ranked(kind)) {
            if (found != null && grades[profile] > grades[found.profile]) {
                break;
            }
            IdleAgent agent = first(profile, leftOut);
            if (agent != null && (found == null || isBetter(kind, agent, found))) {
                found = agent;
            }
        }
        return found;
    }

    /** The same in a row: the first, who is the best, and those who follow him in that order, at most so many. */
    List<IdleAgent> bests(int kind, int most, Predicate<IdleAgent> leftOut) {
        grow(grid.profiles());
        char[] grades = grid.grades(kind);
        int[] ranked = grid.ranked(kind);
        List<IdleAgent> bests = new ArrayList<>();
        for (int from = 0, until; from < ranked.length && bests.size() < most; from = until) {
            List<IdleAgent> heads = new ArrayList<>();
            for (until = from; until < ranked.length && grades[ranked[until]] == grades[ranked[from]]; until++) {
                IdleAgent head = first(ranked[until], leftOut);
                if (head != null) {
                    heads.add(head);
                }
            }
            merge(kind, heads, leftOut, most, bests);
        }
        return bests;
    }

    /** Takes from chains of one grade, each in order, of which the heads are given. */
    private void merge(int kind, List<IdleAgent> heads, Predicate<IdleAgent> leftOut, int most, List<IdleAgent> into) {
        while (!heads.isEmpty() && into.size() < most) {
            int best = 0;
            for (int i = 1; i < heads.size(); i++) {
                best = isBetter(kind, heads.get(i), heads.get(best)) ? i : best;
            }
            IdleAgent taken = heads.get(best);
            into.add(taken);
            IdleAgent next = unless(taken.behind(), leftOut);
            if (next == null) {
                heads.remove(best);
            } else {
                heads.set(best, next);
            }
        }
    }

    private IdleAgent first(int profile, Predicate<IdleAgent> leftOut) {
        return unless(first[profile], leftOut);
    }

    /** He, or the first behind him who is not left out. */
    private static IdleAgent unless(IdleAgent from, Predicate<IdleAgent> leftOut) {
        IdleAgent agent = from;
        while (agent != null && leftOut.test(agent)) {
            agent = agent.behind();
        }
        return agent;
    }

    /** Whether a call of this kind, for which both do, goes to the one. */
    boolean isBetter(int kind, IdleAgent one, IdleAgent other) {
        char[] grades = grid.grades(kind);
        int by = Character.compare(grades[one.profile], grades[other.profile]);
        by = by != 0 ? by : Integer.compare(standIns.of(other.profile, kind), standIns.of(one.profile, kind));
        return by < 0 || by == 0 && one.precedes(other);
    }

    /** How many could stand in for him while he has a call of this kind. */
    int standIns(IdleAgent agent, int kind) {
        return standIns.of(agent.profile, kind);
    }

    /** Whether somebody of these profiles is idle. */
    boolean any(long[] profiles) {
        for (int word = 0; word < Math.min(profiles.length, idle.length); word++) {
            if ((profiles[word] & idle[word]) != 0) {
                return true;
            }
        }
        return false;
    }
}
