package io.halfminute.metric;

import io.halfminute.acd.AcdEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * What {@code /metrics} answers; docs/metrics.md lists it. Events come from one thread, {@link #step} from the machine's,
 * {@link #scrape} from any.
 */
public final class Metrics implements Consumer<List<AcdEvent>>, AutoCloseable {

    /** The media type of {@link #scrape}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] STEP_BUCKETS = LongStream.of(10, 50, 100, 500, 1_000, 5_000, 20_000, 100_000)
            .mapToObj(micros -> Duration.ofNanos(1_000 * micros)).toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CallMeters calls;
    private final ToldMeters told;
    private final LevelMeters levels;
    private final AgentMeters agents = new AgentMeters(registry);
    private final CallbackMeters callbacks = new CallbackMeters(registry);
    private final SourceMeters others;
    private final JavaMeters java = new JavaMeters(registry);
    private final Counter invariants = Counter.builder("halfminute.invariant.violations")
            .description("Rules that must never break and were found broken: a defect of this program").register(registry);
    private final Timer steps = Timer.builder("halfminute.machine.step").serviceLevelObjectives(STEP_BUCKETS)
            .description("How long the machine took for one input").register(registry);

    /**
     * @param clock    tells how long calls have waited when somebody scrapes
     * @param maxCalls so many calls are followed at a time; those beyond it are counted, but not timed
     */
    public Metrics(Sources sources, InstantSource clock, int maxCalls) {
        this.calls = new CallMeters(registry, clock, maxCalls);
        this.told = new ToldMeters(registry, maxCalls);
        this.levels = new LevelMeters(registry, sources.definitions());
        this.others = new SourceMeters(registry, sources);
    }

    /** Counts what happened. */
    @Override
    public void accept(List<AcdEvent> events) {
        events.forEach(this::count);
    }

    /** The machine took {@code nanos} for one input. */
    public void step(long nanos) {
        steps.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** All figures in Prometheus' text format, {@link #CONTENT_TYPE}. */
    public String scrape() {
        return registry.scrape("text/plain");
    }

    /** Stops listening to the Java machine. */
    @Override
    public void close() {
        java.close();
        registry.close();
    }

    private void count(AcdEvent event) {
        switch (event) {
            case AcdEvent.OfCall about -> {
                calls.apply(about);
                told.apply(about);
            }
            case AcdEvent.AgentChanged changed -> agents.changed(changed.agent(), changed.to());
            case AcdEvent.SetupChanged changed -> {
                calls.configure(changed.setup().queues().keySet());
                levels.configure(changed.setup().queues().keySet());
                agents.configure(changed.setup().agents().keySet());
            }
            case AcdEvent.InvariantBroken broken -> invariants.increment();
            case AcdEvent.SkillsChanged about -> { }
            case AcdEvent.WishChanged about -> { }
            case AcdEvent.PhoneChanged about -> { }
            case AcdEvent.CallbackChanged changed -> callbacks.changed(changed.callback());
            case AcdEvent.LinkChanged about -> { }
            case AcdEvent.PbxLost about -> { }
        }
    }
}
