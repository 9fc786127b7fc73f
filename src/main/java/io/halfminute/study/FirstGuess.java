package io.halfminute.study;

import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.simulation.Demand;
import io.halfminute.simulation.ImpatientPool;
import io.halfminute.simulation.Group;
import io.halfminute.simulation.Law;
import io.halfminute.simulation.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;

/** Where the search for staff begins: each queue alone by Erlang A, hour by hour, served by those who serve the fewest others. */
final class FirstGuess {

    private static final int DRAWS = 4_096;
    /** Longer than anybody waits: who never gives up is taken for as patient as this. */
    private static final long PATIENT_MS = 7_200_000;

    private final Scenario scenario;
    private final double target;

    FirstGuess(Scenario scenario, double target) {
        this.scenario = scenario;
        this.target = target;
    }

    /** By group, for each hour. */
    Map<String, List<Integer>> staff() {
        Map<String, List<Integer>> staff = new LinkedHashMap<>();
        scenario.groups().forEach(group ->
                staff.put(group.name(), new ArrayList<>(Collections.nCopies(scenario.hours(), 0))));
        for (QueueSpec queue : scenario.queues().values().stream().sorted(Comparator.comparing(QueueSpec::id)).toList()) {
            // A queue that nobody calls needs nobody.
            scenario.demands().stream().filter(demand -> scenario.numbers().get(demand.dialled()).queue().equals(queue.id()))
                    .findFirst().ifPresent(kind -> staff(queue, kind, staff));
        }
        return staff;
    }

    private void staff(QueueSpec queue, Demand kind, Map<String, List<Integer>> staff) {
        List<String> specialists = specialists(scenario, queue.id());
        for (int hour = 0; hour < scenario.hours(); hour++) {
            int needed = needed(queue, kind, hour);
            for (int agent = 0; agent < needed; agent++) {
                List<Integer> byHour = staff.get(specialists.get(agent % specialists.size()));
                byHour.set(hour, byHour.get(hour) + 1);
            }
        }
    }

    private int needed(QueueSpec queue, Demand kind, int hour) {
        double calls = scenario.callsPerHour(queue.id(), hour);
        Group group = scenario.groups().stream()
                .filter(one -> one.name().equals(specialists(scenario, queue.id()).getFirst())).findFirst().orElseThrow();
        double pickUpMs = mean(group.habits().pickUp());
        double wrapUpMs = queue.wrapUpMs() * (1 - group.habits().endsWrapUpEarly() / 2);
        return ImpatientPool.agents(calls, mean(kind.callers().talk()) + wrapUpMs + pickUpMs, mean(kind.callers().patience()),
                queue.targetMs() - mean(kind.callers().flow()) - pickUpMs, target);
    }

    /** Laws are known by what they draw. */
    private static double mean(Law law) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            sum += Math.min(PATIENT_MS, law.drawMs(chance));
        }
        return sum / DRAWS;
    }

    /** Those who can serve a queue and the fewest others beside it. */
    static List<String> specialists(Scenario scenario, QueueId queue) {
        List<Group> able = scenario.groups().stream().filter(group -> canServe(group, scenario.queues().get(queue))).toList();
        if (able.isEmpty()) {
            throw new IllegalArgumentException("queue \"" + queue + "\": no group has the skills that it needs");
        }
        long least = able.stream().mapToLong(group -> queues(scenario, group)).min().orElseThrow();
        return able.stream().filter(group -> queues(scenario, group) == least).map(Group::name).toList();
    }

    private static long queues(Scenario scenario, Group group) {
        return scenario.queues().values().stream().filter(queue -> canServe(group, queue)).count();
    }

    private static boolean canServe(Group group, QueueSpec queue) {
        return queue.demands().stream().allMatch(demand ->
                group.skills().getOrDefault(demand.skill(), 0) >= demand.least());
    }
}
