package io.halfminute.study;

/**
 * A mean over replications.
 *
 * @param halfWidth of the 95 % confidence interval by Student's t; NaN for a single replication, which says nothing of it
 */
public record Estimate(double mean, double halfWidth, int n) {

    /** Two sides, 95 %, by degrees of freedom from 1. */
    private static final double[] T = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179,
        2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048,
        2.045, 2.042};
    private static final double NORMAL = 1.960;

    /** Over independent values, one a replication; those that are not numbers count for nothing. */
    public static Estimate of(double... values) {
        double[] known = java.util.Arrays.stream(values).filter(Double::isFinite).toArray();
        int n = known.length;
        double mean = n == 0 ? Double.NaN : java.util.Arrays.stream(known).sum() / n;
        if (n < 2) {
            return new Estimate(mean, Double.NaN, n);
        }
        double squares = java.util.Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum();
        return new Estimate(mean, t(n - 1) * Math.sqrt(squares / (n - 1) / n), n);
    }

    /** Beyond the table by its first term towards the normal law, which is good to three digits there. */
    static double t(int freedom) {
        return freedom <= T.length ? T[freedom - 1]
                : NORMAL + (NORMAL * NORMAL * NORMAL + NORMAL) / (4.0 * freedom);
    }

    /** Whether the interval lies above 0 as a whole. */
    public boolean isAboveZero() {
        return mean - halfWidth > 0;
    }

    /** Whether the interval lies below 0 as a whole. */
    public boolean isBelowZero() {
        return mean + halfWidth < 0;
    }
}
