package io.halfminute.simulation;

/**
 * Erlang A: one pool, exponential talk and patience (Garnett, Mandelbaum, Reiman 2002). The stationary birth-death chain gives
 * how likely somebody is free; the density of the wait that is offered gives the rest.
 */
public final class ImpatientPool {

    private static final int PARTS = 200;
    private static final int MOST_AGENTS = 10_000;
    private static final double NOTHING = 1e-15;
    /** Larger weights are told in units of this one: with patient callers they grow beyond every number. */
    private static final double UNIT = 1e100;

    private ImpatientPool() {
    }

    /**
     * The fewest agents with whom this share of all calls is answered within {@code waitMs}.
     *
     * @param share from 0 to 1; not all callers can be served in time whose patience is short
     */
    public static int agents(double callsPerHour, double handleMs, double patienceMs, double waitMs, double share) {
        if (callsPerHour <= 0) {
            return 0;
        }
        double rate = callsPerHour / Plan.HOUR_MS;
        // However long callers wait, agents serve no more than fill their time.
        int agents = Math.clamp((long) (share * rate * handleMs), 1, MOST_AGENTS);
        while (agents < MOST_AGENTS && answeredWithin(agents, rate, handleMs, patienceMs, waitMs) < share) {
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
        // Weights of the states relative to that in which all but one are busy.
        double below = below(agents, rate * handleMs);
        double above = 0;
        double weight = 1;
        int units = 0;
        for (int present = agents; weight > NOTHING; present++) {
            weight *= rate / (agents / handleMs + (present - agents) / patienceMs);
            if (weight > UNIT) {
                weight /= UNIT;
                above /= UNIT;
                units++;
            }
            above += weight;
        }
        double logUnit = units * Math.log(UNIT);
        double logOneFree = -logUnit - Math.log(below * Math.exp(-logUnit) + above);
        return below * Math.exp(logOneFree)
                + rate * integral(agents, rate, handleMs, patienceMs, Math.max(0, waitMs), logOneFree);
    }

    private static double below(int agents, double load) {
        double below = 0;
        double weight = 1;
        for (int busy = agents - 1; busy >= 0 && weight > NOTHING; busy--) {
            below += weight;
            weight *= busy / load;
        }
        return below;
    }

    /** Of the density of the offered wait by the chance that the caller is still there, by Simpson's rule. */
    private static double integral(int agents, double rate, double handleMs, double patienceMs, double untilMs,
                                   double logOneFree) {
        double sum = 0;
        for (int part = 0; part <= PARTS; part++) {
            double x = untilMs * part / PARTS;
            double density = Math.exp(logOneFree + rate * patienceMs * (1 - Math.exp(-x / patienceMs))
                    - agents * x / handleMs - x / patienceMs);
            sum += density * (part == 0 || part == PARTS ? 1 : part % 2 == 1 ? 4 : 2);
        }
        return sum * untilMs / PARTS / 3;
    }
}
