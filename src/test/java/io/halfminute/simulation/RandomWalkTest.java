package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Outputs;
import io.halfminute.callback.CallbackState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever the machine is told, it keeps its rules. */
class RandomWalkTest {

    private static final int WALKS = 120;
    private static final int STEPS = 2_000;

    @Test
    void noInputBreaksARule() {
        for (long seed = 0; seed < WALKS; seed++) {
            RandomWalk.walk(seed, STEPS, UnaryOperator.identity(), new Watch(), _ -> { });
        }
    }

    @Test
    void theWalksComeEverywhere() {
        Map<Class<?>, Integer> told = new HashMap<>();
        Map<AcdEvent.OfferOutcome, Integer> outcomes = new EnumMap<>(AcdEvent.OfferOutcome.class);
        for (long seed = 0; seed < 10; seed++) {
            RandomWalk.walk(seed, STEPS, UnaryOperator.identity(), new Watch(), outputs -> outputs.events().forEach(event -> {
                told.merge(event.getClass(), 1, Integer::sum);
                if (event instanceof AcdEvent.OfferEnded ended) {
                    outcomes.merge(ended.outcome(), 1, Integer::sum);
                }
            }));
        }
        for (Class<?> kind : List.of(AcdEvent.CallArrived.class, AcdEvent.CallWaits.class, AcdEvent.OfferMade.class,
                AcdEvent.OfferRinging.class, AcdEvent.CallAnswered.class, AcdEvent.TalkEnded.class,
                AcdEvent.CallAtFallback.class, AcdEvent.CallLeaves.class, AcdEvent.DeadlineMissed.class,
                AcdEvent.CallEnded.class)) {
            assertTrue(told.getOrDefault(kind, 0) > 50, kind + " in " + told);
        }
        assertEquals(AcdEvent.OfferOutcome.values().length, outcomes.size(), outcomes.toString());
    }

    @Test
    void noInputBreaksARuleOfCallbacksAndEveryEndOfOneIsSeen() {
        Map<CallbackState, Integer> came = new EnumMap<>(CallbackState.class);
        for (long seed = 0; seed < WALKS; seed++) {
            CallbacksKeepTheirRules rules = new CallbacksKeepTheirRules();
            RandomWalk.callingBack(seed, STEPS, new Watch(rules, new NothingReportedBroken()));
            RandomWalk.callingBack(seed, STEPS, new Watch());
            rules.came().forEach((state, times) -> came.merge(state, times, Integer::sum));
        }
        assertEquals(CallbackState.values().length, came.size(), came.toString());
    }

    @Test
    void theFallbackIsToldItsMembersExactlyWhenTheyChange() {
        int changes = 0;
        for (long seed = 0; seed < WALKS; seed++) {
            FallbackIsWhoIsAtWork rule = new FallbackIsWhoIsAtWork();
            RandomWalk.walk(seed, STEPS, UnaryOperator.identity(), new Watch(rule), _ -> { });
            changes += rule.changes();
        }
        assertTrue(changes > 100 * WALKS, changes + " changes");
    }

    @Test
    void theSameInputsGiveTheSameOutputs() {
        assertEquals(outputs(7), outputs(7));
    }

    private static List<Outputs> outputs(long seed) {
        List<Outputs> all = new ArrayList<>();
        RandomWalk.walk(seed, STEPS, UnaryOperator.identity(), new Watch(), all::add);
        return all;
    }
}
