package io.halfminute.ledger;

import io.halfminute.queue.ServiceLevel;
import io.halfminute.record.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every version of every definition of the service level, and which was valid when. */
public final class Definitions {

    /** The one that the hotline is measured by: of all calls, which neither routing nor menu can embellish (TEL-30). */
    public static final ServiceLevel HOUSE_OWN = ServiceLevel.OF_ALL_CALLS;

    /**
     * Those of this program. To change one, append its next version with a day that is still to come; the lines that are
     * there stay as they are.
     */
    public static final Definitions HOUSE = new Definitions(Arrays.stream(ServiceLevel.values()).map(Definition::first).toList());

    private final Map<ServiceLevel, NavigableMap<Long, Definition>> versions = new EnumMap<>(ServiceLevel.class);

    /** @param all of each level its versions in order; the first valid from 0 */
    public Definitions(List<Definition> all) {
        for (Definition each : all) {
            NavigableMap<Long, Definition> known = versions.computeIfAbsent(each.level(), _ -> new TreeMap<>());
            boolean follows = known.isEmpty() ? each.version() == 1 && each.validFromMs() == 0
                    : each.version() == known.lastEntry().getValue().version() + 1 && each.validFromMs() > known.lastKey();
            if (!follows) {
                throw new IllegalArgumentException(each.level() + " version " + each.version() + " valid from "
                        + each.validFromMs() + " does not follow " + known.keySet()
                        + ": versions count from 1, the first is valid from 0, each later one from a later time");
            }
            known.put(each.validFromMs(), each);
        }
        if (versions.size() != ServiceLevel.values().length) {
            throw new IllegalArgumentException("definitions only of " + versions.keySet() + "; each level needs one");
        }
    }

    /** The version that counts a call which arrived then. */
    public Definition at(ServiceLevel level, long arrivedMs) {
        return versions.get(level).floorEntry(Math.max(0, arrivedMs)).getValue();
    }

    /** Every version that counts some of the window's calls, by level and version. */
    public List<Definition> in(Window window) {
        return versions.keySet().stream().flatMap(level -> pieces(window).stream().map(piece -> at(level, piece.fromMs())))
                .distinct().toList();
    }

    /** Until when a version is valid: when the next one begins, 0 for the last. */
    public long validToMs(Definition definition) {
        Long next = versions.get(definition.level()).higherKey(definition.validFromMs());
        return next == null ? 0 : next;
    }

    /** The window, cut wherever the version of some definition changes, so that in each piece each has only one. */
    List<Window> pieces(Window window) {
        SortedSet<Long> cuts = new TreeSet<>(List.of(window.fromMs(), window.toMs()));
        versions.values().stream().flatMap(known -> known.keySet().stream())
                .filter(cut -> cut > window.fromMs() && cut < window.toMs()).forEach(cuts::add);
        List<Long> edges = List.copyOf(cuts);
        List<Window> pieces = new ArrayList<>();
        for (int at = 1; at < edges.size(); at++) {
            pieces.add(new Window(edges.get(at - 1), edges.get(at)));
        }
        return pieces;
    }

    /** Those of the house with some versions more. */
    static Definitions withMore(Definition... later) {
        return new Definitions(Stream.concat(Arrays.stream(ServiceLevel.values()).map(Definition::first), Stream.of(later))
                .toList());
    }
}
