package io.halfminute.routing;

import io.halfminute.agent.Profile;
import io.halfminute.queue.Ask;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Who can do what, worked out in advance: kinds of calls by profiles of agents, both numbered from 0. One bit says whether
 * the profile does for the kind; it is kept both ways round, since a freed agent asks for kinds and an arriving call for
 * profiles. Beside it stands a grade by which the profiles that do are compared.
 */
public final class Grid {

    private static final int SPARE_BITS = 9;
    /** Agents who have more than this to spare are alike. */
    static final int MOST_SPARE = (1 << SPARE_BITS) - 1;
    /** Agents who lack more levels than this are alike. */
    static final int MOST_SHORT = (1 << Character.SIZE - SPARE_BITS) - 1;

    private static final long[] NONE = new long[0];
    private static final char[] UNGRADED = new char[0];
    private static final int[] EMPTY = new int[0];
    private static final int NO_QUEUE = -1;

    private long[][] profilesOf = new long[0][];
    private long[][] kindsOf = new long[0][];
    private char[][] grades = new char[0][];
    /** By kind; null where it has to be made anew. */
    private int[][] ranked = new int[0][];
    private int[] queueOf = new int[0];
    private int[][] queuesOf = new int[0][];

    /**
     * Whether the profile does for the kind, and how well.
     *
     * @param shortOf how many levels he lacks, 0 if none; comes first
     * @param spare   what he could do elsewhere
     */
    public void put(int kind, int profile, boolean does, int shortOf, int spare) {
        grow(kind, profile);
        profilesOf[kind] = set(profilesOf[kind], profile, does);
        kindsOf[profile] = set(kindsOf[profile], kind, does);
        ranked[kind] = null;
        if (does) {
            if (grades[kind].length <= profile) {
                grades[kind] = Arrays.copyOf(grades[kind], Math.max(64, Integer.highestOneBit(profile) << 1));
            }
            grades[kind][profile] = grade(shortOf, spare);
        }
    }

    /** The same, as the ask and the profile say. */
    void put(int kind, int profile, Ask ask, Profile of, int spare) {
        put(kind, profile, ask.admits(of), ask.shortOf(of), spare);
    }

    /** In which queue calls of this kind wait; queues are numbered as one likes. */
    public void waitsIn(int kind, int queue) {
        growKinds(kind);
        queueOf[kind] = queue;
    }

    /** Which queues agents of this profile can serve. */
    public void serves(int profile, int... queues) {
        growProfiles(profile);
        queuesOf[profile] = queues;
    }

    private static char grade(int shortOf, int spare) {
        return (char) (Math.min(shortOf, MOST_SHORT) << SPARE_BITS | Math.min(spare, MOST_SPARE));
    }

    private void grow(int kind, int profile) {
        growKinds(kind);
        growProfiles(profile);
    }

    private void growKinds(int kind) {
        int had = profilesOf.length;
        if (kind >= had) {
            int room = Math.max(64, 2 * kind);
            profilesOf = Arrays.copyOf(profilesOf, room);
            grades = Arrays.copyOf(grades, room);
            ranked = Arrays.copyOf(ranked, room);
            queueOf = Arrays.copyOf(queueOf, room);
            Arrays.fill(profilesOf, had, room, NONE);
            Arrays.fill(grades, had, room, UNGRADED);
            Arrays.fill(queueOf, had, room, NO_QUEUE);
        }
    }

    private void growProfiles(int profile) {
        int had = kindsOf.length;
        if (profile >= had) {
            int room = Math.max(64, 2 * profile);
            kindsOf = Arrays.copyOf(kindsOf, room);
            queuesOf = Arrays.copyOf(queuesOf, room);
            Arrays.fill(kindsOf, had, room, NONE);
            Arrays.fill(queuesOf, had, room, EMPTY);
        }
    }

    private static long[] set(long[] bits, int bit, boolean on) {
        int word = bit >> 6;
        if (word >= bits.length) {
            if (!on) {
                return bits;
            }
            return set(Arrays.copyOf(bits, Math.max(2, Integer.highestOneBit(word) << 1)), bit, true);
        }
        bits[word] = on ? bits[word] | 1L << bit : bits[word] & ~(1L << bit);
        return bits;
    }

    /** One bit for each profile that does for the kind; may be shorter than what there is. */
    public long[] profilesOf(int kind) {
        return kind < profilesOf.length ? profilesOf[kind] : NONE;
    }

    /** One bit for each kind for which the profile does; may be shorter than what there is. */
    public long[] kindsOf(int profile) {
        return profile < kindsOf.length ? kindsOf[profile] : NONE;
    }

    /** The profiles that do for the kind, the best grade first, then the smaller number. */
    int[] ranked(int kind) {
        if (kind >= ranked.length) {
            return EMPTY;
        }
        if (ranked[kind] == null) {
            ranked[kind] = rank(kind);
        }
        return ranked[kind];
    }

    private int[] rank(int kind) {
        char[] graded = grades[kind];
        return BitSet.valueOf(profilesOf[kind]).stream().mapToLong(profile -> (long) graded[profile] << 32 | profile).sorted()
                .mapToInt(both -> (int) both).toArray();
    }

    /** One more than the largest number that a profile may have at present. */
    int profiles() {
        return kindsOf.length;
    }

    /** In which queue calls of this kind wait; a number that no queue has if that was not said. */
    int queueOf(int kind) {
        return kind < queueOf.length ? queueOf[kind] : NO_QUEUE;
    }

    /** Which queues agents of this profile can serve; none if that was not said. */
    int[] queuesOf(int profile) {
        return profile < queuesOf.length ? queuesOf[profile] : EMPTY;
    }

    /** By profile, for those that do: the smaller is the better. */
    char[] grades(int kind) {
        return kind < grades.length ? grades[kind] : UNGRADED;
    }

    /** How many levels the profile lacks for the kind. */
    public int shortOf(int kind, int profile) {
        return grades[kind][profile] >> SPARE_BITS;
    }

    /** What the profile could do elsewhere. */
    int spare(int kind, int profile) {
        return grades[kind][profile] & MOST_SPARE;
    }

    /** Whether the profile does for the kind. */
    public boolean does(int kind, int profile) {
        long[] bits = profilesOf(kind);
        return profile >> 6 < bits.length && (bits[profile >> 6] >> profile & 1) != 0;
    }
}
