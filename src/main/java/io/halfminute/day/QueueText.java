package io.halfminute.day;

import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import java.util.List;
import java.util.stream.Collectors;

/** A queue as a scenario has it. */
final class QueueText {

    private final QueueSpec queue;
    private final List<Team> teams;

    QueueText(QueueSpec queue, List<Team> teams) {
        this.queue = queue;
        this.teams = teams;
    }

    String text() {
        String overflow = queue.overflow().map(after -> "    overflow: {after: %dms, number: \"%s\"}%n"
                .formatted(after.afterMs(), after.number())).orElse("");
        return """
                  %s:
                    skills: %s
                    liked: %s
                    rings: [%s]
                    credit: %dms
                    target: %dms
                    ring: %dms
                    wrap-up: %dms
                    max-waiting: %d
                """.formatted(queue.id(), needed(queue.demands()), liked(queue.demands()),
                        queue.rings().stream().map(this::ring).collect(Collectors.joining(", ")), queue.creditMs(),
                        queue.targetMs(), queue.ringMs(), queue.wrapUpMs(), queue.maxWaiting()) + overflow;
    }

    private String ring(Ring ring) {
        if (ring.number().isPresent()) {
            return "{name: %s, number: \"%s\"}".formatted(ring.name(), ring.number().get());
        }
        if (ring.equals(QueueSpec.wanted(queue.demands())) || ring.equals(QueueSpec.least(queue.demands()))) {
            return ring.name();
        }
        return "{name: %s, groups: [%s], skills: %s}".formatted(ring.name(), groups(ring), needed(ring.circle().demands()));
    }

    /** Those of our names whose agents belong to one of the ring's teams. */
    private String groups(Ring ring) {
        if (ring.circle().groups().isEmpty()) {
            return "";
        }
        String ours = teams.stream().filter(team -> ring.circle().isOfGroup(team.profile())).map(Team::name)
                .collect(Collectors.joining(", "));
        return ours.isEmpty() ? "nobody" : ours;
    }

    private static String needed(List<SkillDemand> demands) {
        return demands.stream().filter(demand -> demand.least() > SkillDemand.LIKED)
                .map(demand -> "%s: {least: %d, wanted: %d}".formatted(demand.skill(), demand.least(), demand.wanted()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String liked(List<SkillDemand> demands) {
        return demands.stream().filter(demand -> demand.least() == SkillDemand.LIKED)
                .map(demand -> demand.skill() + ": " + demand.wanted()).collect(Collectors.joining(", ", "{", "}"));
    }
}
