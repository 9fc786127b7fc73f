package io.halfminute.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
    /** By queue, not by equal ones, what its calls ask for to which nobody has added anything; by how many rings are open. */
    private final Map<QueueSpec, Numbered[]> plain = new IdentityHashMap<>();
    private int[] waiting = new int[64];
    private int changes;

    private record Numbered(Kind kind, int number) {
    }

    /** The number of the kind of calls that ask for what their queue does, which is not put together for each of them. */
    int plain(QueueSpec queue, int open) {
        if (plain.size() > KEPT) {
            plain.clear();
        }
        Numbered[] byOpen = plain.computeIfAbsent(queue, _ -> new Numbered[queue.rings().size()]);
        Numbered known = byOpen[open];
        if (known == null || !isStill(known.number, known.kind)) {
            int number = numberOf(Kind.of(queue, List.of(), open));
            known = new Numbered(kinds.get(number), number);
            byOpen[open] = known;
        }
        return known.number;
    }

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
