package io.halfminute.bench;

import io.halfminute.agent.AgentId;
import io.halfminute.queue.Lanes;
import io.halfminute.queue.Place;
import io.halfminute.routing.Grid;
import io.halfminute.routing.IdleAgent;
import io.halfminute.routing.Index;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** Very many agents and waiting calls, made by chance; nothing is allocated once it stands. */
final class LargeFloor {

    private static final int SKILLS = 200;
    /** So many things happen in an order made in advance, since drawing them would take longer than deciding. */
    private static final int DRAWN = 1 << 16;

    /** A waiting call. */
    private static final class Caller extends Place {
        final int of;
        final int number;

        Caller(int kind, int number, long orderMs) {
            this.of = kind;
            this.number = number;
            order(orderMs, false);
        }

        void again(long orderMs) {
            order(orderMs, false);
        }

        @Override
        protected boolean comesBefore(Place other) {
            return number < ((Caller) other).number;
        }
    }

    private final SplittableRandom chance = new SplittableRandom(42);
    private final Lanes lanes = new Lanes();
    private final Grid grid = new Grid();
    final Index index = new Index(lanes, grid);
    private final long[][] asked;
    private final long[][] skills;
    private final List<Caller> callers = new ArrayList<>();
    private final IdleAgent[] drawnAgents = new IdleAgent[DRAWN];
    private final int[] drawnKinds = new int[DRAWN];
    private long nowMs;
    private int drawn;

    /** @param skillsEach of each profile; a kind asks for one or two of them */
    LargeFloor(int size, int profiles, int skillsEach, int kinds) {
        skills = sets(profiles, skillsEach, skillsEach);
        asked = sets(kinds, 1, 2);
        for (int kind = 0; kind < kinds; kind++) {
            for (int profile = 0; profile < profiles; profile++) {
                grid.put(kind, profile, has(skills[profile], asked[kind]), chance.nextInt(3), chance.nextInt(8));
            }
        }
        queues(kinds);
        callers(size, kinds);
        agents(size, profiles, kinds);
    }

    /** A queue for each skill: whoever has it can serve it, and calls that ask for it wait there. */
    private void queues(int kinds) {
        for (int profile = 0; profile < skills.length; profile++) {
            grid.serves(profile, BitSet.valueOf(skills[profile]).stream().toArray());
        }
        for (int kind = 0; kind < kinds; kind++) {
            grid.waitsIn(kind, BitSet.valueOf(asked[kind]).nextSetBit(0));
        }
    }

    private long[][] sets(int count, int least, int most) {
        long[][] sets = new long[count][SKILLS / 64 + 1];
        for (long[] set : sets) {
            for (int left = chance.nextInt(least, most + 1); left > 0; left--) {
                int skill = chance.nextInt(SKILLS);
                set[skill >> 6] |= 1L << skill;
            }
        }
        return sets;
    }

    private static boolean has(long[] all, long[] some) {
        for (int word = 0; word < some.length; word++) {
            if ((some[word] & ~all[word]) != 0) {
                return false;
            }
        }
        return true;
    }

    private void callers(int size, int kinds) {
        for (int i = 0; i < size; i++) {
            Caller caller = new Caller(chance.nextInt(kinds), i, nowMs++);
            callers.add(caller);
            lanes.enter(caller, caller.of);
        }
    }

    private void agents(int size, int profiles, int kinds) {
        List<IdleAgent> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(new IdleAgent(new AgentId(String.valueOf(1_000_000 + i)), chance.nextInt(profiles)));
            if (i % 10 == 0) {
                index.free(all.get(i), nowMs++);
            }
        }
        for (int i = 0; i < DRAWN; i++) {
            drawnAgents[i] = all.get(chance.nextInt(size));
            drawnKinds[i] = chance.nextInt(kinds);
        }
    }

    IdleAgent nextAgent() {
        return drawnAgents[drawn++ & DRAWN - 1];
    }

    int nextKind() {
        return drawnKinds[drawn++ & DRAWN - 1];
    }

    /** It leaves the line and stands at its end again. */
    void serve(Place served) {
        Caller caller = (Caller) served;
        lanes.leave(caller);
        caller.again(nowMs++);
        lanes.enter(caller, caller.of);
    }

    void busyAndFree(IdleAgent agent) {
        index.busy(agent);
        index.free(agent, nowMs++);
    }

    /** The first call in order that he can take, found by looking at each. */
    Place scan(IdleAgent agent) {
        long[] his = skills[agent.profile()];
        Caller best = null;
        for (Caller caller : callers) {
            if (has(his, asked[caller.of]) && (best == null || caller.orderMs() < best.orderMs())) {
                best = caller;
            }
        }
        return best;
    }
}
