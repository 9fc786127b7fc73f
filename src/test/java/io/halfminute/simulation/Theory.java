package io.halfminute.simulation;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * One queue, one skill, Poisson arrivals, exponential talk of 180 s, and nothing that takes time besides: what the
 * formulas of Erlang describe. Confidence by batch means: the run is cut into batches, whose means are nearly independent.
 */
final class Theory {

    private static final int BATCHES = 40;
    /** Student's t with 39 degrees of freedom for 99.9 %: seventeen figures are compared at once, and none may err by chance. */
    private static final double T_999 = 3.558;
    private static final SkillId SKILL = new SkillId("any");

    private final List<double[]> measured = new ArrayList<>();

    private Theory() {
    }

    /** What a mean is, give or take. */
    record Estimate(double mean, double halfWidth) {

        boolean agrees(double exact) {
            return Math.abs(mean - exact) <= halfWidth;
        }
    }

    /**
     * Of all calls: the share that waits at all, the share still there and unanswered at 30 s, the mean wait in seconds, the
     * share that gives up.
     */
    record Figures(Estimate waits, Estimate after30s, Estimate meanWaitS, Estimate abandoned) {
    }

    /**
     * @param patience by exponential law or never lost
     */
    static Figures measure(int agents, double callsPerHour, int calls, Law patience) {
        Theory theory = new Theory();
        int hours = (int) Math.round(calls / callsPerHour);
        Plan plan = new Plan(4, setup(agents), List.of(new Plan.Share("4001", 1)), List.of(callsPerHour),
                List.of(agents), hours, new Habits.OfCallers(Law.always(0), patience, Law.exponential(180_000), 0.5),
                Habits.OfAgents.TIRELESS, Habits.OfPbx.INSTANT, Faults.NONE);
        Simulation.play(plan, theory.listeningTo(Machine.of(new Acd(plan.setup(), 1))), new Watch());
        return theory.figures();
    }

    private static Setup setup(int agents) {
        QueueSpec queue = new QueueSpec(new QueueId("all"), "all", List.of(new SkillDemand(SKILL, 1, 1)), 0, 30_000,
                12_000, 0, 100_000, Optional.empty());
        Map<AgentId, AgentSpec> specs = new TreeMap<>();
        for (int i = 0; i < agents; i++) {
            String id = String.valueOf(1_000 + i);
            specs.put(new AgentId(id), new AgentSpec(new AgentId(id), id, new PhoneId(id), new Skills(Map.of(SKILL, 3))));
        }
        return new Setup(Map.of(queue.id(), queue), specs, Map.of("4001",
                new Setup.Destination(new BrandId("shop-a"), queue.id())), Set.of(Hotline.BREAK),
                new Setup.Limits(2, 5_000, 3_000, 100_000, 1_000));
    }

    private Machine listeningTo(Machine machine) {
        Map<CallId, double[]> present = new HashMap<>();
        return new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                Outputs outputs = machine.apply(input, nowMs);
                outputs.events().forEach(event -> see(event, present));
                return outputs;
            }

            @Override
            public long nextDeadlineMs() {
                return machine.nextDeadlineMs();
            }
        };
    }

    private void see(AcdEvent event, Map<CallId, double[]> present) {
        switch (event) {
            case AcdEvent.CallArrived arrived -> {
                double[] call = {arrived.arrivedMs(), 0};
                present.put(arrived.call(), call);
                measured.add(call);
            }
            case AcdEvent.CallAnswered answered -> wait(present.get(answered.call()), answered.atMs(), false);
            case AcdEvent.CallEnded ended -> {
                double[] call = present.remove(ended.call());
                if (ended.end() == CallEnd.ABANDONED) {
                    wait(call, ended.atMs(), true);
                }
            }
            default -> { }
        }
    }

    private static void wait(double[] call, long untilMs, boolean gaveUp) {
        call[0] = untilMs - call[0];
        call[1] = gaveUp ? 1 : 0;
    }

    private Figures figures() {
        return new Figures(estimate(call -> call[0] > 0 ? 1 : 0), estimate(call -> call[0] > 30_000 ? 1 : 0),
                estimate(call -> call[0] / 1_000), estimate(call -> call[1]));
    }

    /** The first batch, in which the hotline fills up, is left out. */
    private Estimate estimate(ToDoubleFunction<double[]> figure) {
        int size = measured.size() / (BATCHES + 1);
        double[] means = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            means[batch] = measured.subList((batch + 1) * size, (batch + 2) * size).stream().mapToDouble(figure).average()
                    .orElseThrow();
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        double variance = Arrays.stream(means).map(each -> (each - mean) * (each - mean)).sum() / (BATCHES - 1);
        return new Estimate(mean, T_999 * Math.sqrt(variance / BATCHES));
    }
}
