package io.halfminute.ledger;

import io.halfminute.queue.ServiceLevel;
import io.halfminute.record.Window;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The service level of some calls by every definition.
 *
 * @param definitions every version that counted some of them
 * @param rules       the inputs that were in force for some of them
 * @param targetsMs   the targets that they had
 * @param total       all of them, each once
 */
public record Report(Question question, List<Valid> definitions, List<CountingRules> rules, List<Integer> targetsMs, Row total,
                     List<Row> rows) {

    /**
     * A definition and until when it is valid.
     *
     * @param toMs 0 for the last version
     */
    public record Valid(Definition definition, long toMs) {
    }

    /**
     * The calls of one group.
     *
     * @param span   of an hour or a day, as far as it lies in the window; null for another grouping
     * @param levels the shares, 0 to 1; null where no call counts
     */
    public record Row(LedgerLine line, Window span, Map<ServiceLevel, Double> levels) {
        public Row {
            levels = Collections.unmodifiableMap(new EnumMap<>(levels));
        }
    }

    public Report {
        definitions = List.copyOf(definitions);
        rules = List.copyOf(rules);
        targetsMs = List.copyOf(targetsMs);
        rows = List.copyOf(rows);
    }

    /** Whether some of its figures are of more than one version of a formula or of its inputs; to be said beside them. */
    public boolean isMixed() {
        return definitions.size() > ServiceLevel.values().length || rules.size() > 1;
    }
}
