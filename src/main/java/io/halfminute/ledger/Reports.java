package io.halfminute.ledger;

import io.halfminute.record.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes reports from the ledger. A call is counted by the definitions that were valid when it arrived: a period in which one
 * changed is counted in pieces, and successes and calls of the pieces are added before the share is taken.
 */
public final class Reports {

    private final LedgerQueries ledger;
    private final Definitions definitions;

    public Reports(LedgerQueries ledger, Definitions definitions) {
        this.ledger = ledger;
        this.definitions = definitions;
    }

    /**
     * Answers the question; may block.
     *
     * @throws IllegalArgumentException when it would have more than {@link Calendar#MAX_ROWS} rows
     */
    public Report report(Question question, Calendar calendar) {
        List<Long> beginnings = question.by().isOfTime() ? calendar.beginnings(question.window(), question.by()) : List.of();
        Sums total = new Sums(LedgerLine.empty(null));
        Map<Optional<String>, Sums> rows = new LinkedHashMap<>();
        beginnings.forEach(at -> rows.put(Optional.of(Long.toString(at)), new Sums(LedgerLine.empty(Long.toString(at)))));
        Inputs inputs = new Inputs();
        for (Window piece : definitions.pieces(question.window())) {
            LedgerQueries.Counted counted = ledger.count(piece, question, beginnings);
            total.add(counted.total(), definitions, piece.fromMs());
            counted.lines().forEach(line -> rows.computeIfAbsent(Optional.ofNullable(line.key()),
                    _ -> new Sums(LedgerLine.empty(line.key()))).add(line, definitions, piece.fromMs()));
            inputs.add(counted);
        }
        List<Report.Valid> valid = definitions.in(question.window()).stream()
                .map(each -> new Report.Valid(each, definitions.validToMs(each))).toList();
        return new Report(question, valid, inputs.rules(), List.copyOf(inputs.targetsMs), total.row(null),
                rows(question.window(), beginnings, List.copyOf(rows.values())));
    }

    private static List<Report.Row> rows(Window window, List<Long> beginnings, List<Sums> sums) {
        List<Report.Row> rows = new ArrayList<>();
        for (int at = 0; at < sums.size(); at++) {
            rows.add(sums.get(at).row(beginnings.isEmpty() ? null : new Window(Math.max(window.fromMs(), beginnings.get(at)),
                    at + 1 < beginnings.size() ? beginnings.get(at + 1) : window.toMs())));
        }
        return rows;
    }

    /** What the calls of all pieces were counted by. */
    private static final class Inputs {
        private final SortedMap<Integer, CountingRules> byVersion = new TreeMap<>();
        private final SortedSet<Integer> targetsMs = new TreeSet<>();

        void add(LedgerQueries.Counted counted) {
            counted.rules().forEach(each -> byVersion.put(each.version(), each));
            targetsMs.addAll(counted.targetsMs());
        }

        List<CountingRules> rules() {
            return List.copyOf(byVersion.values());
        }
    }
}
