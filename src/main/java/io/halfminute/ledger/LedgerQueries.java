package io.halfminute.ledger;

import io.halfminute.record.Window;
import java.util.List;

/**
 * Counts the ledger. MAY block like {@link io.halfminute.record.CallQueries}, and fails as that does.
 */
public interface LedgerQueries {

    /**
     * What is there, of one moment.
     *
     * @param total     every call once
     * @param lines     by key; a call that asked for several skills is in several
     * @param rules     the rules by which its calls were counted
     * @param targetsMs the targets that its calls had
     */
    record Counted(LedgerLine total, List<LedgerLine> lines, List<CountingRules> rules, List<Integer> targetsMs) {
        public Counted {
            lines = List.copyOf(lines);
            rules = List.copyOf(rules);
            targetsMs = List.copyOf(targetsMs);
        }
    }

    /**
     * Counts the calls that arrived in the piece: those that are over from their rows, those that live from their records as
     * they are now.
     *
     * @param question   its window does not matter
     * @param beginnings where hours or days begin; empty for another grouping
     */
    Counted count(Window piece, Question question, List<Long> beginnings);
}
