package io.halfminute.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The agents of one {@link Play}: who is free, in the order in which they became so, and who leaves for a break when. */
final class PlayedAgents {

    private final Picture picture;
    private final Agenda agenda;
    private final Row[] idle;
    /** When he leaves for his next break. */
    private final long[] leavesAtMs;
    /** Whether what he wished for has been done. */
    private final boolean[] followed;
    private SplittableRandom chance;

    PlayedAgents(Picture picture, Agenda agenda) {
        this.picture = picture;
        this.agenda = agenda;
        idle = Row.rows(picture.classes());
        leavesAtMs = new long[picture.agents().size()];
        followed = new boolean[picture.agents().size()];
    }

    /** All as in the picture. */
    void begin(SplittableRandom with) {
        chance = with;
        for (Row row : idle) {
            row.clear();
        }
        Arrays.fill(followed, false);
        for (int i = 0; i < leavesAtMs.length; i++) {
            leavesAtMs[i] = agenda.nowMs() + untilLeave();
            begin(i, picture.agents().get(i));
        }
    }

    private void begin(int agent, Picture.Agent seen) {
        if (seen.doing().what() == Picture.Doing.What.RINGS) {
            return;
        }
        if (seen.busy() == null) {
            idles(agent);
        } else {
            release(agent, agenda.nowMs() + busyMs(seen));
        }
    }

    private long busyMs(Picture.Agent agent) {
        long ms = Math.min(agent.mostMs(), agent.busy().drawBeyond(agent.elapsedMs(), chance) - agent.elapsedMs());
        return Math.max(0, ms) + (agent.wrapUp() == null ? 0 : agent.wrapUp().draw(chance));
    }

    private long untilLeave() {
        return picture.leavesPerMs() <= 0 ? Picture.NEVER
                : Math.round(-Math.log(1 - chance.nextDouble()) / picture.leavesPerMs());
    }

    /** What he does now, or the call that he gets, ends then; what he wished for follows once. */
    void release(int agent, long atMs) {
        if (followed[agent]) {
            agenda.add(atMs, Agenda.What.FREE, agent);
            return;
        }
        followed[agent] = true;
        Picture.Agent who = picture.agents().get(agent);
        if (!who.leaves()) {
            agenda.add(who.away() == null ? atMs : atMs + who.away().draw(chance), Agenda.What.FREE, agent);
        }
    }

    /** The class of his profile. */
    int kind(int agent) {
        return picture.agents().get(agent).kind();
    }

    /** He has nothing to do: whether he leaves for a break now, from which he comes back. */
    boolean leaves(int agent) {
        if (leavesAtMs[agent] > agenda.nowMs()) {
            return false;
        }
        long backMs = agenda.nowMs() + picture.absence().draw(chance);
        leavesAtMs[agent] = backMs + untilLeave();
        agenda.add(backMs, Agenda.What.FREE, agent);
        return true;
    }

    /** He waits for a call. */
    void idles(int agent) {
        idle[kind(agent)].add(agent);
    }

    /**
     * The first class that has somebody free, and in it who has waited longest; -1 if there is nobody.
     *
     * @param taken whether he waits no longer
     */
    int longestFree(int[] kinds, boolean taken) {
        for (int kind : kinds) {
            while (!idle[kind].isEmpty()) {
                int agent = idle[kind].get(0);
                boolean there = isThere(agent);
                if (taken || !there) {
                    idle[kind].removeFirst();
                }
                if (there) {
                    return agent;
                }
                agenda.add(leavesAtMs[agent], Agenda.What.FREE, agent);
                leavesAtMs[agent] += untilLeave();
            }
        }
        return -1;
    }

    /** Whether he has not left for a break meanwhile; if he has, {@link #leavesAtMs} is when he comes back. */
    private boolean isThere(int agent) {
        while (leavesAtMs[agent] <= agenda.nowMs()) {
            leavesAtMs[agent] += picture.absence().draw(chance);
            if (leavesAtMs[agent] > agenda.nowMs()) {
                return false;
            }
            leavesAtMs[agent] += untilLeave();
        }
        return true;
    }
}
