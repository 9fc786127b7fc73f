package io.halfminute.study;

import io.halfminute.queue.QueueId;
import io.halfminute.simulation.Day;
import io.halfminute.simulation.Outcome;
import io.halfminute.simulation.Plan;
import io.halfminute.simulation.Worker;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one day came to, figure by figure. Shares are from 0 to 1, times in seconds.
 */
public record Figures(Map<String, Double> values) {

    /** Answered in time of all calls that reached the hotline: definition 8 of the eight of {@code ServiceLevel}. */
    public static final String IN_TIME = "in_time";
    /** The longest that anybody waited, whether he was answered or gave up. */
    public static final String WORST_WAIT = "worst_wait_s";
    /** The wait that 999 of 1,000 do not exceed, gave they up or not. */
    public static final String P999_WAIT = "p999_wait_s";
    /** Callers who gave up, of all. */
    public static final String ABANDONED = "abandoned";
    /** Callers who chose to be called back, of all. */
    public static final String CALLBACKS = "callbacks";
    /** Of those the ones whom an agent has called and talked with. */
    public static final String CALLBACKS_KEPT = "callbacks_kept";
    /** From their first arrival to that talk, in the mean. */
    public static final String CALLBACK_WAIT = "callback_wait_s";
    /** The longest that anybody waited until an agent talked with him, in the line and after it, or until he gave up. */
    public static final String WORST_UNTIL_TALK = "worst_until_talk_s";
    /** Callers with whom no agent talked, neither in their call nor in one to them, of all. */
    public static final String UNSERVED = "unserved";
    /** Calls in the day. */
    public static final String OFFERED = "offered";
    /** Begins the names of figures by hour of the run, two digits. */
    public static final String IN_TIME_HOUR = "in_time.hour.";
    /** Begins the names of figures by queue. */
    public static final String IN_TIME_QUEUE = "in_time.queue.";
    /** Begins the names of the share of time at work that calls took, by group of agents. */
    public static final String OCCUPANCY = "occupancy.";
    /** The headings of the overall figures, in order. */
    public static final List<String> OVERALL = List.of(IN_TIME, ABANDONED, "p50_wait_s", "p95_wait_s", "p99_wait_s",
            P999_WAIT, WORST_WAIT);

    static Figures of(Day day, Plan plan) {
        Map<String, Double> values = new LinkedHashMap<>();
        List<Outcome> calls = day.calls();
        values.put(OFFERED, (double) calls.size());
        values.put(IN_TIME, inTime(calls));
        values.put(ABANDONED, share(calls, calls.stream().filter(call -> call.fate().isAbandoned()).count()));
        waits(calls, values);
        callbacks(day, values);
        by(calls, call -> hour(call.hour())).forEach((hour, mine) -> values.put(hour, inTime(mine)));
        by(calls, call -> cell(call.hour(), call.queue())).forEach((cell, mine) -> values.put(cell, inTime(mine)));
        by(calls, call -> String.valueOf(call.queue())).forEach((queue, mine) ->
                values.put(IN_TIME_QUEUE + queue, inTime(mine)));
        occupancy(day, plan, values);
        return new Figures(values);
    }

    /** The name of the in-time share of an hour of the run. */
    public static String hour(int hour) {
        return String.format(Locale.ROOT, "%s%02d", IN_TIME_HOUR, hour);
    }

    /** The name of the in-time share of a queue in an hour of the run. */
    public static String cell(int hour, QueueId queue) {
        return String.format(Locale.ROOT, "in_time.cell.%02d.%s", hour, queue);
    }

    private static Map<String, List<Outcome>> by(Collection<Outcome> calls, Function<Outcome, String> key) {
        return calls.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static double inTime(Collection<Outcome> calls) {
        return share(calls, calls.stream().filter(call -> call.fate() == Outcome.Fate.IN_TIME).count());
    }

    private static double share(Collection<Outcome> calls, long part) {
        return calls.isEmpty() ? Double.NaN : (double) part / calls.size();
    }

    private static void waits(List<Outcome> calls, Map<String, Double> values) {
        long[] answered = calls.stream().filter(call -> call.fate().isAnswered()).mapToLong(Outcome::waitMs).sorted()
                .toArray();
        values.put("p50_wait_s", seconds(answered, 0.5));
        values.put("p95_wait_s", seconds(answered, 0.95));
        values.put("p99_wait_s", seconds(answered, 0.99));
        long[] all = calls.stream().mapToLong(Outcome::waitMs).sorted().toArray();
        values.put(P999_WAIT, seconds(all, 0.999));
        values.put(WORST_WAIT, seconds(all, 1));
    }

    private static void callbacks(Day day, Map<String, Double> values) {
        long kept = day.calledBack().stream().filter(Day.CalledBack::reached).count();
        values.put(CALLBACKS, share(day.calls(), day.calledBack().size()));
        values.put(CALLBACKS_KEPT, day.calledBack().isEmpty() ? Double.NaN : (double) kept / day.calledBack().size());
        values.put(CALLBACK_WAIT, day.calledBack().stream().filter(Day.CalledBack::reached)
                .mapToLong(Day.CalledBack::untilTalkMs).average().orElse(Double.NaN) / 1e3);
        values.put(WORST_UNTIL_TALK, Math.max(values.get(WORST_WAIT),
                day.calledBack().stream().mapToLong(Day.CalledBack::untilTalkMs).max().orElse(0) / 1e3));
        long answered = day.calls().stream().filter(call -> call.fate().isAnswered()).count();
        values.put(UNSERVED, share(day.calls(), day.calls().size() - answered - kept));
    }

    /** The nearest rank. */
    private static double seconds(long[] sortedMs, double share) {
        return sortedMs.length == 0 ? Double.NaN
                : sortedMs[(int) Math.max(0, Math.ceil(share * sortedMs.length) - 1)] / 1e3;
    }

    private static void occupancy(Day day, Plan plan, Map<String, Double> values) {
        Map<String, long[]> groups = new TreeMap<>();
        for (Worker worker : plan.workers()) {
            Day.Desk desk = day.agents().getOrDefault(worker.agent(), new Day.Desk(0, 0));
            long[] sums = groups.computeIfAbsent(worker.group(), _ -> new long[2]);
            sums[0] += desk.busyMs();
            sums[1] += desk.busyMs() + desk.freeMs();
        }
        groups.forEach((group, sums) -> values.put(OCCUPANCY + group, (double) sums[0] / sums[1]));
    }

    /** A figure; NaN where the day had no call that counts. */
    public double get(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    /** One figure of many days. */
    static double[] column(List<Figures> days, String name) {
        return Arrays.copyOf(days.stream().mapToDouble(day -> day.get(name)).toArray(), days.size());
    }
}
