package io.halfminute.day;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.Profile;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.CallRecord;
import io.halfminute.record.OfferRecord;
import io.halfminute.record.OfferRecord.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Agents who are alike: of one team, with the same skills.
 *
 * @param name not theirs
 */
record Team(String name, Profile profile, Set<AgentId> agents) {

    /** All agents, the teams in the order of their first agent. */
    static List<Team> of(RecordedDay day) {
        Map<Profile, Set<AgentId>> alike = new HashMap<>();
        List<Profile> order = new ArrayList<>();
        for (AgentSpec agent : new TreeMap<>(day.setup().agents()).values()) {
            Profile profile = new Profile(agent.skills(), agent.groups());
            if (!alike.containsKey(profile)) {
                order.add(profile);
            }
            alike.computeIfAbsent(profile, _ -> new TreeSet<>()).add(agent.id());
        }
        return IntStream.range(0, order.size())
                .mapToObj(n -> new Team("team-" + (n + 1), order.get(n), alike.get(order.get(n)))).toList();
    }

    /** How many were at work and not on a pause in each hour, in the mean, rounded. */
    List<Integer> atWork(RecordedDay day) {
        double[] ms = new double[RecordedDay.HOURS];
        for (AgentActivity activity : day.activity()) {
            if (agents.contains(activity.agent()) && activity.state() != AgentState.SIGNED_OUT
                    && activity.state() != AgentState.PAUSED) {
                for (int hour = 0; hour < ms.length; hour++) {
                    ms[hour] += overlapMs(activity, day.startMs() + hour * RecordedDay.HOUR_MS);
                }
            }
        }
        return IntStream.range(0, ms.length).mapToObj(hour -> (int) Math.round(ms[hour] / RecordedDay.HOUR_MS)).toList();
    }

    private static long overlapMs(AgentActivity activity, long hourMs) {
        long toMs = activity.isOpen() ? Long.MAX_VALUE : activity.toMs();
        return Math.max(0, Math.min(toMs, hourMs + RecordedDay.HOUR_MS) - Math.max(activity.fromMs(), hourMs));
    }

    /** From ringing to picking up. */
    Optional<String> pickUp(RecordedDay day) {
        return Measured.between(offers(day).filter(offer -> offer.outcome() == Outcome.ANSWERED)
                .map(offer -> offer.endedMs() - offer.ringingMs()).toList());
    }

    /** How often this came of a phone that rang and was to be picked up. */
    Optional<String> share(RecordedDay day, Outcome outcome) {
        Map<Outcome, Long> counts = offers(day).collect(Collectors.groupingBy(OfferRecord::outcome, Collectors.counting()));
        long all = Set.of(Outcome.ANSWERED, Outcome.NO_ANSWER, Outcome.REFUSED).stream()
                .mapToLong(each -> counts.getOrDefault(each, 0L)).sum();
        return Measured.share(counts.getOrDefault(outcome, 0L), all);
    }

    private Stream<OfferRecord> offers(RecordedDay day) {
        return day.calls().stream().map(CallRecord::offers).flatMap(List::stream)
                .filter(offer -> agents.contains(offer.agent()) && offer.ringingMs() > 0 && offer.endedMs() >= offer.ringingMs());
    }
}
