package io.halfminute.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** A query of a metric that does not exist shows an empty panel or never wakes anybody: nobody would notice. */
class DashboardTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:halfminute|jvm|process|system)_\\w+");
    private static final Pattern PART = Pattern.compile("_(bucket|sum|count)$");

    private static Set<String> exported() {
        Sources sources = new Sources(new Sources.Ami(() -> true, () -> 0, () -> 0, () -> 0, () -> 0),
                new Sources.Outbox(() -> 0, () -> 0, () -> 0), new Sources.Machine(() -> 0, () -> 0, () -> 0, () -> false),
                new Sources.Level(() -> 1, () -> 1), new Sources.Forecasts(() -> 1, () -> 0, () -> 0, () -> 0, () -> 0),
                cause -> 0, new Sources.Journal(() -> 0, () -> 0), kind -> 0, new SomeLevels());
        try (Metrics metrics = new Metrics(sources, InstantSource.system(), 1)) {
            Set<String> names = new TreeSet<>();
            Pattern.compile("^# TYPE (\\w+) ", Pattern.MULTILINE).matcher(metrics.scrape()).results()
                    .forEach(family -> names.add(family.group(1)));
            return names;
        }
    }

    private static void assertKnown(List<String> queries) {
        Set<String> exported = exported();
        for (String query : queries) {
            METRIC.matcher(query).results().map(found -> found.group()).forEach(name ->
                    assertTrue(exported.contains(name) || exported.contains(PART.matcher(name).replaceFirst("")),
                            name + " of the query \"" + query + "\" is not exported; docs/metrics.md lists what is"));
        }
    }

    private static List<String> dashboard() throws IOException {
        JsonObject dashboard = new JsonObject(Files.readString(Path.of("ops/grafana/halfminute.json")));
        List<String> queries = new ArrayList<>();
        dashboard.getJsonArray("panels").stream().map(JsonObject.class::cast).filter(panel -> panel.containsKey("targets"))
                .forEach(panel -> panel.getJsonArray("targets").forEach(query -> queries.add(((JsonObject) query).getString("expr"))));
        queries.add(dashboard.getJsonObject("templating").getJsonArray("list").getJsonObject(2).getString("query"));
        return queries;
    }

    @SuppressWarnings("unchecked")
    private static List<String> rules() throws IOException {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(Path.of("ops/prometheus/rules.yaml")));
        List<String> queries = new ArrayList<>();
        file.get("groups").forEach(group -> ((List<Map<String, Object>>) group.get("rules"))
                .forEach(rule -> queries.add((String) rule.get("expr"))));
        return queries;
    }

    @Test
    void everyQueryOfTheDashboardNamesAMetricThatIsExported() throws IOException {
        assertTrue(dashboard().size() > 30);
        assertKnown(dashboard());
    }

    @Test
    void everyAlertNamesAMetricThatIsExported() throws IOException {
        assertTrue(rules().size() > 8);
        assertKnown(rules());
    }

    @Test
    void everyMetricOfOursThatPeopleWatchIsOnTheDashboard() throws IOException {
        String all = String.join("\n", dashboard());
        List<String> missing = List.of("halfminute_oldest_wait_seconds", "halfminute_service_level_ratio", "halfminute_agents",
                "halfminute_service_level_good_total",
                "halfminute_calls_late_total", "halfminute_ami_event_lag_seconds", "halfminute_ami_gaps_total",
                "halfminute_outbox_entries", "halfminute_machine_step_seconds", "jvm_memory_used_bytes", "halfminute_alarm").stream()
                .filter(name -> !all.contains(name)).toList();
        assertEquals(List.of(), missing);
    }
}
