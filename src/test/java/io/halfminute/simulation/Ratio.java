package io.halfminute.simulation;

import java.util.Arrays;

/**
 * One sum as part of another, over independent pieces of a run, as the linear approximation of ratio estimators has it (Law and
 * Kelton, "Simulation Modeling and Analysis", chapter 9).
 *
 * @param error the standard error
 */
record Ratio(double mean, double error) {

    /**
     * @param parts  by piece
     * @param wholes of the same pieces
     */
    static Ratio of(double[] parts, double[] wholes) {
        int pieces = parts.length;
        double whole = Arrays.stream(wholes).sum();
        double ratio = Arrays.stream(parts).sum() / whole;
        double squares = 0;
        for (int piece = 0; piece < pieces; piece++) {
            double off = parts[piece] - ratio * wholes[piece];
            squares += off * off;
        }
        return new Ratio(ratio, Math.sqrt(squares / (pieces - 1) / pieces) / (whole / pieces));
    }
}
