package io.halfminute.simulation;

import io.halfminute.agent.AgentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One who works: an agent of the setup, as a person.
 *
 * @param group  under which figures are told, and staff is searched
 * @param shifts in order, without overlap
 */
public record Worker(AgentId agent, String group, Habits.OfAgents habits, List<Shift> shifts) {

    /** Both in milliseconds from the beginning of the run; the last moment is not part of it. */
    public record Shift(long fromMs, long untilMs) {

        public Shift {
            if (fromMs < 0 || untilMs <= fromMs) {
                throw new IllegalArgumentException("a shift from " + fromMs + " until " + untilMs + " ms is none");
            }
        }

        /** How much of this hour of the run it covers, in milliseconds. */
        long inHourMs(int hour) {
            long from = hour * Plan.HOUR_MS;
            return Math.max(0, Math.min(untilMs, from + Plan.HOUR_MS) - Math.max(fromMs, from));
        }
    }

    public Worker {
        shifts = List.copyOf(shifts);
    }

    /**
     * A group of which so many are at work in each hour, always the first ones.
     *
     * @param atWork by the hours of the run; the list is gone through again when it is at its end
     */
    static List<Worker> byHour(Collection<AgentId> agents, String group, Habits.OfAgents habits, List<Integer> atWork,
                               int hours) {
        List<Worker> workers = new ArrayList<>();
        for (AgentId agent : agents) {
            int mine = workers.size();
            workers.add(new Worker(agent, group, habits, shifts(hours, hour -> mine < atWork.get(hour % atWork.size()))));
        }
        return workers;
    }

    /** Hours that follow one another make one shift. */
    static List<Shift> shifts(int hours, java.util.function.IntPredicate isAtWork) {
        List<Shift> shifts = new ArrayList<>();
        IntStream.range(0, hours).filter(isAtWork).forEach(hour -> {
            long fromMs = hour * Plan.HOUR_MS;
            boolean goesOn = !shifts.isEmpty() && shifts.getLast().untilMs == fromMs;
            long since = goesOn ? shifts.removeLast().fromMs : fromMs;
            shifts.add(new Shift(since, fromMs + Plan.HOUR_MS));
        });
        return shifts;
    }
}
