package io.halfminute.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Calls that make a run unlike the next one: the wall clock, chance without a seed, sleep. */
final class BannedCalls {

    private static final String TIME = "time is an argument in the core; take nowMs from the caller";
    private static final String CHANCE = "chance needs a seed, or no run can be played again; take a Random from the caller";
    private static final String SLEEP = "wait for what you wait for: a timer, a queue, between tries a latch "
            + "that close() opens; in tests Awaitility";

    /** By the method's name with its class; constructors without arguments are {@code Class.<init>()}. */
    private static final Map<String, String> IN_CORE = Map.ofEntries(
            Map.entry("java.lang.System.currentTimeMillis", TIME),
            Map.entry("java.lang.System.nanoTime", TIME),
            Map.entry("java.time.Instant.now", TIME),
            Map.entry("java.time.LocalDate.now", TIME),
            Map.entry("java.time.LocalTime.now", TIME),
            Map.entry("java.time.LocalDateTime.now", TIME),
            Map.entry("java.time.ZonedDateTime.now", TIME),
            Map.entry("java.time.OffsetDateTime.now", TIME),
            Map.entry("java.time.Clock.systemUTC", TIME),
            Map.entry("java.time.Clock.systemDefaultZone", TIME),
            Map.entry("java.time.Clock.system", TIME),
            Map.entry("java.time.InstantSource.system", TIME),
            Map.entry("java.util.Date.<init>()", TIME),
            Map.entry("java.lang.Math.random", CHANCE),
            Map.entry("java.util.Random.<init>()", CHANCE),
            Map.entry("java.util.SplittableRandom.<init>()", CHANCE),
            Map.entry("java.security.SecureRandom.<init>()", CHANCE),
            Map.entry("java.util.UUID.randomUUID", CHANCE),
            Map.entry("java.util.Collections.shuffle(java.util.List)", CHANCE),
            Map.entry("java.util.random.RandomGenerator.getDefault", CHANCE),
            Map.entry("java.util.concurrent.ThreadLocalRandom.current", CHANCE));

    private static final Map<String, String> ANYWHERE = Map.of(
            "java.lang.Thread.sleep", SLEEP,
            "java.util.concurrent.TimeUnit.sleep", SLEEP);

    private BannedCalls() {
    }

    /** Banned calls and method references, each with advice. */
    static List<String> check(JavaClasses classes) {
        Set<String> broken = new TreeSet<>();
        for (JavaClass each : classes) {
            for (JavaAccess<?> access : each.getAccessesFromSelf()) {
                check(access, ANYWHERE, "", broken);
                if (ForeignLibraries.isCore(each)) {
                    check(access, IN_CORE, "in the core ", broken);
                }
            }
        }
        return new ArrayList<>(broken);
    }

    private static void check(JavaAccess<?> access, Map<String, String> banned, String where, Set<String> broken) {
        String full = access.getTarget().getFullName();
        String advice = banned.getOrDefault(full, banned.get(full.replaceFirst("\\(.*", "")));
        if (advice != null) {
            broken.add(access.getOriginOwner().getName() + " line " + access.getLineNumber() + " " + where + "calls " + full
                    + "; " + advice);
        }
    }
}
