package io.halfminute.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallId;
import io.halfminute.simulation.Faults;
import io.halfminute.simulation.Law;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One thing goes wrong in an hour where all else is well, and the cause of each call that is late by it must be named. By it
 * are late those that are in time when the same callers call and it does not go wrong. The shares are written to
 * {@code target/late-causes.txt}.
 */
class InjectedCausesTest {

    private static final int SEEDS = 200;
    private static final double NAMED_RIGHT = 0.95;
    private static final List<String> SHARES = new ArrayList<>();

    private static final Map<Long, Set<CallId>> LATE_ANYWAY = new HashMap<>();
    private static final Map<LateCause, Hour> SPOILT = spoilt();

    private static Map<LateCause, Hour> spoilt() {
        Hour good = Hour.GOOD;
        Map<LateCause, Hour> spoilt = new EnumMap<>(LateCause.class);
        spoilt.put(LateCause.NOBODY_WITH_SKILL, good.level(1));
        spoilt.put(LateCause.ALL_BUSY, good.staff(1));
        spoilt.put(LateCause.NOT_PICKED_UP, good.agents(Hour.habits(0.95, Law.never(), Law.never())));
        spoilt.put(LateCause.WRAP_UP_LONG, shortCalls().wrapUpMs(115_000));
        spoilt.put(LateCause.ON_BREAK,
                good.agents(Hour.habits(0, Law.exponential(120_000), Law.between(1_200_000, 2_400_000))));
        spoilt.put(LateCause.PHONES_UNREACHABLE, good.faults(faults(0, 0, 0, 60)));
        spoilt.put(LateCause.LONG_FLOW, good.flow(Law.between(25_000, 60_000)));
        spoilt.put(LateCause.PBX_OR_LINK, good.faults(faults(0.2, 0.4, 6, 0)));
        spoilt.put(LateCause.QUEUE_ORDER, manyCalls().firstCreditMs(600_000));
        spoilt.put(LateCause.RING_OPENED_LATE, ringsAtOnce().rings(Hour.Rings.AT_LAST));
        spoilt.put(LateCause.NAMED_AGENT_WAITED, good.allForOne());
        return spoilt;
    }

    /** So many that each overtakes somebody for certain. */
    private static Hour manyCalls() {
        return Hour.GOOD.calls(1_000).staff(40);
    }

    /** So short that an agent who is not free is in wrap-up rather than on a call. */
    private static Hour shortCalls() {
        return Hour.GOOD.calls(60).staff(3).talk(Law.between(20_000, 40_000));
    }

    /**
     * Phones ring for two seconds, which is enough where everybody is asked from the beginning. So many calls that the one with
     * the level that is wanted is hardly ever free, and so many agents that others are. A narrow set-up: in others 6 to 94 of a
     * hundred were named, as other things keep a call waiting there too.
     */
    private static Hour ringsAtOnce() {
        return Hour.GOOD.calls(400).staff(40).rings(Hour.Rings.AT_ONCE);
    }

    private static Hour well(LateCause injected) {
        return switch (injected) {
            case QUEUE_ORDER -> manyCalls();
            case WRAP_UP_LONG -> shortCalls();
            case RING_OPENED_LATE -> ringsAtOnce();
            default -> Hour.GOOD;
        };
    }

    private static Set<CallId> lateAnyway(LateCause injected, long seed) {
        Hour well = well(injected);
        return well == Hour.GOOD ? LATE_ANYWAY.computeIfAbsent(seed, each -> well.late(each).keySet())
                : well.late(seed).keySet();
    }

    /** Many calls need fewer hours. */
    private static int seeds(LateCause injected) {
        return switch (injected) {
            case QUEUE_ORDER, NAMED_AGENT_WAITED, RING_OPENED_LATE -> SEEDS / 10;
            default -> SEEDS;
        };
    }

    private static Faults faults(double fails, double vanishes, double linkLost, double phonesLost) {
        return new Faults(fails, vanishes, 0, 0, 0, 0, 0, linkLost, 90_000, phonesLost, 60_000);
    }

    @AfterAll
    static void write() throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/late-causes.txt"), SHARES);
    }

    @ParameterizedTest
    @EnumSource(value = LateCause.class, names = "UNSEEN", mode = EnumSource.Mode.EXCLUDE)
    void whatMadeACallLateIsNamed(LateCause injected) {
        Map<LateCause, Integer> named = new EnumMap<>(LateCause.class);
        for (long seed = 1; seed <= seeds(injected); seed++) {
            Set<CallId> lateAnyway = lateAnyway(injected, seed);
            SPOILT.get(injected).late(seed).forEach((call, why) -> {
                if (!lateAnyway.contains(call)) {
                    named.merge(why.cause(), 1, Integer::sum);
                }
            });
        }
        int late = named.values().stream().mapToInt(Integer::intValue).sum();
        double share = (double) named.getOrDefault(injected, 0) / late;
        SHARES.add(String.format(Locale.ROOT, "%-18s %6d calls late by it, named right %.4f %s", injected, late, share,
                named));
        assertTrue(late > SEEDS / 2, injected + ": too few calls to tell, " + named);
        assertTrue(share > NAMED_RIGHT, injected + ": " + named);
    }

    @Test
    void hardlyACallIsLateWhenNothingIsWrong() {
        int late = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            late += Hour.GOOD.late(seed).size();
        }
        assertTrue(late < SEEDS / 20, late + " late calls");
    }

    @Test
    void theSecondsOfTheReasonsAddUpToTheTimeUntilTheDeadline() {
        SPOILT.values().forEach(hour -> hour.late(7).values().forEach(why ->
                assertEquals(30_000, why.reasons().stream().mapToLong(LateReason::costMs).sum(), 1_500, why.toString())));
    }
}
