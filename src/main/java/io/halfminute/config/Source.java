package io.halfminute.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Where a value comes from and where its problems go. */
record Source(String file, Overrides overrides, Problems problems) {

    void problem(int line, String key, String message) {
        problems.add(file, line, key, message);
    }

    /** The value, or nothing and a problem. */
    <T> Optional<T> parse(int line, String key, String text, Parser<T> parser) {
        try {
            return Optional.of(parser.parse(text));
        } catch (IllegalArgumentException wrong) {
            problem(line, key, wrong.getMessage());
            return Optional.empty();
        }
    }

    void unknown(int line, String key, String name, Collection<String> known) {
        problem(line, key, "there is no such key; " + adviceFor(name, known));
    }

    private static String adviceFor(String name, Collection<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("password") || lower.contains("secret")) {
            return "secrets do not belong into the configuration: they are kept in the data folder, a file each";
        }
        return Nearest.advice(name, known);
    }
}
