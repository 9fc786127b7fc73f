package io.halfminute.metric;

import io.halfminute.queue.QueueId;
import io.halfminute.queue.ServiceLevel;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The service level by each definition: two counters that only grow, so that whoever asks chooses the time that he divides over. */
final class LevelMeters {

    private final MeterRegistry registry;
    private final Sources.Definitions source;
    private final Set<QueueId> queues = new HashSet<>();

    LevelMeters(MeterRegistry registry, Sources.Definitions source) {
        this.registry = registry;
        this.source = source;
        add(null, CallMeters.NO_QUEUE);
    }

    /** Shows these queues from now on, with zeros until they have calls. */
    void configure(Set<QueueId> configured) {
        configured.stream().filter(queues::add).forEach(queue -> add(queue, queue.value()));
    }

    private void add(QueueId queue, String label) {
        for (ServiceLevel level : ServiceLevel.values()) {
            counter("halfminute.service.level.good", "Calls that are over and were a success by this definition", level, label,
                    from -> from.good(level, queue));
            counter("halfminute.service.level.counted", "Calls that are over and count by this definition", level, label,
                    from -> from.all(level, queue));
        }
    }

    private void counter(String name, String help, ServiceLevel level, String queue, ToLongFunction<Sources.Definitions> value) {
        FunctionCounter.builder(name, source, value::applyAsLong)
                .tag("definition", level.name().toLowerCase(Locale.ROOT).replace('_', '-')).tag("queue", queue)
                .description(help).register(registry);
    }
}
