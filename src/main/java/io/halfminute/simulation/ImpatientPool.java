package io.halfminute.simulation;

/**
 * Erlang A: one pool, exponential talk and patience (Garnett, Mandelbaum, Reiman 2002). The stationary birth-death chain gives
 * how likely somebody is free; the density of the wait that is offered gives the rest.
 */
public final class ImpatientPool {

    private static final int PARTS = 200;
    private static final int MOST_AGENTS = 10_000;

    private ImpatientPool() {
    }

    /**
     * The fewest agents with whom this share of all calls is answered within {@code waitMs}.
     *
     * @param share from 0 to 1; not all callers can be served in time whose patience is short
     */
    public static int agents(double callsPerHour, double handleMs, double patienceMs, double waitMs, double share) {
        int agents = callsPerHour > 0 ? 1 : 0;
        while (callsPerHour > 0 && agents < MOST_AGENTS
                && answeredWithin(agents, callsPerHour / Plan.HOUR_MS, handleMs, patienceMs, waitMs) < share) {
            agents++;
        }
        return agents;
    }

    /**
     * The share of all calls that is answered within {@code waitMs}.
     *
     * @param rate calls a millisecond
     */
    static double answeredWithin(int agents, double rate, double handleMs, double patienceMs, double waitMs) {
        double load = rate * handleMs;
        // Weights of the states relative to that in which all but one are busy, so that nothing overflows.
        double below = 0;
        double weight = 1;
        for (int busy = agents - 1; busy >= 0 && weight > 1e-15; busy--) {
            below += weight;
            weight *= busy / load;
        }
        double above = 0;
        weight = 1;
        for (int present = agents; weight > 1e-15; present++) {
            weight *= rate / (agents / handleMs + (present - agents) / patienceMs);
            above += weight;
        }
        double justFree = 1 / (below + above);
        return below * justFree + rate * justFree * integral(agents, rate, handleMs, patienceMs, Math.max(0, waitMs));
    }

    /** Of the density of the offered wait by the chance that the caller is still there, by Simpson's rule. */
    private static double integral(int agents, double rate, double handleMs, double patienceMs, double untilMs) {
        double sum = 0;
        for (int part = 0; part <= PARTS; part++) {
            double x = untilMs * part / PARTS;
            double density = Math.exp(rate * patienceMs * (1 - Math.exp(-x / patienceMs)) - agents * x / handleMs
                    - x / patienceMs);
            sum += density * (part == 0 || part == PARTS ? 1 : part % 2 == 1 ? 4 : 2);
        }
        return sum * untilMs / PARTS / 3;
    }
}
