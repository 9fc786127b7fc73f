package io.halfminute.simulation;

/** Erlang's formula for one pool of agents, first come first served (Erlang C): how many a load needs. */
final class Erlang {

    private Erlang() {
    }

    /** The fewest agents with whom {@code share} of the calls wait at most {@code waitMs}. */
    static int agents(double callsPerHour, double handleMs, double waitMs, double share) {
        double load = callsPerHour * handleMs / Plan.HOUR_MS;
        int agents = (int) Math.floor(load) + 1;
        while (1 - waitsLonger(agents, load, waitMs / handleMs) < share) {
            agents++;
        }
        return agents;
    }

    /**
     * The share of calls that wait longer than {@code wait}.
     *
     * @param load in erlangs, less than {@code agents}
     * @param wait in handling times
     */
    static double waitsLonger(int agents, double load, double wait) {
        double blocked = 1;
        for (int k = 1; k <= agents; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
        double waits = blocked / (1 - load / agents * (1 - blocked));
        return waits * Math.exp(-(agents - load) * wait);
    }
}
