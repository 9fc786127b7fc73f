package io.halfminute.simulation;

import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.Skills;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.routing.RoutingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A hotline and its people, from which a day is drawn for each seed.
 *
 * @param startHour the hour of the clock at which the run begins, for those who read the figures
 * @param demands   who calls which number
 * @param recorded  calls that are played on each day instead of drawn ones, if any; a seed then draws only what they leave open
 */
public record Scenario(String title, int startHour, int hours, Map<QueueId, QueueSpec> queues,
                       Map<String, Setup.Destination> numbers, List<Demand> demands, List<Group> groups, Faults faults,
                       RoutingSpec routing, List<KnownCall> recorded) {

    /** The first agent's id; the others follow. */
    private static final int FIRST_AGENT = 10_000;

    public Scenario {
        recorded = List.copyOf(recorded);
        demands = List.copyOf(demands);
        groups = List.copyOf(groups);
        if (groups.stream().allMatch(group -> group.rosters().isEmpty())) {
            throw new IllegalArgumentException("nobody works: a scenario needs a group with an agent at least");
        }
    }

    /** The day of this seed. */
    public Plan plan(long seed) {
        Map<AgentId, AgentSpec> agents = new TreeMap<>();
        List<Worker> workers = new ArrayList<>();
        for (Group group : groups) {
            for (List<Worker.Shift> shifts : group.rosters()) {
                AgentSpec spec = agent(agents.size(), group);
                agents.put(spec.id(), spec);
                workers.add(new Worker(spec.id(), group.name(), group.habits(), shifts));
            }
        }
        Setup setup = new Setup(queues, agents, numbers, Set.of(Hotline.BREAK), Setup.Limits.DEFAULT, routing);
        return new Plan(seed, setup, demands, recorded, workers, hours, Habits.OfPbx.USUAL, faults);
    }

    /** Phones have short names, so that many of them fit into one command. */
    private static AgentSpec agent(int number, Group group) {
        AgentId id = new AgentId(String.valueOf(FIRST_AGENT + number));
        return new AgentSpec(id, "Agent " + id, new PhoneId(Integer.toString(number, Character.MAX_RADIX)),
                new Skills(group.skills()), new TreeSet<>(Set.of(group.name())));
    }

    /** With other groups. */
    public Scenario staffed(List<Group> others) {
        return new Scenario(title, startHour, hours, queues, numbers, demands, others, faults, routing, recorded);
    }

    /** With calls that were recorded. */
    public Scenario withRecorded(List<KnownCall> calls) {
        return new Scenario(title, startHour, hours, queues, numbers, demands, groups, faults, routing, calls);
    }

    /** Calls that are expected in an hour of the run for a queue. */
    public double callsPerHour(QueueId queue, int hour) {
        return demands.stream().filter(demand -> numbers.get(demand.dialled()).queue().equals(queue))
                .mapToDouble(demand -> demand.callsPerHour(hour)).sum();
    }
}
