package io.halfminute.forecast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.Setup;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.simulation.Demand;
import io.halfminute.simulation.Faults;
import io.halfminute.simulation.Hotline;
import io.halfminute.simulation.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whole days with the real machine, and the forecaster beside it: of 100 callers who wait the bound holds for 75 to 85, on
 * each kind of day, and what they hear, which is rounded up, for 80 at least. Reports are left in {@code target/forecast}.
 */
class ForecastHoldsTest {

    private static final ForecastSpec SPEC = new ForecastSpec(10_000, 900_000,
            new ForecastSpec.Effort(30, 1_000, 250, 500, 5_000, 1), ForecastSpec.Speech.DEFAULT,
            new ForecastSpec.Advice(0, 0.03, 30_000, 0));

    private static BackTest over(String name, Plan plan) throws Exception {
        BackTest test = BackTest.over(plan, SPEC);
        Path folder = Files.createDirectories(Path.of("target/forecast"));
        Files.writeString(folder.resolve(name + ".txt"), test.report(name) + "\n");
        return test;
    }

    private static void holds(BackTest test) {
        assertTrue(test.bounds >= 50 && test.coverage() >= 0.75 && test.coverage() <= 0.85,
                () -> "the bound held for " + test.coverage() + " of " + test.bounds + " callers");
        assertTrue(test.promises < 50 || test.kept() >= SPEC.speech().sure(),
                () -> "what was spoken held for " + test.kept() + " of " + test.promises + " callers");
    }

    @Test
    void onADayWithEnoughAgentsTheShareIsForetoldWithinTwoAndAHalfPoints() throws Exception {
        BackTest quiet = over("enough", Hotline.day(1, 4_000, 0, Faults.NONE));
        holds(quiet);
        assertTrue(quiet.meanError() <= 0.025, () -> "off by " + quiet.meanError());
    }

    @Test
    void onADayWithTooFewAgentsTheBoundHoldsAndTheShareIsBetterThanThatOfLately() throws Exception {
        BackTest busy = over("too-few", Hotline.day(1, 4_000, 18, Faults.NONE));
        holds(busy);
        assertTrue(busy.meanError() < 0.85 * busy.meanErrorOfLately(),
                () -> "off by " + busy.meanError() + ", lately by " + busy.meanErrorOfLately());
    }

    @Test
    void onADayWhoseHoursDifferTheBoundHolds() throws Exception {
        Plan even = Hotline.day(2, 4_000, 26, Faults.NONE);
        List<Demand> uneven = even.demands().stream().map(ForecastHoldsTest::uneven).toList();
        holds(over("uneven", new Plan(even.seed(), even.setup(), uneven, even.recorded(), even.workers(), even.hours(),
                even.pbx(), even.faults())));
    }

    @Test
    void whereRingsOpenTheBoundHolds() throws Exception {
        Plan plan = Hotline.day(3, 4_000, 25, Faults.NONE);
        Setup setup = plan.setup();
        Map<QueueId, QueueSpec> queues = setup.queues().values().stream().map(ForecastHoldsTest::inRings)
                .collect(Collectors.toMap(QueueSpec::id, queue -> queue));
        holds(over("rings", plan.withSetup(new Setup(queues, setup.agents(), setup.numbers(), setup.pauseReasons(),
                setup.limits()))));
    }

    /** First those who are as good as wanted, then everybody who will do. */
    private static QueueSpec inRings(QueueSpec queue) {
        return new QueueSpec(queue.id(), queue.name(), queue.demands(),
                List.of(QueueSpec.wanted(queue.demands()), QueueSpec.least(queue.demands())), queue.creditMs(),
                queue.targetMs(), queue.ringMs(), queue.wrapUpMs(), queue.maxWaiting(), queue.overflow());
    }

    /** Each second hour has nearly twice the calls of the one before. */
    private static Demand uneven(Demand even) {
        List<Double> calls = new java.util.ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            calls.add(even.callsPerHour().get(hour) * (hour % 2 == 0 ? 0.7 : 1.35));
        }
        return new Demand(even.dialled(), calls, even.callers());
    }
}
