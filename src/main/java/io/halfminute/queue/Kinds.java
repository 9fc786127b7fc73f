package io.halfminute.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for kinds of calls, small and dense. A number is kept as long as calls of its kind wait; beyond {@link #KEPT}
 * numbers those of which nobody waits are given to new kinds, since menus and tickets can ask for anything.
 */
final class Kinds {

    /** Kinds that are remembered though nobody of them waits. */
    static final int KEPT = 1_024;

    private final Map<Kind, Integer> numbers = new HashMap<>();
    private final List<Kind> kinds = new ArrayList<>();
    private int[] waiting = new int[64];
    private int changes;

    /** The number of this kind; {@code hint} is what it was, if that is still so. */
    int number(Kind kind, int hint) {
        return isStill(hint, kind) ? hint : numberOf(kind);
    }

    /** One more of them waits. */
    void enter(int number) {
        waiting[number]++;
    }

    private boolean isStill(int hint, Kind kind) {
        return hint >= 0 && hint < kinds.size() && kinds.get(hint) == kind;
    }

    private int numberOf(Kind kind) {
        Integer known = numbers.get(kind);
        return known == null ? give(kind) : known;
    }

    /** One less of them waits. */
    void leave(int number) {
        waiting[number]--;
    }

    private int give(Kind kind) {
        changes++;
        int number = kinds.size() < KEPT ? -1 : unused();
        if (number < 0) {
            number = kinds.size();
            kinds.add(kind);
            waiting = number < waiting.length ? waiting : Arrays.copyOf(waiting, 2 * number);
        } else {
            numbers.remove(kinds.set(number, kind));
        }
        numbers.put(kind, number);
        return number;
    }

    private int unused() {
        for (int number = 0; number < kinds.size(); number++) {
            if (waiting[number] == 0) {
                return number;
            }
        }
        return -1;
    }

    /** Grows whenever a number gets a meaning. */
    int changes() {
        return changes;
    }

    List<Kind> all() {
        return kinds;
    }
}
