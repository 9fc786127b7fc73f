package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.Acd;
import io.halfminute.acd.Setup;
import io.halfminute.call.BrandId;
import io.halfminute.callback.ByKey;
import io.halfminute.callback.CallHours;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.callback.CallbackState;
import io.halfminute.callback.Outgoing;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days with too few agents, on which callers may choose to be called back; every checker watches. */
class CallbackDayTest {

    private static Plan busyDay(long seed, Faults faults) {
        Plan plan = Hotline.day(seed, 2_000, 14, faults);
        Setup setup = plan.setup();
        CallbackSpec spec = new CallbackSpec(500, true, 10_000, true, 3, 600_000, 30_000, 86_400_000, 0, 0.3, CallHours.ALWAYS,
                Map.of(new BrandId("shop-a"), Outgoing.PLAIN, new BrandId("shop-b"), Outgoing.PLAIN),
                new ByKey(true, 45_000, 120_000, 6_000));
        return plan.withSetup(new Setup(setup.queues(), setup.agents(), setup.numbers(), setup.pauseReasons(), setup.limits(),
                setup.routing(), setup.pbxs(), spec));
    }

    private static Map<CallbackState, Integer> play(Plan plan) {
        CallbacksKeepTheirRules rules = new CallbacksKeepTheirRules();
        Simulation.play(plan, Machine.of(new Acd(plan.setup(), 1)), new Watch(rules, new NothingReportedBroken()) {
            @Override
            boolean knowsAsWaiting(io.halfminute.pbx.CallId call) {
                return true;
            }
        });
        return rules.came();
    }

    @Test
    void whoChoseACallbackGetsOneAndEachPromiseEnds() {
        Plan plan = busyDay(1, Faults.NONE);
        Day day = Simulation.playDay(plan, Machine.of(new Acd(plan.setup(), 1)), new Watch());
        long kept = day.calledBack().stream().filter(Day.CalledBack::reached).count();
        assertTrue(day.calledBack().size() > 50, () -> day.calledBack().size() + " callbacks");
        assertTrue(kept > 0.7 * day.calledBack().size(), () -> kept + " kept of " + day.calledBack().size());
        assertTrue(day.calls().stream().anyMatch(call -> call.fate() == Outcome.Fate.CALLBACK));
    }

    @Test
    void aBadDayAtThePbxBreaksNoRuleOfCallbacks() {
        for (long seed = 1; seed <= 2; seed++) {
            Plan plan = busyDay(seed, Faults.MANY);
            Simulation.play(plan);
            Map<CallbackState, Integer> came = play(plan);
            assertTrue(came.getOrDefault(CallbackState.REACHED, 0) > 20, came::toString);
            assertTrue(came.getOrDefault(CallbackState.NOT_REACHED, 0) + came.getOrDefault(CallbackState.EXPIRED, 0) > 0,
                    came::toString);
        }
    }

    @Test
    void theSameDayIsTheSameToTheLastCallback() {
        Plan plan = busyDay(5, Faults.NONE);
        assertEquals(Simulation.playDay(plan, Machine.of(new Acd(plan.setup(), 1)), Watch.blind()).calledBack(),
                Simulation.playDay(plan, Machine.of(new Acd(plan.setup(), 1)), Watch.blind()).calledBack());
    }
}
