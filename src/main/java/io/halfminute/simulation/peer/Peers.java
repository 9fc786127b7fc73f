package io.halfminute.simulation.peer;

import io.halfminute.acd.Setup;
import io.halfminute.simulation.Machine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The peers by name: the settings that a peer ships with are {@code :shipped}, and the others those that an operator with a
 * target of thirty seconds may try; the best of them speaks for the peer.
 */
public final class Peers {

    /** How the names of settings end that a peer ships with. */
    public static final String SHIPPED = ":shipped";

    private static final int[] RING_S = {8, 12, 15, 20};
    private static final Map<String, Map<String, Function<Setup, Machine>>> FAMILIES = new LinkedHashMap<>();

    static {
        for (MemberOrder order : MemberOrder.values()) {
            String family = "app_queue-" + order.name().toLowerCase(Locale.ROOT);
            appQueue(family, "shipped", new AppQueue.Settings(order, 15_000, 5_000, false, false, 0));
            for (int ring : RING_S) {
                appQueue(family, ring + "/1", tuned(order, ring));
            }
        }
        for (int ring : RING_S) {
            appQueue("app_queue-penalties", ring + "/1", tuned(MemberOrder.LEASTRECENT, ring).raisingAfter(0));
            appQueue("app_queue-queuerules", ring + "/1-5", tuned(MemberOrder.LEASTRECENT, ring).raisingAfter(5_000));
            appQueue("app_queue-queuerules", ring + "/1-10", tuned(MemberOrder.LEASTRECENT, ring).raisingAfter(10_000));
        }
        callcenters();
        targets();
    }

    private Peers() {
    }

    private static AppQueue.Settings tuned(MemberOrder order, int ringS) {
        return new AppQueue.Settings(order, ringS * 1_000, 1_000, true, false, 0);
    }

    private static void appQueue(String family, String settings, AppQueue.Settings how) {
        put(family, settings, setup -> new AppQueue(setup, how));
    }

    private static void callcenters() {
        put("mod_callcenter", "shipped", setup -> new ModCallcenter(setup, ModCallcenter.Settings.SAMPLE));
        for (int ring : RING_S) {
            put("mod_callcenter", String.valueOf(ring), setup -> new ModCallcenter(setup, callcenter(ring, 0)));
            put("mod_callcenter-tiers", ring + "-5", setup -> new ModCallcenter(setup, callcenter(ring, 5)));
            put("mod_callcenter-tiers", ring + "-10", setup -> new ModCallcenter(setup, callcenter(ring, 10)));
        }
    }

    /** Two misses put an agent on break, as with us; refusals and engaged phones spare him for five seconds, as with us. */
    private static ModCallcenter.Settings callcenter(int ringS, int tierS) {
        return new ModCallcenter.Settings(ringS * 1_000, 2, 5_000, 5_000, tierS * 1_000);
    }

    private static void targets() {
        target("taskrouter", "shipped", new TimedTargets.Settings(30_000, 120_000, false));
        target("genesys-bullseye", "shipped", new TimedTargets.Settings(30_000, 12_000, false));
        for (int ring : RING_S) {
            target("genesys-standard", String.valueOf(ring), new TimedTargets.Settings(1, ring * 1_000, false));
            for (int wait : new int[] {5, 10}) {
                target("taskrouter", ring + "-" + wait, new TimedTargets.Settings(wait * 1_000, ring * 1_000, true));
                target("genesys-bullseye", ring + "-" + wait, new TimedTargets.Settings(wait * 1_000, ring * 1_000, false));
            }
        }
    }

    private static void target(String family, String settings, TimedTargets.Settings how) {
        put(family, settings, setup -> new TimedTargets(setup, how));
    }

    private static void put(String family, String settings, Function<Setup, Machine> maker) {
        FAMILIES.computeIfAbsent(family, _ -> new LinkedHashMap<>()).put(family + ":" + settings, maker);
    }

    /** Every peer's strategy. */
    public static Set<String> families() {
        return FAMILIES.keySet();
    }

    /** The names of a strategy with each of its settings, in order. */
    public static List<String> settings(String family) {
        return List.copyOf(FAMILIES.get(family).keySet());
    }

    /** Every name. */
    public static Set<String> names() {
        return FAMILIES.values().stream().flatMap(family -> family.keySet().stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /**
     * A peer's machine for this hotline.
     *
     * @throws IllegalArgumentException when nobody has that name
     */
    public static Machine named(String name, Setup setup) {
        Function<Setup, Machine> maker = FAMILIES.getOrDefault(name.replaceFirst(":.*", ""), Map.of()).get(name);
        if (maker == null) {
            throw new IllegalArgumentException("\"" + name + "\" is no peer; there are " + String.join(", ", names()));
        }
        return maker.apply(setup);
    }
}
