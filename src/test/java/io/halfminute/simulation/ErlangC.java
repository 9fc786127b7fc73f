package io.halfminute.simulation;

/**
 * M/M/n, first come first served. Erlang B by its recursion, C = B / (1 - rho (1 - B)), P(W > t) = C exp(-(1 - rho) n mu t),
 * E[W] = C / (n mu (1 - rho)) (Erlang 1917; Gans, Koole, Mandelbaum 2003, section 4).
 */
record ErlangC(int agents, double callsPerHour, double talkS) {

    double load() {
        return callsPerHour / 3_600 * talkS;
    }

    double occupancy() {
        return load() / agents;
    }

    double waits() {
        double blocked = 1;
        for (int k = 1; k <= agents; k++) {
            blocked = load() * blocked / (k + load() * blocked);
        }
        return blocked / (1 - occupancy() * (1 - blocked));
    }

    double waitsLonger(double seconds) {
        return waits() * Math.exp(-seconds / meanDelayS());
    }

    double meanWaitS() {
        return waits() * meanDelayS();
    }

    /** Of those who wait at all; their wait is exponential. */
    double meanDelayS() {
        return talkS / (agents * (1 - occupancy()));
    }

    /** What the share {@code 1 - longer} of the calls does not wait longer than. */
    double quantileS(double longer) {
        return meanDelayS() * Math.log(waits() / longer);
    }

    /** How many calls wait in a row when one waits, in the mean: those that arrive while all agents are busy. */
    double cluster() {
        return 1 / (1 - occupancy());
    }

    /**
     * How many calls the hotline's memory lasts: the slowest mode of the line fades with n mu (1 - sqrt(rho))^2 (Morse 1955),
     * that of the talks with mu.
     */
    double relaxation() {
        double root = 1 - Math.sqrt(occupancy());
        return Math.max(occupancy() / (root * root), load());
    }
}
