package io.halfminute.simulation;

import io.halfminute.agent.SkillId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Agents who are alike.
 *
 * @param rosters for each agent his shifts
 */
public record Group(String name, Map<SkillId, Integer> skills, Habits.OfAgents habits, List<List<Worker.Shift>> rosters) {

    public Group {
        skills = Map.copyOf(skills);
        rosters = List.copyOf(rosters);
    }

    /** The same people, so many of them at work in each hour of the run. */
    public Group atWork(List<Integer> byHour) {
        int most = byHour.stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Group(name, skills, habits, IntStream.range(0, most)
                .mapToObj(agent -> Worker.shifts(byHour.size(), hour -> agent < byHour.get(hour))).toList());
    }

    /** How many are at work in an hour, parts of it counted as parts. */
    public double atWork(int hour) {
        return rosters.stream().flatMap(List::stream).mapToLong(shift -> shift.inHourMs(hour)).sum()
                / (double) Plan.HOUR_MS;
    }
}
