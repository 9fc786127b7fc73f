package io.halfminute.config;

import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one queue of {@code queues.yaml}. */
final class QueueReader {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private QueueReader() {
    }

    static Optional<QueueSpec> read(String id, Section section, Set<String> skills) {
        String name = section.get("name", id, Values.label());
        List<SkillDemand> demands = allDemands(section, skills);
        List<Ring> rings = RingsReader.read(section, demands, skills);
        Duration credit = section.get("credit", Duration.ZERO, Values.duration(Duration.ZERO, Duration.ofHours(1)));
        section.gone("priority", "is no more; what would do is credit: 10s, by which its calls are served sooner");
        Duration target = section.get("target", Duration.ofSeconds(30), Values.duration(SECOND, Duration.ofHours(1)));
        Duration ring = section.get("ring", Duration.ofSeconds(12), Values.duration(SECOND, Duration.ofMinutes(2)));
        Duration wrapUp = section.get("wrap-up", Duration.ofSeconds(30),
                Values.duration(Duration.ZERO, Duration.ofHours(1)));
        int maxWaiting = section.get("max-waiting", 500, Values.integer(0, 100_000));
        Optional<QueueSpec.Overflow> overflow = section.has("overflow") ? overflow(section.section("overflow"))
                : Optional.empty();
        if (ring.compareTo(target) > 0) {
            section.problem("ring", "\"" + Durations.format(ring) + "\" is longer than the target of "
                    + Durations.format(target) + ": no second agent could be in time; what would do is less than half of it");
        }
        return section.build(() -> new QueueSpec(new QueueId(id), name, demands, rings, ms(credit), ms(target), ms(ring),
                ms(wrapUp), maxWaiting, overflow));
    }

    /** Those of {@code skills}, which are needed, and those of {@code liked}. */
    static List<SkillDemand> allDemands(Section section, Set<String> skills) {
        List<SkillDemand> demands = new ArrayList<>(demands(section.section("skills"), skills));
        Section liked = section.section("liked");
        liked.eachKey(skill -> {
            if (!skills.contains(skill)) {
                liked.problem(skill, "there is no skill \"" + skill + "\"; " + Nearest.advice(skill, skills));
            } else {
                liked.optional(skill, level()).ifPresent(level ->
                        demands.add(new SkillDemand(new SkillId(skill), SkillDemand.LIKED, level)));
            }
        });
        return demands;
    }

    static List<SkillDemand> demands(Section section, Set<String> skills) {
        List<SkillDemand> demands = new ArrayList<>();
        section.each((skill, demand) -> {
            if (!skills.contains(skill)) {
                demand.problem("there is no skill \"" + skill + "\"; " + Nearest.advice(skill, skills));
            }
            int least = demand.get("least", Skills.MIN_LEVEL, level());
            int wanted = demand.get("wanted", Math.max(least, Skills.MIN_LEVEL), level());
            demand.build(() -> new SkillDemand(new SkillId(skill), least, wanted)).ifPresent(demands::add);
        });
        return demands;
    }

    private static Optional<QueueSpec.Overflow> overflow(Section section) {
        Duration after = section.require("after", Values.duration(SECOND, Duration.ofHours(12)));
        String number = section.require("number", Values.matching("\\+?[0-9]{2,20}", "2 to 20 digits"));
        return section.build(() -> new QueueSpec.Overflow(ms(after), number));
    }

    static Parser<Integer> level() {
        return Values.integer(Skills.MIN_LEVEL, Skills.MAX_LEVEL);
    }

    private static int ms(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
