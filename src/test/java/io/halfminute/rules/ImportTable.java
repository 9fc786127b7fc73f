package io.halfminute.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which of our packages may use which, written once. A package is named without {@code io.halfminute}; what lies below it
 * belongs to it, unless it has a row of its own. Whoever may use a package may use what that one may use, since it meets
 * those words in its signatures; a row made by {@link Row#only} may not.
 */
final class ImportTable {

    static final String ROOT = "io.halfminute";

    /** A row; {@code open} rows may also use what their packages may use. */
    record Row(Set<String> packages, boolean open) {
        static Row uses(String... packages) {
            return new Row(Set.of(packages), true);
        }

        static Row only(String... packages) {
            return new Row(Set.of(packages), false);
        }
    }

    /** The table of the project, from the bottom up. */
    static final ImportTable HOUSE = new ImportTable(Map.ofEntries(
            Map.entry("time", Row.uses()),
            Map.entry("pbx", Row.uses()),
            Map.entry("call", Row.uses("pbx", "time")),
            Map.entry("agent", Row.uses("call", "time")),
            Map.entry("queue", Row.uses("call", "agent", "time")),
            Map.entry("routing", Row.uses("call", "agent", "queue", "time")),
            Map.entry("alarm", Row.uses()),
            Map.entry("alarm.webhook", Row.uses("alarm")),
            Map.entry("callback", Row.uses("queue", "agent", "call", "time")),
            Map.entry("acd", Row.uses("callback", "routing", "queue", "agent", "call", "pbx", "time")),
            Map.entry("why", Row.uses("acd")),
            Map.entry("record", Row.uses("acd", "why")),
            Map.entry("ticket", Row.uses("record", "call")),
            Map.entry("ledger", Row.uses("record")),
            Map.entry("day", Row.uses("record")),
            Map.entry("account", Row.only("agent")),
            Map.entry("forecast", Row.uses("acd", "record")),
            Map.entry("view", Row.uses("acd", "record", "ticket", "forecast", "alarm")),
            Map.entry("simulation", Row.uses("acd", "pbx")),
            Map.entry("simulation.peer", Row.uses("simulation")),
            Map.entry("study", Row.uses("simulation.peer")),
            Map.entry("pbx.asterisk", Row.uses("pbx")),
            Map.entry("store", Row.uses("record", "ledger", "ticket", "account")),
            Map.entry("cluster", Row.uses("acd", "pbx")),
            Map.entry("journal", Row.uses("acd")),
            Map.entry("metric", Row.uses("acd", "why", "alarm")),
            Map.entry("web", Row.uses("view", "forecast", "alarm", "acd", "agent", "record", "ledger", "ticket", "account")),
            Map.entry("config", Row.uses("acd", "forecast", "simulation", "alarm", "ticket")),
            Map.entry("demo", Row.only()),
            Map.entry("server", Row.uses("acd", "journal", "forecast", "pbx.asterisk", "store", "cluster", "metric", "web", "config",
                    "alarm.webhook",
                    "view", "simulation", "study", "account", "ticket", "record", "ledger", "day", "demo"))));

    private final Map<String, Row> rows;

    ImportTable(Map<String, Row> rows) {
        this.rows = new TreeMap<>(rows);
    }

    /** What {@code name} may use of ours. */
    Set<String> allowed(String name) {
        Set<String> allowed = new TreeSet<>();
        collect(name, allowed);
        return allowed;
    }

    private void collect(String name, Set<String> allowed) {
        Row row = rows.get(name);
        for (String used : row.packages) {
            if (allowed.add(used) && row.open) {
                collect(used, allowed);
            }
        }
    }

    /** Packages that may, over others, use themselves; there should be none. */
    List<String> circles() {
        return rows.keySet().stream().filter(name -> allowed(name).contains(name)).toList();
    }

    /** What breaks the table, each with advice. */
    List<String> check(JavaClasses classes) {
        Set<String> broken = new TreeSet<>();
        for (JavaClass each : classes) {
            if (!each.getPackageName().equals(ROOT)) {
                check(each, broken);
            }
        }
        return new ArrayList<>(broken);
    }

    private void check(JavaClass each, Set<String> broken) {
        String from = rowOf(each.getPackageName());
        if (from == null) {
            broken.add(each.getName() + " is in a package without a row; give " + each.getPackageName()
                    + " one in ImportTable and in the table of the architecture, or move the class");
            return;
        }
        for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
            String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
            String to = rowOf(target);
            if (to != null && !to.equals(from) && !allowed(from).contains(to)) {
                broken.add(each.getName() + " uses " + dependency.getTargetClass().getBaseComponentType().getName()
                        + ", but " + from + " may use only " + allowed(from) + "; maybe the word belongs further down, or "
                        + from + " should have a port (an interface) that " + to + " fills");
            }
        }
    }

    /** The row that a package of ours belongs to, null if it has none or is not ours. */
    private String rowOf(String packageName) {
        if (!packageName.startsWith(ROOT + ".")) {
            return null;
        }
        String name = packageName.substring(ROOT.length() + 1);
        while (!rows.containsKey(name) && name.contains(".")) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return rows.containsKey(name) ? name : null;
    }
}
