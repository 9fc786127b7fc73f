package io.halfminute.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values from the command line that stand in for those of {@code halfminute.yaml}, by the path of their key. They let two
 * instances share one folder of configuration.
 */
final class Overrides {

    static final Overrides NONE = new Overrides(Map.of());
    /** What a problem in one of them is reported under. */
    static final String SOURCE = "--set";

    private final Map<String, String> values;
    private final Set<String> used = new LinkedHashSet<>();

    Overrides(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * @param settings each {@code key=value}, such as {@code http.port=9080}
     * @throws IllegalArgumentException for one without {@code =}
     */
    static Map<String, String> parse(List<String> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--set \"" + setting + "\": what would do is KEY=VALUE, such as "
                        + "http.port=9080");
            }
            values.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return values;
    }

    Optional<String> of(String key) {
        used.add(key);
        return Optional.ofNullable(values.get(key));
    }

    void reportUnused(Problems problems) {
        values.keySet().stream().filter(key -> !used.contains(key)).sorted()
                .forEach(key -> problems.add(SOURCE, 0, key, "there is no such key; " + Nearest.advice(key, keys())));
    }

    private Collection<String> keys() {
        return used;
    }
}
