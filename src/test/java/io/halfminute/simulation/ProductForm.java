package io.halfminute.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Callers of several streams and agents who can serve some of them, first come first served, the longest idle agent first;
 * talk of mean 1 for all. A state is the agents in the order in which they became busy or idle, with the calls that wait
 * between the busy ones; its share is a product (Adan and Weiss 2014, Stochastic Systems 4, 250-299; Visschers, Adan, Weiss
 * 2012). Summed over the calls between them, the weight of the busy agents S1..Si and the idle S(i+1)..SJ is
 * prod(j <= i) 1 / (j - lambda(only S1..Sj can)) prod(j > i) 1 / lambda(some of Sj..SJ can).
 */
final class ProductForm {

    private final double[] rates;
    private final List<Set<Integer>> agents;
    private final double[] waits;
    private final double[] waiting;
    private final double[] busy;
    private double total;

    /**
     * @param rates  arrivals of each stream, in a mean talk
     * @param agents for each agent which streams he can serve
     */
    ProductForm(double[] rates, List<Set<Integer>> agents) {
        this.rates = rates;
        this.agents = agents;
        this.waits = new double[rates.length];
        this.waiting = new double[rates.length];
        this.busy = new double[agents.size()];
        orders(new ArrayList<>());
    }

    /** The share of the stream's calls that wait. */
    double waits(int stream) {
        return waits[stream] / total;
    }

    /** In mean talks; Little's law. */
    double meanWait(int stream) {
        return waiting[stream] / total / rates[stream];
    }

    double occupancy(int agent) {
        return busy[agent] / total;
    }

    private void orders(List<Integer> order) {
        if (order.size() == agents.size()) {
            for (int busyOnes = 0; busyOnes <= order.size(); busyOnes++) {
                add(order, busyOnes);
            }
        }
        for (int agent = 0; agent < agents.size(); agent++) {
            if (!order.contains(agent)) {
                order.add(agent);
                orders(order);
                order.removeLast();
            }
        }
    }

    private void add(List<Integer> order, int busyOnes) {
        double weight = 1;
        for (int j = 1; j <= busyOnes; j++) {
            weight /= j - rateOfOnly(order.subList(0, j));
        }
        for (int j = busyOnes; j < order.size(); j++) {
            weight /= rateOfAny(order.subList(j, order.size()));
        }
        total += weight;
        for (int agent : order.subList(0, busyOnes)) {
            busy[agent] += weight;
        }
        for (int stream = 0; stream < rates.length; stream++) {
            if (isOnlyFor(stream, order.subList(0, busyOnes))) {
                waits[stream] += weight;
            }
            addWaiting(stream, order, busyOnes, weight);
        }
    }

    /** Between two busy agents a geometric number waits, of the streams that only those before can serve. */
    private void addWaiting(int stream, List<Integer> order, int busyOnes, double weight) {
        for (int j = 1; j <= busyOnes; j++) {
            List<Integer> before = order.subList(0, j);
            if (isOnlyFor(stream, before)) {
                waiting[stream] += weight * rates[stream] / (j - rateOfOnly(before));
            }
        }
    }

    private boolean isOnlyFor(int stream, List<Integer> these) {
        for (int agent = 0; agent < agents.size(); agent++) {
            if (agents.get(agent).contains(stream) && !these.contains(agent)) {
                return false;
            }
        }
        return true;
    }

    private double rateOfOnly(List<Integer> these) {
        double rate = 0;
        for (int stream = 0; stream < rates.length; stream++) {
            rate += isOnlyFor(stream, these) ? rates[stream] : 0;
        }
        return rate;
    }

    private double rateOfAny(List<Integer> these) {
        double rate = 0;
        for (int stream = 0; stream < rates.length; stream++) {
            int wanted = stream;
            rate += these.stream().anyMatch(agent -> agents.get(agent).contains(wanted)) ? rates[stream] : 0;
        }
        return rate;
    }
}
