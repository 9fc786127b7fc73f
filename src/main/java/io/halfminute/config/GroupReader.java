package io.halfminute.config;

import io.halfminute.agent.SkillId;
import io.halfminute.simulation.Group;
import io.halfminute.simulation.Habits;
import io.halfminute.simulation.Plan;
import io.halfminute.simulation.Worker;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads one group of agents of a scenario. */
final class GroupReader {

    private static final int MOST_AGENTS = 10_000;
    private static final int DAY_MINUTES = 24 * 60;
    private static final long MINUTE_MS = 60_000;

    private final int startHour;
    private final int hours;

    private GroupReader(int startHour, int hours) {
        this.startHour = startHour;
        this.hours = hours;
    }

    static Optional<Group> read(String name, Section section, Set<String> skills, int startHour, int hours) {
        Map<SkillId, Integer> levels = new HashMap<>();
        Section mine = section.section("skills");
        mine.eachKey(skill -> {
            if (!skills.contains(skill)) {
                mine.problem(skill, "there is no skill \"" + skill + "\"; " + Nearest.advice(skill, skills));
            }
            mine.optional(skill, QueueReader.level()).ifPresent(level -> levels.put(new SkillId(skill), level));
        });
        Habits.OfAgents habits = habits(section);
        List<List<Worker.Shift>> rosters = new GroupReader(startHour, hours).rosters(section);
        return section.build(() -> new Group(name, levels, habits, rosters));
    }

    private static Habits.OfAgents habits(Section section) {
        Habits.OfAgents usual = Habits.OfAgents.USUAL;
        return new Habits.OfAgents(section.get("pick-up", usual.pickUp(), Laws.law()),
                DemandReader.percent(section, "lets-ring", usual.letsRing()),
                DemandReader.percent(section, "refuses", usual.refuses()),
                DemandReader.percent(section, "ends-wrap-up-early", usual.endsWrapUpEarly()),
                section.get("between-breaks", usual.betweenBreaks(), Laws.law()),
                section.get("break", usual.breakLength(), Laws.law()),
                section.get("between-own-calls", usual.betweenPrivate(), Laws.law()),
                section.get("own-call", usual.privateLength(), Laws.law()));
    }

    private List<List<Worker.Shift>> rosters(Section section) {
        List<List<Worker.Shift>> rosters = new ArrayList<>();
        if (section.has("shifts") == section.has("at-work")) {
            section.problem("needs either shifts or at-work");
        }
        List<Integer> counts = section.list("at-work", Values.integer(0, MOST_AGENTS));
        if (!counts.isEmpty()) {
            List<Integer> byHour = IntStream.range(0, hours).mapToObj(hour -> counts.get(hour % counts.size())).toList();
            rosters.addAll(new Group("any", Map.of(), Habits.OfAgents.USUAL, List.of()).atWork(byHour).rosters());
        }
        section.section("shifts").each((name, shift) -> {
            int agents = shift.get("agents", 1, Values.integer(1, MOST_AGENTS));
            Integer from = shift.require("from", time());
            Integer until = shift.require("until", time());
            shift.build(() -> shifts(from, until))
                    .ifPresent(mine -> rosters.addAll(Collections.nCopies(agents, mine)));
        });
        return rosters;
    }

    /** Minutes of the day; 24:00 is its end. */
    private static Parser<Integer> time() {
        return text -> {
            try {
                return text.equals("24:00") ? DAY_MINUTES : LocalTime.parse(text).toSecondOfDay() / 60;
            } catch (DateTimeParseException wrong) {
                throw new IllegalArgumentException("\"" + text + "\" is no time of the day; what would do is such as \"08:30\"",
                        wrong);
            }
        };
    }

    /** On each day of the run; a shift may go past midnight. */
    private List<Worker.Shift> shifts(int fromMinute, int untilMinute) {
        long lengthMs = Math.floorMod(untilMinute - fromMinute - 1, DAY_MINUTES) * MINUTE_MS + MINUTE_MS;
        long endMs = hours * Plan.HOUR_MS;
        List<Worker.Shift> shifts = new ArrayList<>();
        for (int day = -1; day <= hours / 24; day++) {
            long fromMs = ((long) day * DAY_MINUTES + fromMinute - startHour * 60L) * MINUTE_MS;
            long from = Math.max(0, fromMs);
            long until = Math.min(endMs, fromMs + lengthMs);
            if (from < until) {
                shifts.add(new Worker.Shift(from, until));
            }
        }
        return shifts;
    }
}
