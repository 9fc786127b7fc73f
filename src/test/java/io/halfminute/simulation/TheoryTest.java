package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.simulation.Theory.Estimate;
import io.halfminute.simulation.Theory.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where exact formulas exist the simulator agrees with them: Erlang C (M/M/n) and Erlang A (M/M/n+M, mean patience 120 s;
 * Garnett, Mandelbaum, Reiman 2002), mean talk 180 s. The exact values are computed from the formulas' recursions.
 */
class TheoryTest {

    @ParameterizedTest
    @CsvSource({
        "10, 160, 60000,  0.409180, 0.293190, 36.8262",
        "10, 180, 120000, 0.668732, 0.566069, 120.3717",
        "50, 900, 120000, 0.363864, 0.158135, 13.0991"})
    void patientCallersWaitAsErlangCSays(int agents, double callsPerHour, int calls, double waits, double after30s,
                                         double meanWaitS) {
        Figures figures = Theory.measure(agents, callsPerHour, calls, Law.never());
        agrees("waits", waits, figures.waits(), 0.07);
        agrees("waits longer than 30 s", after30s, figures.after30s(), 0.07);
        agrees("mean wait", meanWaitS, figures.meanWaitS(), 0.5 * meanWaitS);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 200, 60000, 0.496853, 0.219529, 16.4957, 0.137464",
        "50, 950, 50000, 0.343251, 0.036206, 4.8674, 0.040561"})
    void impatientCallersWaitAndGiveUpAsErlangASays(int agents, double callsPerHour, int calls, double waits,
                                                    double after30s, double meanWaitS, double abandoned) {
        Figures figures = Theory.measure(agents, callsPerHour, calls, Law.exponential(120_000));
        agrees("waits", waits, figures.waits(), 0.07);
        agrees("still there at 30 s", after30s, figures.after30s(), 0.04);
        agrees("mean wait", meanWaitS, figures.meanWaitS(), 0.25 * meanWaitS);
        agrees("abandoned", abandoned, figures.abandoned(), 0.02);
    }

    @Test
    void theStaffingFormulaIsErlangC() {
        assertTrue(Math.abs(Erlang.waitsLonger(10, 9, 30.0 / 180) - 0.566069) < 1e-6);
        assertTrue(Math.abs(Erlang.waitsLonger(100, 95, 0) - 0.506457) < 1e-6);
    }

    /** An interval so wide that anything agrees proves nothing. */
    private static void agrees(String what, double exact, Estimate measured, double widest) {
        assertTrue(measured.agrees(exact), what + ": exact " + exact + ", measured " + measured);
        assertTrue(measured.halfWidth() < widest, what + ": too unsure, " + measured);
    }
}
