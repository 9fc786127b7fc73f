package io.halfminute.simulation;

import java.util.random.RandomGenerator;

/** Poisson arrivals up to a moment, and none after it. */
final class Periods implements FloorPlan.Arrivals {

    private final double until;
    private final FloorPlan.Arrivals within;

    Periods(double until, double[] rates) {
        this.until = until;
        this.within = FloorPlan.poisson(rates);
    }

    @Override
    public long next(long now, RandomGenerator chance) {
        long next = within.next(now, chance);
        return next > until ? Law.FOREVER_MS : next;
    }

    @Override
    public int stream(long at, RandomGenerator chance) {
        return within.stream(at, chance);
    }

    /** A draw of the gamma law with this shape and scale 1 (Marsaglia, Tsang 2000). */
    static double gamma(double shape, RandomGenerator chance) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = chance.nextGaussian();
            double v = Math.pow(1 + c * normal, 3);
            if (v > 0 && Math.log(chance.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
