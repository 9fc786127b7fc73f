package io.halfminute.bench;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * One side of a figure.
 *
 * @param mean arithmetic mean
 * @param p50  median
 * @param p99  99th percentile
 * @param n    how many calls it comes from
 */
record Stats(double mean, double p50, double p99, long n) {

    /** Of delays in microseconds, told in milliseconds. */
    static Stats ofMicros(Histogram micros) {
        return new Stats(micros.getTotalCount() == 0 ? Double.NaN : micros.getMean() / 1e3, micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3, micros.getTotalCount());
    }

    /** Of a few values, by the nearest rank; n is told, since a value may stand for several calls. */
    static Stats of(List<Double> values, long n) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Stats(values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN), rank(sorted, 0.5), rank(sorted, 0.99), n);
    }

    private static double rank(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
