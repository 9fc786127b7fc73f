package io.halfminute.config;

import java.util.LinkedHashSet;
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

    Optional<String> of(String key) {
        used.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** Whether there is a value for a key in the section {@code path}. */
    boolean haveBelow(String path) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(path + "."));
    }

    void reportUnused(Problems problems) {
        values.keySet().stream().filter(key -> !used.contains(key)).sorted()
                .forEach(key -> problems.add(SOURCE, 0, key, "there is no such key; " + Nearest.advice(key, used)));
    }
}
