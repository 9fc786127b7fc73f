package io.halfminute.simulation.peer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The strategies of {@code app_queue}; a lower penalty goes before everything else. */
enum MemberOrder {
    /** All at once; the first to pick up has the call. */
    RINGALL,
    /** Whose last call ended longest ago, by whole seconds; who had none comes first. */
    LEASTRECENT,
    /** In turn, and the next time from there on. */
    RRMEMORY,
    /** Who has taken the fewest calls. */
    FEWESTCALLS;

    /** Where the turn has come to. */
    static final class Memory {
        private int next;
    }

    Optional<PeerAgent> best(List<PeerAgent> candidates, List<PeerAgent> members, Memory memory,
                             ToIntFunction<PeerAgent> penalty) {
        Optional<PeerAgent> best = candidates.stream().min(Comparator.comparingInt(penalty)
                .thenComparingLong(agent -> metric(agent, members, memory)).thenComparingInt(agent -> agent.index));
        best.ifPresent(agent -> memory.next = members.indexOf(agent) + 1);
        return best;
    }

    private long metric(PeerAgent agent, List<PeerAgent> members, Memory memory) {
        return switch (this) {
            case RINGALL -> 0;
            case LEASTRECENT -> agent.lastCallEndS;
            case RRMEMORY -> Math.floorMod(members.indexOf(agent) - memory.next, members.size());
            case FEWESTCALLS -> agent.callsTaken;
        };
    }
}
