package io.halfminute.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places by kind, each kind with a chain of those in time and one of those that are late. Beside them lies what a search
 * reads: one bit for each kind in which somebody waits, and for each of these the order of who comes first, as arrays that
 * are read in a row. Kinds are numbered from 0, densely; what a number means is the caller's business.
 */
public final class Lanes {

    private static final class Lane {
        int size;
        final Chain<Place> inTime = new Chain<>();
        final Chain<Place> late = new Chain<>();

        Chain<Place> of(Place place) {
            return place.isLate() ? late : inTime;
        }

        Place first() {
            Place one = inTime.first();
            Place other = late.first();
            return one == null || other != null && other.precedes(one) ? other : one;
        }
    }

    private Lane[] lanes = new Lane[0];
    private long[] waiting = new long[0];
    private long[] firstOrderMs = new long[0];
    private Place[] first = new Place[0];
    private int size;

    /** Takes a place among those of its kind. */
    public void enter(Place place, int kind) {
        grow(kind);
        place.kind = kind;
        lanes[kind].of(place).enter(place);
        size++;
        lanes[kind].size++;
        look(kind);
    }

    /** Gives its place up. */
    public void leave(Place place) {
        int kind = place.kind;
        lanes[kind].of(place).leave(place);
        place.kind = Place.NOWHERE;
        size--;
        lanes[kind].size--;
        look(kind);
    }

    private void look(int kind) {
        Place now = lanes[kind].first();
        first[kind] = now;
        if (now == null) {
            waiting[kind >> 6] &= ~(1L << kind);
        } else {
            waiting[kind >> 6] |= 1L << kind;
            firstOrderMs[kind] = now.orderMs();
        }
    }

    private void grow(int kind) {
        int had = lanes.length;
        if (kind >= had) {
            int room = Math.max(64, Integer.highestOneBit(kind) << 1);
            lanes = Arrays.copyOf(lanes, room);
            first = Arrays.copyOf(first, room);
            firstOrderMs = Arrays.copyOf(firstOrderMs, room);
            waiting = Arrays.copyOf(waiting, room >> 6);
            for (int added = had; added < room; added++) {
                lanes[added] = new Lane();
            }
        }
    }

    /**
     * Who comes first of the kinds whose bit is set; null when nobody does.
     *
     * @param kinds one bit for each kind; may be shorter than what there is
     */
    public Place first(long[] kinds) {
        long best = Long.MAX_VALUE;
        Place found = null;
        int words = Math.min(kinds.length, waiting.length);
        for (int word = 0; word < words; word++) {
            for (long bits = kinds[word] & waiting[word]; bits != 0; bits &= bits - 1) {
                int kind = (word << 6) + Long.numberOfTrailingZeros(bits);
                long order = firstOrderMs[kind];
                if (order < best || order == best && (found == null || first[kind].precedes(found))) {
                    best = order;
                    found = first[kind];
                }
            }
        }
        return found;
    }

    /** Who comes first of this kind; null when nobody waits. */
    public Place first(int kind) {
        return kind < first.length ? first[kind] : null;
    }

    /** Who comes first of those of this kind who are in time; null when nobody is. */
    public Place firstInTime(int kind) {
        return kind < lanes.length ? lanes[kind].inTime.first() : null;
    }

    /** How many have a place. */
    public int size() {
        return size;
    }

    /** How many of this kind have a place. */
    public int size(int kind) {
        return kind < lanes.length ? lanes[kind].size : 0;
    }

    /** Everybody, in the order in which they are served; a copy. */
    public List<Place> inOrder() {
        List<Place> all = new ArrayList<>(size);
        for (Lane lane : lanes) {
            addAll(lane.inTime, all);
            addAll(lane.late, all);
        }
        all.sort((one, other) -> one == other ? 0 : one.precedes(other) ? -1 : 1);
        return all;
    }

    private static void addAll(Chain<Place> chain, List<Place> all) {
        for (Place place = chain.first(); place != null; place = place.behind()) {
            all.add(place);
        }
    }
}
