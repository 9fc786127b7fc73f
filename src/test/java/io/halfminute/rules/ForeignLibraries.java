package io.halfminute.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Each technology has one home, so that it can be replaced there; and the core has none, so that it runs on any clock. */
final class ForeignLibraries {

    /** What decides and what is shown: runs the same in production, in the simulator and in a replay. */
    static final List<String> CORE = List.of("time", "pbx", "call", "agent", "queue", "routing", "acd", "why", "record", "ticket",
            "forecast", "view", "simulation", "alarm");

    /**
     * A technology.
     *
     * @param packages where its classes are
     * @param homes    which packages of ours may use it
     * @param advice   what to do instead
     */
    record Technology(String name, List<String> packages, List<String> homes, String advice) {
    }

    private static final List<Technology> HOMES = List.of(
            new Technology("asterisk-java", List.of("org.asteriskjava"), List.of("pbx.asterisk"),
                    "speak of PbxEvent and PbxCommand instead"),
            new Technology("the database", List.of("java.sql", "javax.sql", "org.jooq", "com.zaxxer.hikari",
                    "org.flywaydb", "org.sqlite", "org.postgresql", "io.zonky"), List.of("store"),
                    "ask a port of record, ticket or account instead"),
            new Technology("Vert.x", List.of("io.vertx", "io.netty"), List.of("web", "server"),
                    "take a Consumer or a CompletableFuture instead"),
            new Technology("picocli", List.of("picocli"), List.of("server"),
                    "take typed values instead; commands and options are the server's"),
            new Technology("Micrometer", List.of("io.micrometer", "io.prometheus"), List.of("metric"),
                    "tell an AcdEvent, or hand a supplier to metric's Sources"),
            new Technology("Hazelcast", List.of("com.hazelcast"), List.of("cluster"),
                    "use what cluster offers instead"));

    private static final List<String> NOT_IN_CORE = List.of("io.vertx", "com.hazelcast", "io.micrometer", "io.prometheus",
            "org.asteriskjava", "java.sql", "javax.sql", "org.slf4j", "java.util.logging", "ch.qos.logback", "java.net",
            "java.nio.file", "com.fasterxml.jackson", "picocli");

    private ForeignLibraries() {
    }

    /** Uses of foreign classes outside their homes and in the core, each with advice. */
    static List<String> check(JavaClasses classes) {
        Set<String> broken = new TreeSet<>();
        for (JavaClass each : classes) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                checkHome(each, dependency.getTargetClass().getBaseComponentType(), broken);
                checkCore(each, dependency.getTargetClass().getBaseComponentType(), broken);
            }
        }
        return new ArrayList<>(broken);
    }

    private static void checkHome(JavaClass each, JavaClass used, Set<String> broken) {
        for (Technology technology : HOMES) {
            if (isIn(used.getPackageName(), technology.packages()) && !isAtHome(each, technology.homes())) {
                broken.add(each.getName() + " uses " + used.getName() + ", but " + technology.name() + " is used only in "
                        + technology.homes() + "; " + technology.advice());
            }
        }
    }

    private static void checkCore(JavaClass each, JavaClass used, Set<String> broken) {
        if (isCore(each) && isIn(used.getPackageName(), NOT_IN_CORE)) {
            broken.add(each.getName() + " is in the core and uses " + used.getName()
                    + "; the core decides and tells, and whoever calls it logs, stores and sends");
        }
    }

    /** Whether the class is in the core; {@code pbx.asterisk} and {@code alarm.webhook} are not. */
    static boolean isCore(JavaClass each) {
        return isAtHome(each, CORE) && !isAtHome(each, List.of("pbx.asterisk", "alarm.webhook"));
    }

    private static boolean isAtHome(JavaClass each, List<String> homes) {
        return isIn(each.getPackageName(), homes.stream().map(home -> ImportTable.ROOT + "." + home).toList());
    }

    private static boolean isIn(String name, List<String> packages) {
        return packages.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
    }
}
