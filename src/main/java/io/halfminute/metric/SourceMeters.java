package io.halfminute.metric;

import io.halfminute.alarm.AlarmKind;
import io.halfminute.why.LateCause;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Figures that others keep. */
final class SourceMeters {

    private final MeterRegistry registry;
    /** Held, because the registry holds what it reads only weakly. */
    private final Sources sources;

    SourceMeters(MeterRegistry registry, Sources sources) {
        this.registry = registry;
        this.sources = sources;
        ami(sources.ami());
        outbox(sources.outbox());
        machine(sources.machine());
        level("now", sources.level().now());
        level("today", sources.level().today());
        forecasts(sources.forecasts());
        Stream.of(LateCause.values()).forEach(this::late);
        counter("halfminute.journal.steps", "Steps of the machine that the journal has", sources.journal().written());
        counter("halfminute.journal.lost", "Steps that are lost to the journal", sources.journal().lost());
        Stream.of(AlarmKind.values()).forEach(this::alarm);
    }

    private void ami(Sources.Ami ami) {
        gauge("halfminute.ami.up", "1 while the PBX's events can be heard, else 0", () -> ami.up().getAsBoolean() ? 1 : 0);
        gauge("halfminute.ami.event.lag.seconds", "How far the last event was behind the PBX's clock",
                () -> ami.eventLagMs().getAsLong() / 1_000.0);
        counter("halfminute.ami.gaps", "How often events of the PBX were missing", ami.gaps());
        counter("halfminute.ami.reconnects", "How often the connection to the PBX was made anew", ami.reconnects());
        counter("halfminute.ami.commands", "Commands sent to the PBX", ami.commands());
    }

    private void outbox(Sources.Outbox outbox) {
        gauge("halfminute.outbox.entries", "What waits to be written to the database",
                () -> outbox.entries().getAsLong());
        gauge("halfminute.outbox.oldest.seconds", "How long the oldest of it has waited",
                () -> outbox.oldestMs().getAsLong() / 1_000.0);
        counter("halfminute.outbox.failures", "Writes to the database that failed and are tried again", outbox.failures());
    }

    private void machine(Sources.Machine machine) {
        gauge("halfminute.machine.backlog", "Inputs that wait to be taken by the machine",
                () -> machine.backlog().getAsLong());
        gauge("halfminute.machine.lag.seconds", "The longest that an input had to wait for the machine in the last second or two",
                () -> machine.lagMs().getAsLong() / 1_000.0);
        gauge("halfminute.boards.slowed", "1 while boards are made less often and nothing is foretold, since the machine is late, else 0",
                () -> machine.slowed().getAsBoolean() ? 1 : 0);
        counter("halfminute.event.batches.dropped", "Batches of events that a stuck listener did not get", machine.dropped());
    }

    private void forecasts(Sources.Forecasts forecasts) {
        gauge("halfminute.forecast.service.level.ratio", "The service level to be expected, NaN when none is",
                forecasts.level());
        gauge("halfminute.forecast.error.ratio", "By how much earlier forecasts of it were off in the mean, NaN at first",
                forecasts.error());
        counter("halfminute.forecast.bounds", "Bounds of a wait of which it is known whether they held",
                forecasts.told());
        counter("halfminute.forecast.bounds.held", "Bounds of a wait that held", forecasts.held());
        counter("halfminute.forecast.left.out", "Forecasts that were left out because the machine was busy",
                forecasts.leftOut());
    }

    private void late(LateCause cause) {
        FunctionCounter.builder("halfminute.calls.late", sources, from -> from.late().applyAsLong(cause))
                .tag("cause", cause.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .description("Calls that missed their deadline, by what most of their time went into").register(registry);
    }

    private void alarm(AlarmKind kind) {
        Gauge.builder("halfminute.alarm", sources, from -> from.alarms().applyAsLong(kind)).tag("kind", kind.code())
                .description("Alarms that there are, by their kind").register(registry);
    }

    private void level(String period, DoubleSupplier level) {
        Gauge.builder("halfminute.service.level.ratio", level::getAsDouble).tag("period", period)
                .description("Answered in time of all calls that reached the hotline, NaN without calls")
                .register(registry);
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        Gauge.builder(name, value::getAsDouble).description(help).register(registry);
    }

    private void counter(String name, String help, LongSupplier value) {
        FunctionCounter.builder(name, sources, ignored -> value.getAsLong()).description(help).register(registry);
    }
}
