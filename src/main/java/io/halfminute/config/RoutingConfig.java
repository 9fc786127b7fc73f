package io.halfminute.config;

import io.halfminute.queue.QueueSpec;
import io.halfminute.routing.RoutingSpec;
import java.time.Duration;
import java.util.Collection;

/**
 * How calls and agents are brought together.
 *
 * @param overload    what happens when not all can be in time
 * @param longestWait nobody who has waited so long is overtaken any more by somebody who arrives later
 * @param mix         of {@link Overload#MIX}: from 0, fair, to 1, target
 * @param rest        all but by how much late calls are postponed, which follows from these and from the queues
 */
public record RoutingConfig(Overload overload, Duration longestWait, double mix, RoutingSpec rest) {

    /** Policies for overload. */
    public enum Overload {
        /** Who waits longest comes first. */
        FAIR,
        /** Who can be in time comes first, up to the longest wait. */
        TARGET,
        /** Something between the two. */
        MIX
    }

    static RoutingConfig read(Section section) {
        Section overload = section.section("overload");
        return section.finish(overload.finish(new RoutingConfig(
                overload.get("policy", Overload.TARGET, Values.oneOf(Overload.class)),
                overload.get("longest-wait", Duration.ofMinutes(7),
                        Values.duration(Duration.ofSeconds(1), Duration.ofHours(12))),
                overload.get("mix", 0.5, Values.share()),
                rest(section))));
    }

    private static RoutingSpec rest(Section section) {
        RoutingSpec standard = RoutingSpec.DEFAULT;
        return new RoutingSpec(standard.postponeLateMs(),
                section.get("phones-at-once", standard.phonesAtOnce(), Values.integer(1, 10)),
                section.get("named-share", standard.namedShare(), Values.share()),
                section.get("hope", standard.hope(), Values.share()),
                Math.toIntExact(section.get("least-ring", Duration.ofMillis(standard.leastRingMs()),
                        Values.duration(Duration.ofSeconds(1), Duration.ofMinutes(2))).toMillis()));
    }

    /** What that means for these queues: the longest target and the largest credit come out of the longest wait. */
    public RoutingSpec spec(Collection<QueueSpec> queues) {
        return new RoutingSpec(postponeMs(queues), rest.phonesAtOnce(), rest.namedShare(), rest.hope(),
                rest.leastRingMs());
    }

    private int postponeMs(Collection<QueueSpec> queues) {
        int target = queues.stream().mapToInt(QueueSpec::targetMs).max().orElse(0);
        int credit = queues.stream().mapToInt(QueueSpec::creditMs).max().orElse(0);
        long most = Math.max(0, longestWait.toMillis() - target - credit);
        return switch (overload) {
            case FAIR -> 0;
            case TARGET -> Math.toIntExact(most);
            case MIX -> (int) Math.round(most * mix);
        };
    }
}
