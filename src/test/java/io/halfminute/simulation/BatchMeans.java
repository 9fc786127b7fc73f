package io.halfminute.simulation;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What one long run says of the steady state, with a confidence interval. The run is cut into batches; the first one, in
 * which the hotline fills up, is left out; the spread of the others tells how sure their mean is (Law and Kelton, "Simulation
 * Modeling and Analysis", chapter 9).
 *
 * <p>Two things make such an interval too narrow, and both are put right here. Batches that follow one another are alike:
 * if the memory of the hotline fades as exp(-calls / relaxation), the mean's variance is larger than independent batches
 * would have it by m / (m - 1 + exp(-m)), with m the relaxation times in a batch. And where delays are so rare that a run
 * holds a handful of them, their spread is unknown: Bernstein's inequality then adds the second term, for delays that come
 * in clusters.
 */
final class BatchMeans {

    /** All figures that the theory tests compare are fewer than this: together they err by chance in one of a hundred seeds. */
    static final int COMPARISONS = 400;
    private static final int BATCHES = 25;
    /** Student's t, 24 degrees of freedom, two sides, 0.01 / {@link #COMPARISONS}. */
    private static final double T = 5.201;
    /** ln(2 / (0.01 / {@link #COMPARISONS})). */
    private static final double LN = 11.29;

    /**
     * A mean, give or take.
     *
     * @param error the standard error, without what is added for rare delays
     */
    record Estimate(double mean, double error, double halfWidth) {
    }

    private final List<Heard.Call> calls;
    private final int size;
    private final double widening;
    private final double cluster;

    /**
     * @param relaxation how many calls the hotline's memory lasts
     * @param cluster    how many calls in a row wait when one waits, in the mean; 0 where delays are frequent
     */
    BatchMeans(List<Heard.Call> calls, double relaxation, double cluster) {
        this.calls = calls;
        this.size = calls.size() / (BATCHES + 1);
        this.cluster = cluster;
        double m = size / relaxation;
        this.widening = Math.sqrt(m / (m - 1 + Math.exp(-m)));
    }

    /** The share of calls for which it holds. */
    Estimate share(Predicate<Heard.Call> holds) {
        return mean(call -> holds.test(call) ? 1 : 0, 1);
    }

    /**
     * The mean over calls.
     *
     * @param worth what a call that waits adds, in the mean
     */
    Estimate mean(ToDoubleFunction<Heard.Call> figure, double worth) {
        return ratio(figure, _ -> 1, worth);
    }

    /** One sum as part of another. */
    Estimate ratio(ToDoubleFunction<Heard.Call> part, ToDoubleFunction<Heard.Call> whole, double worth) {
        double[] parts = new double[BATCHES];
        double[] wholes = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            for (Heard.Call call : calls.subList((batch + 1) * size, (batch + 2) * size)) {
                parts[batch] += part.applyAsDouble(call);
                wholes[batch] += whole.applyAsDouble(call);
            }
        }
        return estimate(parts, wholes, LN * cluster * worth / (BATCHES * (double) size));
    }

    private Estimate estimate(double[] parts, double[] wholes, double rare) {
        Ratio ratio = Ratio.of(parts, wholes);
        double error = widening * ratio.error();
        return new Estimate(ratio.mean(), error, T * error + rare);
    }
}
