package io.halfminute.chaos;

import java.util.List;

/**
 * What became of a scenario.
 *
 * @param skipped why it could not be tried; empty if it was
 */
record Outcome(String fault, String held, int rounds, int calls, List<Measure> measures, List<Finding> findings, String skipped) {
    Outcome {
        measures = List.copyOf(measures);
        findings = List.copyOf(findings);
    }

    static Outcome skipped(String fault, String held, String why) {
        return new Outcome(fault, held, 0, 0, List.of(), List.of(), why);
    }

    /** Nothing was found, and every promised time was kept. */
    boolean isHeld() {
        return findings.isEmpty() && measures.stream().allMatch(Measure::isHeld);
    }
}
