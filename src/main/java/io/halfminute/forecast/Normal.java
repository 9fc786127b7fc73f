package io.halfminute.forecast;

/** The normal distribution. */
final class Normal {

    private Normal() {
    }

    /**
     * The value that {@code share} of all do not exceed, to about three digits: Abramowitz and Stegun 1964, 26.2.23.
     *
     * @param share above 0 and below 1
     */
    static double quantile(double share) {
        if (share > 0.5) {
            return -quantile(1 - share);
        }
        double t = Math.sqrt(-2 * Math.log(share));
        return (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
    }
}
