package io.halfminute.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.queue.WaitingCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whatever happens to agents and calls, the index decides as whoever looks at everybody does. */
class RouterDecidesLikeTheScanTest {

    private static final int SEEDS = 200;
    private static final int STEPS = 5_000;

    @Test
    void aMillionStepsAreDecidedAlike() {
        LeastToSpare scan = new LeastToSpare();
        long decided = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomFloor floor = new RandomFloor(seed, "a");
            for (int step = 0; step < STEPS; step++) {
                floor.step();
                WaitingCall call = floor.anyCall();
                if (call != null) {
                    AgentId winner = scan.winner(call, floor.team(), floor.nowMs);
                    assertEquals(winner, floor.router.bestFor(call), "seed " + seed);
                    decided += winner == null ? 0 : 1;
                }
                Agent agent = floor.anyAgent();
                assertEquals(firstFor(agent, floor), floor.router.firstFor(agent.id()), "seed " + seed);
            }
        }
        assertTrue(decided > SEEDS * STEPS / 4, decided + " decisions are too few to prove anything");
    }

    @Test
    void theReasonsAreTheSameToo() {
        LeastToSpare scan = new LeastToSpare();
        for (long seed = 0; seed < 20; seed++) {
            RandomFloor floor = new RandomFloor(seed, "a");
            for (int step = 0; step < STEPS; step++) {
                floor.step();
                WaitingCall call = floor.anyCall();
                if (call != null) {
                    Optional<Decision> made = scan.decide(call, floor.team(), 1, floor.nowMs);
                    assertEquals(made, floor.router.decide(call, floor.team(), 1, floor.nowMs), "seed " + seed);
                }
            }
        }
    }

    private static WaitingCall firstFor(Agent agent, RandomFloor floor) {
        WaitingCall first = null;
        for (WaitingCall waiting : floor.waiting) {
            if (waiting.admits(agent) && (first == null || waiting.compareTo(first) < 0)) {
                first = waiting;
            }
        }
        return first;
    }

    @Test
    void theLineGoesThroughEverybodyInOrder() {
        RandomFloor floor = new RandomFloor(1, "a");
        for (int step = 0; step < STEPS; step++) {
            floor.step();
            List<WaitingCall> sorted = floor.waiting.stream().sorted().toList();
            assertEquals(sorted, StreamSupport.stream(floor.line.spliterator(), false).toList());
            assertEquals(sorted.size(), floor.line.size());
        }
    }

    @Test
    void whoRingsBesidesOthersIsTheNextOfTheCandidates() {
        RandomFloor floor = new RandomFloor(2, "a");
        for (int step = 0; step < STEPS; step++) {
            floor.step();
            WaitingCall call = floor.anyCall();
            if (call != null) {
                List<AgentId> ranked = floor.router.decide(call, floor.team(), 1, floor.nowMs).stream()
                        .flatMap(decision -> decision.candidates().stream()).map(Decision.Candidate::agent).toList();
                Set<AgentId> ringing = ranked.stream().limit(2).collect(Collectors.toSet());
                assertEquals(ranked.size() > 2 ? ranked.get(2) : null, floor.router.bestFor(call, ringing));
            }
        }
    }

    /** The names differ, so their hashes do; their order does not. */
    @Test
    void whatAgentsAreCalledChangesNoDecision() {
        assertEquals(winners(new RandomFloor(3, "a"), 1), winners(new RandomFloor(3, "some-other-name"), 15));
    }

    private static List<String> winners(RandomFloor floor, int letters) {
        List<String> winners = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            floor.step();
            WaitingCall call = floor.anyCall();
            AgentId best = call == null ? null : floor.router.bestFor(call);
            winners.add(best == null ? "nobody" : best.value().substring(letters));
        }
        return winners;
    }
}
