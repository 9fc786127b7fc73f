package io.halfminute.forecast;

/** How often of all times something happens, learned; what is long ago counts less. */
final class Share {

    private static final double KEPT = 0.998;

    private double happened;
    private double tries;

    /** Believed at first, as if {@code tries} times had been seen. */
    Share(double believed, double tries) {
        this.happened = believed * tries;
        this.tries = tries;
    }

    void see(boolean happensNow) {
        happened = happened * KEPT + (happensNow ? 1 : 0);
        tries = tries * KEPT + 1;
    }

    /** 0 to 1. */
    double value() {
        return happened / tries;
    }
}
