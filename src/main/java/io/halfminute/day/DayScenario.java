package io.halfminute.day;

import io.halfminute.acd.Setup;
import io.halfminute.agent.SkillId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import io.halfminute.record.CallRecord;
import io.halfminute.record.OfferRecord.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A recorded day as {@code simulate --scenario} reads it: the queues as they are configured, and from the records how many called
 * each number in each hour, how many agents of each kind were at work in it and not on a pause, how soon they picked up and how
 * often they did not. So it can be played as it was, with {@link DayArrivals}, or drawn anew, by another policy or with other staff.
 */
public final class DayScenario {

    private final RecordedDay day;
    private final List<Team> teams;
    private final StringBuilder text = new StringBuilder();

    private DayScenario(RecordedDay day) {
        this.day = day;
        this.teams = Team.of(day);
    }

    /**
     * The file's text.
     *
     * @throws IllegalArgumentException when nobody worked or nobody called, so that there is nothing to play
     */
    public static String text(RecordedDay day) {
        if (day.playable().isEmpty()) {
            throw new IllegalArgumentException("on " + day.date() + " nobody called a number that is configured");
        }
        return new DayScenario(day).write();
    }

    private String write() {
        text.append("# %s as it was recorded, without anybody's number or name. Queues and skills are those of the configuration of today.%n"
                .formatted(day.date()));
        text.append("title: \"%s\"%nstarts: %d%nhours: %d%n".formatted(day.date(), day.startHour(), RecordedDay.HOURS));
        text.append("skills: [%s]%n".formatted(skills().map(SkillId::value).distinct().sorted().collect(Collectors.joining(", "))));
        text.append("queues:%n".formatted());
        new TreeMap<>(day.setup().queues()).values().forEach(queue -> text.append(new QueueText(queue, teams).text()));
        text.append("callers:%n".formatted());
        Map<String, List<CallRecord>> byNumber = day.playable().stream()
                .collect(Collectors.groupingBy(CallRecord::dialled, TreeMap::new, Collectors.toList()));
        byNumber.forEach(this::callers);
        text.append("agents:%n".formatted());
        if (teams.stream().filter(this::agents).count() == 0) {
            throw new IllegalArgumentException("on " + day.date() + " nobody who is configured was at work");
        }
        return text.toString();
    }

    private Stream<SkillId> skills() {
        Stream<SkillDemand> asked = day.setup().queues().values().stream().flatMap(DayScenario::demands);
        return Stream.concat(asked.map(SkillDemand::skill),
                day.setup().agents().values().stream().flatMap(agent -> agent.skills().levels().keySet().stream()));
    }

    private static Stream<SkillDemand> demands(QueueSpec queue) {
        return Stream.concat(queue.demands().stream(), queue.rings().stream().flatMap(ring -> ring.circle().demands().stream()));
    }

    private void callers(String number, List<CallRecord> calls) {
        Setup.Destination destination = day.setup().numbers().get(number);
        int[] byHour = new int[RecordedDay.HOURS];
        calls.forEach(call -> byHour[(int) (day.afterStartMs(call) / RecordedDay.HOUR_MS)]++);
        text.append("  n%s:%n    number: \"%s\"%n    queue: %s%n    calls: [%s]%n".formatted(number, number, destination.queue(),
                IntStream.of(byHour).mapToObj(Integer::toString).collect(Collectors.joining(", "))));
        law("menu", Measured.between(calls.stream().filter(call -> call.milestones().waitingMs() > 0)
                .map(call -> call.milestones().waitingMs() - call.milestones().arrivedMs()).toList()));
        law("talk", Measured.logNormal(calls.stream().map(DayArrivals::talkMs).filter(ms -> ms > 0).toList()));
    }

    /** @return whether anybody of them was at work */
    private boolean agents(Team team) {
        List<Integer> atWork = team.atWork(day);
        if (atWork.stream().allMatch(agents -> agents == 0)) {
            return false;
        }
        text.append("  %s:%n    skills: {%s}%n    at-work: [%s]%n".formatted(team.name(),
                team.profile().skills().levels().entrySet().stream().map(skill -> skill.getKey() + ": " + skill.getValue())
                        .collect(Collectors.joining(", ")),
                atWork.stream().map(Object::toString).collect(Collectors.joining(", "))));
        law("pick-up", team.pickUp(day));
        law("lets-ring", team.share(day, Outcome.NO_ANSWER));
        law("refuses", team.share(day, Outcome.REFUSED));
        // The numbers at work are without them already.
        law("between-breaks", Optional.of("never"));
        law("between-own-calls", Optional.of("never"));
        return true;
    }

    private void law(String key, Optional<String> value) {
        value.ifPresent(law -> text.append("    %s: %s%n".formatted(key, law)));
    }
}
