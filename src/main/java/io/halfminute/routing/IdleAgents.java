package io.halfminute.routing;

import io.halfminute.queue.Chain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Those who wait for a call, by profile, each profile a chain with the longest idle first. Beside them lies what a search
 * reads: one bit for each profile of which somebody is idle, and since when the first of each is.
 */
final class IdleAgents {

    private final List<Chain<IdleAgent>> chains = new ArrayList<>();
    private long[] idle = new long[0];
    private long[] firstSinceMs = new long[0];
    private IdleAgent[] first = new IdleAgent[0];

    void enter(IdleAgent agent, long sinceMs) {
        grow(agent.profile);
        agent.since(sinceMs);
        agent.isIdle = true;
        chains.get(agent.profile).enter(agent);
        look(agent.profile);
    }

    void leave(IdleAgent agent) {
        chains.get(agent.profile).leave(agent);
        agent.isIdle = false;
        look(agent.profile);
    }

    private void look(int profile) {
        IdleAgent now = chains.get(profile).first();
        first[profile] = now;
        if (now == null) {
            idle[profile >> 6] &= ~(1L << profile);
        } else {
            idle[profile >> 6] |= 1L << profile;
            firstSinceMs[profile] = now.sinceMs();
        }
    }

    private void grow(int profile) {
        if (profile >= first.length) {
            int room = Math.max(64, Integer.highestOneBit(profile) << 1);
            idle = Arrays.copyOf(idle, room >> 6);
            firstSinceMs = Arrays.copyOf(firstSinceMs, room);
            first = Arrays.copyOf(first, room);
            while (chains.size() < room) {
                chains.add(new Chain<>());
            }
        }
    }

    /** The best of all by grade, then by who is idle longest; null when nobody is. */
    IdleAgent best(long[] profiles, char[] grades) {
        long best = Long.MAX_VALUE;
        int bestGrade = Integer.MAX_VALUE;
        IdleAgent found = null;
        int words = Math.min(profiles.length, idle.length);
        for (int word = 0; word < words; word++) {
            for (long bits = profiles[word] & idle[word]; bits != 0; bits &= bits - 1) {
                int profile = (word << 6) + Long.numberOfTrailingZeros(bits);
                int grade = grades[profile];
                long since = firstSinceMs[profile];
                if (grade < bestGrade || grade == bestGrade
                        && (since < best || since == best && first[profile].precedes(found))) {
                    bestGrade = grade;
                    best = since;
                    found = first[profile];
                }
            }
        }
        return found;
    }

    /** The same among those who are not left out. */
    IdleAgent best(long[] profiles, char[] grades, Predicate<IdleAgent> leftOut) {
        IdleAgent found = null;
        int words = Math.min(profiles.length, idle.length);
        for (int word = 0; word < words; word++) {
            for (long bits = profiles[word] & idle[word]; bits != 0; bits &= bits - 1) {
                int profile = (word << 6) + Long.numberOfTrailingZeros(bits);
                IdleAgent agent = first(profile, leftOut);
                if (agent != null && (found == null || grades[profile] < grades[found.profile]
                        || grades[profile] == grades[found.profile] && agent.precedes(found))) {
                    found = agent;
                }
            }
        }
        return found;
    }

    private IdleAgent first(int profile, Predicate<IdleAgent> leftOut) {
        IdleAgent agent = first[profile];
        while (agent != null && leftOut.test(agent)) {
            agent = agent.behind();
        }
        return agent;
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
