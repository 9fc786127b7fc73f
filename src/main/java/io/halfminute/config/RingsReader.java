package io.halfminute.config;

import io.halfminute.agent.Profile;
import io.halfminute.queue.Circle;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the rings of one queue of {@code queues.yaml}. */
final class RingsReader {

    private static final String KEY = "rings";
    private static final String OUTSIDE = "outside";
    private static final Set<String> WORDS = new TreeSet<>(Set.of(QueueSpec.WANTED, QueueSpec.LEAST, Profile.SUPERVISORS));

    private final Section queue;
    private final List<SkillDemand> demands;
    private final Set<String> skills;
    private final List<Ring> rings = new ArrayList<>();

    private RingsReader(Section queue, List<SkillDemand> demands, Set<String> skills) {
        this.queue = queue;
        this.demands = demands;
        this.skills = skills;
    }

    static List<Ring> read(Section queue, List<SkillDemand> demands, Set<String> skills) {
        if (!queue.has(KEY)) {
            queue.items(KEY, _ -> { }, _ -> { });
            return List.of(QueueSpec.least(demands));
        }
        return new RingsReader(queue, demands, skills).read();
    }

    private List<Ring> read() {
        queue.items(KEY, this::word, group -> group(group).ifPresent(rings::add));
        check();
        return rings.isEmpty() ? List.of(QueueSpec.least(demands)) : rings;
    }

    private void word(String word) {
        switch (word) {
            case QueueSpec.WANTED -> rings.add(QueueSpec.wanted(demands));
            case QueueSpec.LEAST -> rings.add(QueueSpec.least(demands));
            case Profile.SUPERVISORS -> rings.add(new Ring(word, new Circle(List.of(), new TreeSet<>(Set.of(word)))));
            default -> queue.problem(KEY, "there is no ring \"" + word + "\"; " + Nearest.advice(word, WORDS)
                    + ", or a ring of your own such as {name: others, groups: [late]}");
        }
    }

    private Optional<Ring> group(Section ring) {
        if (ring.has("number")) {
            String number = ring.require("number", Values.matching("\\+?[0-9]{2,20}", "2 to 20 digits"));
            String name = ring.get("name", OUTSIDE, Values.name());
            return ring.build(() -> Ring.outside(name, number));
        }
        String name = ring.require("name", Values.name());
        List<SkillDemand> asked = ring.has("skills") ? QueueReader.demands(ring.section("skills"), skills) : least(ring);
        List<String> groups = ring.list("groups", Values.name());
        return ring.build(() -> new Ring(name, new Circle(asked, new TreeSet<>(groups))));
    }

    /** A ring that says nothing of skills asks for those of the queue. */
    private List<SkillDemand> least(Section ring) {
        ring.section("skills");
        return demands;
    }

    private void check() {
        Set<String> names = new HashSet<>();
        for (Ring ring : rings) {
            if (!names.add(ring.name())) {
                queue.problem(KEY, "has two rings \"" + ring.name() + "\"; remove one of them, or give it another name");
            }
        }
        for (Ring ring : rings.subList(0, Math.max(0, rings.size() - 1))) {
            if (ring.number().isPresent()) {
                queue.problem(KEY, "has a ring after the outside number " + ring.number().get()
                        + ", which nobody would reach; write the number last");
            }
        }
    }
}
