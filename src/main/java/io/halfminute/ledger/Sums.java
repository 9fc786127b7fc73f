package io.halfminute.ledger;

import io.halfminute.queue.ServiceLevel;
import io.halfminute.record.Window;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** One row's calls while they are added up: of each definition its successes and the calls that it counts. */
final class Sums {

    private final Map<ServiceLevel, long[]> goodAndAll = new EnumMap<>(ServiceLevel.class);
    private LedgerLine line;

    Sums(LedgerLine line) {
        this.line = line;
    }

    /** Calls that arrived while the definitions of {@code atMs} were valid. */
    void add(LedgerLine more, Definitions definitions, long atMs) {
        line = line.plus(more);
        for (ServiceLevel level : ServiceLevel.values()) {
            Definition definition = definitions.at(level, atMs);
            long[] sums = goodAndAll.computeIfAbsent(level, _ -> new long[2]);
            sums[0] += definition.good().applyAsLong(more.counts());
            sums[1] += definition.all().applyAsLong(more.counts());
        }
    }

    Report.Row row(Window span) {
        Map<ServiceLevel, Double> levels = new EnumMap<>(ServiceLevel.class);
        for (ServiceLevel level : ServiceLevel.values()) {
            long[] sums = goodAndAll.getOrDefault(level, new long[2]);
            OptionalDouble share = ServiceLevel.share(sums[0], sums[1]);
            levels.put(level, share.isPresent() ? share.getAsDouble() : null);
        }
        return new Report.Row(line, span, levels);
    }
}
