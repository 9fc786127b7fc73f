package io.halfminute.simulation;

/**
 * Two streams; ten agents serve only the first, ten serve both; a call takes one of the former if it can; who serves both
 * takes the stream with priority first. The chain of (busy specialists, busy generalists, waiting of each stream), solved by
 * Gauss and Seidel's iteration. Patience 120 s, talk 180 s.
 */
final class NModel {

    static final int GROUP = 10;
    private static final int MOST = 60;
    private static final double MU = 1 / 180.0;
    private static final double THETA = 1 / 120.0;
    private static final int ROUNDS = 3_000;
    private static final double SETTLED = 1e-13;

    private final double[] lambda;
    private final boolean secondFirst;
    /** Nobody of the first stream waits while a specialist is free, so the two share an axis; so do the generalists and the second. */
    private final double[][][] share = new double[GROUP + 1][GROUP + MOST + 1][MOST + 1];

    /**
     * @param loads       of the streams, in erlangs
     * @param secondFirst which stream the generalists prefer
     */
    NModel(double[] loads, boolean secondFirst) {
        this.lambda = new double[] {loads[0] * MU, loads[1] * MU};
        this.secondFirst = secondFirst;
        for (double[][] plane : share) {
            for (double[] row : plane) {
                row[0] = 1;
            }
        }
        double before = -1;
        for (int round = 0; round < ROUNDS; round++) {
            sweep();
            double now = normalised();
            if (round > 50 && Math.abs(now - before) < SETTLED) {
                break;
            }
            before = now;
        }
    }

    /** Share of time in which all generalists are busy, and for the first stream the specialists, too. */
    double waits(int stream) {
        return sum((i, g, q1) -> g >= GROUP && (stream == 1 || i == GROUP) ? 1 : 0);
    }

    double meanWaitS(int stream) {
        return sum((_, g, q1) -> stream == 0 ? q1 : Math.max(0, g - GROUP)) / lambda[stream];
    }

    double abandoned(int stream) {
        return THETA * meanWaitS(stream);
    }

    private interface Figure {
        double of(int specialists, int generalistsAndSecond, int first);
    }

    private double sum(Figure figure) {
        double sum = 0;
        for (int i = 0; i <= GROUP; i++) {
            for (int g = 0; g <= GROUP + MOST; g++) {
                for (int q1 = 0; q1 <= MOST; q1++) {
                    sum += share[i][g][q1] * figure.of(i, g, q1);
                }
            }
        }
        return sum;
    }

    private void sweep() {
        for (int i = 0; i <= GROUP; i++) {
            for (int g = 0; g <= GROUP + MOST; g++) {
                int most = i == GROUP && g >= GROUP ? MOST : 0;
                for (int q1 = 0; q1 <= most; q1++) {
                    share[i][g][q1] = inflow(i, g, q1) / outflow(i, g, q1);
                }
            }
        }
    }

    private double normalised() {
        double total = sum((_, _, _) -> 1);
        for (double[][] plane : share) {
            for (double[] row : plane) {
                for (int q1 = 0; q1 < row.length; q1++) {
                    row[q1] /= total;
                }
            }
        }
        return sum((i, g, q1) -> q1 + g + i);
    }

    private double outflow(int i, int g, int q1) {
        boolean full1 = i == GROUP && g >= GROUP && q1 == MOST;
        boolean full2 = g == GROUP + MOST;
        return (full1 ? 0 : lambda[0]) + (full2 ? 0 : lambda[1]) + (i + Math.min(g, GROUP)) * MU
                + (q1 + Math.max(0, g - GROUP)) * THETA;
    }

    private double at(int i, int g, int q1) {
        return i < 0 || i > GROUP || g < 0 || g > GROUP + MOST || q1 < 0 || q1 > MOST ? 0 : share[i][g][q1];
    }

    private double inflow(int i, int g, int q1) {
        return arrivalsInto(i, g, q1) + freedSpecialistsInto(i, g, q1) + freedGeneralistsInto(i, g, q1)
                + (q1 + 1) * THETA * at(i, g, q1 + 1) + (g >= GROUP ? (g + 1 - GROUP) * THETA * at(i, g + 1, q1) : 0);
    }

    private double arrivalsInto(int i, int g, int q1) {
        double into = q1 == 0 ? lambda[0] * at(i - 1, g, 0) : 0;
        if (i == GROUP && g <= GROUP && q1 == 0) {
            into += lambda[0] * at(i, g - 1, 0);
        }
        if (i == GROUP && g >= GROUP) {
            into += lambda[0] * at(i, g, q1 - 1);
        }
        return into + lambda[1] * at(i, g - 1, q1);
    }

    /** A freed specialist takes the first stream's next call, or is free. */
    private double freedSpecialistsInto(int i, int g, int q1) {
        double into = q1 == 0 ? (i + 1) * MU * at(i + 1, g, 0) : 0;
        return i == GROUP && g >= GROUP ? into + GROUP * MU * at(i, g, q1 + 1) : into;
    }

    /** A freed generalist takes the next call of the stream that he prefers, else of the other, or is free. */
    private double freedGeneralistsInto(int i, int g, int q1) {
        if (g < GROUP) {
            return q1 == 0 ? (g + 1) * MU * at(i, g + 1, 0) : 0;
        }
        boolean nobodyPreferred = secondFirst ? g == GROUP : q1 == 0;
        double rate = GROUP * MU;
        if (secondFirst) {
            return rate * at(i, g + 1, q1) + (nobodyPreferred && i == GROUP ? rate * at(i, g, q1 + 1) : 0);
        }
        return (i == GROUP ? rate * at(i, g, q1 + 1) : 0) + (nobodyPreferred ? rate * at(i, g + 1, 0) : 0);
    }
}
