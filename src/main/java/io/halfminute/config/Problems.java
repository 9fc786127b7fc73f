package io.halfminute.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while the files are read, so that an operator mends all of it in one go. */
final class Problems {

    /** More would scroll away; who has so many mends these first. */
    static final int MAX = 100;

    private final List<Problem> found = new ArrayList<>();
    private int count;

    void add(String file, int line, String key, String message) {
        count++;
        if (found.size() < MAX) {
            found.add(new Problem(file, line, key, message));
        }
    }

    /** How many there are, also those beyond {@link #MAX}. */
    int count() {
        return count;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigException(found);
        }
    }
}
