package io.halfminute.config;

import java.util.Set;

/** Names that have to be defined somewhere else. */
final class Known {

    private Known() {
    }

    static Parser<String> in(String what, Set<String> names) {
        return text -> {
            if (!names.contains(text)) {
                throw new IllegalArgumentException("there is no " + what + " \"" + text + "\"; "
                        + Nearest.advice(text, names));
            }
            return text;
        };
    }
}
