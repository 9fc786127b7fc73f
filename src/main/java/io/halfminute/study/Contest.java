package io.halfminute.study;

import io.halfminute.simulation.Scenario;
import io.halfminute.simulation.peer.Peers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ours against every peer's strategy, each with the settings that it ships with and with those that serve it best here. The
 * best are chosen after the fact, by the in-time share on the very same days, which flatters the peers.
 */
public final class Contest {

    private Contest() {
    }

    /** The rows: ours; then for each peer's strategy the best settings and those that ship, if these are others. */
    public static Comparison of(Scenario scenario, List<Policy> ours, int replications, long seed) {
        List<Policy> all = new ArrayList<>(ours);
        Peers.names().forEach(name -> all.add(Policy.named(name)));
        Comparison everybody = Comparison.of(scenario, all, replications, seed);
        Map<String, List<Figures>> rows = new LinkedHashMap<>();
        ours.forEach(policy -> rows.put(policy.name(), everybody.days().get(policy.name())));
        for (String family : Peers.families()) {
            List<String> settings = Peers.settings(family);
            String best = settings.stream().max(Comparator.comparingDouble(name ->
                    everybody.estimate(name, Figures.IN_TIME).mean())).orElseThrow();
            rows.put(best, everybody.days().get(best));
            settings.stream().filter(name -> name.endsWith(Peers.SHIPPED))
                    .forEach(name -> rows.put(name, everybody.days().get(name)));
        }
        return new Comparison(scenario, seed, rows);
    }
}
