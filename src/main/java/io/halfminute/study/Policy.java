package io.halfminute.study;

import io.halfminute.acd.Acd;
import io.halfminute.acd.Setup;
import io.halfminute.call.BrandId;
import io.halfminute.callback.ByKey;
import io.halfminute.callback.CallHours;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.callback.Outgoing;
import io.halfminute.routing.RoutingSpec;
import io.halfminute.simulation.Day;
import io.halfminute.simulation.Machine;
import io.halfminute.simulation.Plan;
import io.halfminute.simulation.Simulation;
import io.halfminute.simulation.Watch;
import io.halfminute.simulation.peer.Peers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A way of bringing callers and agents together, by name:
 * <ul>
 * <li>{@code least-to-spare}: ours, as the scenario configures it;
 * <li>{@code fair}: ours, who waits longest comes first;
 * <li>{@code target}: ours, whoever can be in time goes before those who cannot, for as long as {@link #MOST_LATE_S};
 * <li>{@code mix:0.5}: in between, by the number from 0 (fair) to 1 (target);
 * <li>{@code late:40}: the same, by how many seconds a late call is postponed;
 * <li>{@code callbacks:60}: ours, and who has waited so many seconds may choose by a key to be called back;
 * <li>a peer's name.
 * </ul>
 *
 * @param ours whether it is our machine; then every checker watches it
 */
public record Policy(String name, boolean ours, UnaryOperator<Setup> setup) {

    /** By how much {@code target} postpones calls that are late already, in seconds: nobody waits longer than seven minutes for it. */
    public static final int MOST_LATE_S = 390;
    private static final int MOST_CALLBACKS = 10_000;
    /** As configured. */
    public static final Policy HOUSE = new Policy("least-to-spare", true, UnaryOperator.identity());

    private static final String MIX = "mix:";
    private static final String LATE = "late:";
    private static final String CALLBACKS = "callbacks:";

    /**
     * @throws IllegalArgumentException when nothing has that name; the message says what there is
     */
    public static Policy named(String name) {
        if (name.equals(HOUSE.name)) {
            return HOUSE;
        }
        if (name.equals("fair") || name.equals("target")) {
            return postponing(name, name.equals("fair") ? 0 : MOST_LATE_S);
        }
        if (name.startsWith(MIX)) {
            return postponing(name, MOST_LATE_S * number(name, MIX, 1));
        }
        if (name.startsWith(LATE)) {
            return postponing(name, number(name, LATE, 3_600));
        }
        if (name.startsWith(CALLBACKS)) {
            int waitedMs = Math.toIntExact(Math.round(number(name, CALLBACKS, 3_600) * 1_000));
            return new Policy(name, true, setup -> callingBack(setup, waitedMs));
        }
        if (Peers.names().contains(name)) {
            return new Policy(name, false, UnaryOperator.identity());
        }
        throw new IllegalArgumentException("policy \"" + name + "\": there are " + String.join(", ", names()));
    }

    /** What there is; a number behind a colon is an example. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(HOUSE.name, "fair", "target", "mix:0.5", "late:40", "callbacks:60"));
        names.addAll(Peers.names());
        return names;
    }

    private static double number(String name, String prefix, double most) {
        try {
            double number = Double.parseDouble(name.substring(prefix.length()));
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // Told below, with what would do.
        }
        throw new IllegalArgumentException("policy \"" + name + "\": a number from 0 to " + (int) most + " follows " + prefix);
    }

    private static Policy postponing(String name, double seconds) {
        return new Policy(name, true, setup -> with(setup, Math.toIntExact(Math.round(seconds * 1_000))));
    }

    private static Setup with(Setup setup, int postponeLateMs) {
        RoutingSpec routing = setup.routing();
        return new Setup(setup.queues(), setup.agents(), setup.numbers(), setup.pauseReasons(), setup.limits(),
                new RoutingSpec(postponeLateMs, routing.phonesAtOnce(), routing.namedShare(), routing.hope(),
                        routing.leastRingMs()), setup.pbxs(), setup.callbacks());
    }

    /** All other settings as they ship; numbers are dialled as they are, at any hour. */
    private static Setup callingBack(Setup setup, int waitedMs) {
        Map<BrandId, Outgoing> outgoing = new HashMap<>();
        setup.numbers().values().forEach(led -> outgoing.put(led.brand(), Outgoing.PLAIN));
        CallbackSpec spec = new CallbackSpec(MOST_CALLBACKS, false, 0, false, 3, 900_000, 30_000, 172_800_000L, 0, 0.25,
                CallHours.ALWAYS, outgoing, new ByKey(true, waitedMs, Integer.MAX_VALUE, 6_000));
        return new Setup(setup.queues(), setup.agents(), setup.numbers(), setup.pauseReasons(), setup.limits(),
                setup.routing(), setup.pbxs(), spec);
    }

    /** Plays the plan by this policy. */
    public Day play(Plan plan) {
        Plan mine = plan.withSetup(setup.apply(plan.setup()));
        Machine machine = ours ? Machine.of(new Acd(mine.setup(), 1)) : Peers.named(name, mine.setup());
        return Simulation.playDay(mine, machine, ours ? Watch.inBatches() : Watch.blind());
    }
}
