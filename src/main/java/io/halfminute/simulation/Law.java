package io.halfminute.simulation;

import java.util.random.RandomGenerator;

/** How long something takes, in milliseconds. */
@FunctionalInterface
public interface Law {

    /** Longer than any simulation lasts, and short enough to be added to a time. */
    long FOREVER_MS = Long.MAX_VALUE / 4;

    /** One draw. */
    long drawMs(RandomGenerator chance);

    /** Always the same. */
    static Law always(long ms) {
        return _ -> ms;
    }

    /** It never ends. */
    static Law never() {
        return always(FOREVER_MS);
    }

    /** Anything between the two, alike. */
    static Law between(long leastMs, long mostMs) {
        return chance -> leastMs + chance.nextLong(mostMs - leastMs + 1);
    }

    /** Without memory: what Erlang's formulas assume. */
    static Law exponential(double meanMs) {
        return chance -> Math.round(meanMs * chance.nextExponential());
    }

    /**
     * Log-normal, what talk times of call centres are found to follow (Brown et al. 2005).
     *
     * @param spread the standard deviation of the logarithm
     */
    static Law logNormal(double meanMs, double spread) {
        double mu = Math.log(meanMs) - spread * spread / 2;
        return chance -> Math.round(Math.exp(mu + spread * chance.nextGaussian()));
    }
}
