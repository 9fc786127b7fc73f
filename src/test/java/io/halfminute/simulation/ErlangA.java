package io.halfminute.simulation;

import java.util.function.DoubleUnaryOperator;

/**
 * M/M/n+M: as {@link ErlangC}, and callers lose patience at rate theta. Shares of states from the birth-death chain (birth
 * lambda, death min(k, n) mu + max(k - n, 0) theta); the offered wait has the density
 * v(x) = lambda p(n-1) exp(lambda / theta (1 - exp(-theta x)) - n mu x)
 * (Garnett, Mandelbaum, Reiman 2002; Gans, Koole, Mandelbaum 2003; Zeltyn, Mandelbaum 2005).
 */
final class ErlangA {

    /** The density has fallen to nothing by then, in all cases here. */
    private static final double FAR_S = 6_000;
    private static final double STEP_S = 0.05;

    private final int agents;
    private final double lambda;
    private final double mu;
    private final double theta;
    /** The shares of states, by calls present. */
    private final double[] shares;

    ErlangA(int agents, double callsPerHour, double talkS, double patienceS) {
        this.agents = agents;
        this.lambda = callsPerHour / 3_600;
        this.mu = 1 / talkS;
        this.theta = 1 / patienceS;
        this.shares = shares(agents + 2_000);
    }

    private double[] shares(int most) {
        double[] logs = new double[most + 1];
        double largest = 0;
        for (int k = 1; k <= most; k++) {
            logs[k] = logs[k - 1] + Math.log(lambda / (Math.min(k, agents) * mu + Math.max(k - agents, 0) * theta));
            largest = Math.max(largest, logs[k]);
        }
        double sum = 0;
        for (int k = 0; k <= most; k++) {
            logs[k] = Math.exp(logs[k] - largest);
            sum += logs[k];
        }
        for (int k = 0; k <= most; k++) {
            logs[k] /= sum;
        }
        return logs;
    }

    private double meanOver(DoubleUnaryOperator figure) {
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            sum += shares[k] * figure.applyAsDouble(k);
        }
        return sum;
    }

    double waits() {
        return meanOver(k -> k >= agents ? 1 : 0);
    }

    double meanWaiting() {
        return meanOver(k -> Math.max(0, k - agents));
    }

    double occupancy() {
        return meanOver(k -> Math.min(k, agents)) / agents;
    }

    /** Of all, also those who gave up; Little's law. */
    double meanWaitS() {
        return meanWaiting() / lambda;
    }

    double abandoned() {
        return theta * meanWaitS();
    }

    /** Neither answered nor gone. */
    double stillThere(double seconds) {
        return Math.exp(-theta * seconds) * integral(this::offeredWait, seconds, FAR_S);
    }

    double answeredWithin(double seconds) {
        return 1 - waits() + integral(x -> offeredWait(x) * Math.exp(-theta * x), 0, seconds);
    }

    double abandonedWithin(double seconds) {
        return 1 - answeredWithin(seconds) - stillThere(seconds);
    }

    double meanWaitOfAnsweredS() {
        return integral(x -> x * offeredWait(x) * Math.exp(-theta * x), 0, FAR_S) / (1 - abandoned());
    }

    /** How long the share {@code longer} of all calls is still there at least. */
    double quantileS(double longer) {
        double low = 0;
        double high = FAR_S;
        while (high - low > 1e-4) {
            double middle = (low + high) / 2;
            if (stillThere(middle) > longer) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many calls wait in a row when one waits, in the mean: those that arrive while all agents are busy. */
    double cluster() {
        return waits() / shares[agents - 1];
    }

    /** How many calls the hotline's memory lasts: talks fade with mu, the line faster. */
    double relaxation() {
        return lambda / Math.min(mu, theta);
    }

    private double offeredWait(double x) {
        return lambda * shares[agents - 1] * Math.exp(lambda / theta * (1 - Math.exp(-theta * x)) - agents * mu * x);
    }

    /** Simpson's rule. */
    private static double integral(DoubleUnaryOperator figure, double from, double to) {
        int steps = 2 * (int) Math.ceil((to - from) / STEP_S / 2);
        double step = (to - from) / steps;
        double sum = figure.applyAsDouble(from) + figure.applyAsDouble(to);
        for (int i = 1; i < steps; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * figure.applyAsDouble(from + i * step);
        }
        return sum * step / 3;
    }
}
