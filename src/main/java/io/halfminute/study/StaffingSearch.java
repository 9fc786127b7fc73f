package io.halfminute.study;

import io.halfminute.queue.QueueId;
import io.halfminute.simulation.Group;
import io.halfminute.simulation.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The fewest agents of each group with whom every queue reaches the target in every hour: from a first guess agents are added
 * where a queue falls short, and then taken away wherever none is missed. Every staff is played on the same days, so that one
 * agent less is seen for what it is. What is found is a staff from which nobody can be spared; another mix of groups may be as
 * small.
 */
public final class StaffingSearch {

    /** A staff and what it reaches. */
    public record Found(Scenario scenario, Map<String, List<Integer>> guess, Map<String, List<Integer>> staff,
                        Comparison outcome, int played, boolean reached) {
    }

    private final Scenario scenario;
    private final double target;
    private final int replications;
    private final long seed;
    private final int mostPlayed;
    private int played;

    /**
     * @param target     the share of all calls to be answered in time, 0 to 1
     * @param mostPlayed how many staffs are played at most
     */
    public StaffingSearch(Scenario scenario, double target, int replications, long seed, int mostPlayed) {
        this.scenario = scenario;
        this.target = target;
        this.replications = replications;
        this.seed = seed;
        this.mostPlayed = mostPlayed;
    }

    /** Searches. */
    public Found search() {
        Map<String, List<Integer>> guess = new FirstGuess(scenario, target).staff();
        Map<String, List<Integer>> staff = raise(copy(guess));
        boolean spared = true;
        while (spared && played < mostPlayed) {
            spared = trim(staff);
        }
        staff = raise(staff);
        Comparison outcome = play(staff);
        return new Found(scenario, guess, staff, outcome, played, shortfalls(outcome).isEmpty());
    }

    /** One agent more for the worst queue of each hour that falls short, until none does. */
    private Map<String, List<Integer>> raise(Map<String, List<Integer>> staff) {
        while (played < mostPlayed) {
            Map<Integer, QueueId> shortfalls = shortfalls(play(staff));
            if (shortfalls.isEmpty()) {
                return staff;
            }
            shortfalls.forEach((hour, queue) -> change(staff, helper(staff, queue, hour), hour, 1));
        }
        return staff;
    }

    /** Of those who serve little else, the group with the fewest at work. */
    private String helper(Map<String, List<Integer>> staff, QueueId queue, int hour) {
        return FirstGuess.specialists(scenario, queue).stream()
                .min((one, other) -> Integer.compare(staff.get(one).get(hour), staff.get(other).get(hour))).orElseThrow();
    }

    /**
     * Takes one agent of each group away in every other hour at once, and brings back those who were missed, in their hour or
     * the next.
     *
     * @return whether anybody was spared
     */
    private boolean trim(Map<String, List<Integer>> staff) {
        boolean spared = false;
        for (Group group : scenario.groups()) {
            for (int parity = 0; parity < 2 && played < mostPlayed; parity++) {
                spared |= trim(staff, group.name(), parity);
            }
        }
        return spared;
    }

    private boolean trim(Map<String, List<Integer>> staff, String group, int parity) {
        List<Integer> hours = IntStream.range(0, scenario.hours()).filter(hour -> hour % 2 == parity).boxed()
                .filter(hour -> staff.get(group).get(hour) > 0).toList();
        if (hours.isEmpty()) {
            return false;
        }
        hours.forEach(hour -> change(staff, group, hour, -1));
        Map<Integer, QueueId> shortfalls = shortfalls(play(staff));
        List<Integer> missed = hours.stream()
                .filter(hour -> shortfalls.containsKey(hour) || shortfalls.containsKey(hour + 1)).toList();
        missed.forEach(hour -> change(staff, group, hour, 1));
        return missed.size() < hours.size();
    }

    private static void change(Map<String, List<Integer>> staff, String group, int hour, int by) {
        staff.get(group).set(hour, staff.get(group).get(hour) + by);
    }

    private Comparison play(Map<String, List<Integer>> staff) {
        played++;
        List<Group> groups = scenario.groups().stream().map(group -> group.atWork(staff.get(group.name()))).toList();
        return Comparison.of(scenario.staffed(groups), List.of(Policy.HOUSE), replications, seed);
    }

    /** By hour, the queue that is furthest from the target; hours that reach it are not there. */
    private Map<Integer, QueueId> shortfalls(Comparison outcome) {
        Map<Integer, QueueId> shortfalls = new LinkedHashMap<>();
        for (int hour = 0; hour < scenario.hours(); hour++) {
            int now = hour;
            Optional<QueueId> worst = scenario.queues().keySet().stream().sorted()
                    .filter(queue -> inTime(outcome, now, queue) < target)
                    .min((one, other) -> Double.compare(inTime(outcome, now, one), inTime(outcome, now, other)));
            worst.ifPresent(queue -> shortfalls.put(now, queue));
        }
        return shortfalls;
    }

    private static double inTime(Comparison outcome, int hour, QueueId queue) {
        return outcome.estimate(Policy.HOUSE.name(), Figures.cell(hour, queue)).mean();
    }

    private static Map<String, List<Integer>> copy(Map<String, List<Integer>> staff) {
        Map<String, List<Integer>> copy = new LinkedHashMap<>();
        staff.forEach((group, byHour) -> copy.put(group, new ArrayList<>(byHour)));
        return copy;
    }

    /** By hour and group, with what Erlang A would have had; the first row has the headings. */
    public static List<List<String>> rows(Found found) {
        List<List<String>> rows = new ArrayList<>();
        List<String> headings = new ArrayList<>(List.of("hour"));
        headings.addAll(found.staff().keySet());
        headings.addAll(List.of("all", "by Erlang A", "in time, %"));
        rows.add(headings);
        for (int hour = 0; hour < found.scenario().hours(); hour++) {
            int now = hour;
            List<String> row = new ArrayList<>(List.of((found.scenario().startHour() + hour) % 24 + ":00"));
            found.staff().values().forEach(byHour -> row.add(String.valueOf(byHour.get(now))));
            row.add(String.valueOf(sum(found.staff(), now)));
            row.add(String.valueOf(sum(found.guess(), now)));
            row.add(Markdown.percent(found.outcome().estimate(Policy.HOUSE.name(), Figures.hour(now))));
            rows.add(row);
        }
        return rows;
    }

    private static int sum(Map<String, List<Integer>> staff, int hour) {
        return staff.values().stream().mapToInt(byHour -> byHour.get(hour)).sum();
    }
}
