package io.halfminute.queue;

/**
 * A line in order. Who enters mostly belongs to the end (he came last) or to the front (he comes back), so his place is
 * looked for from both ends at once: the cost is the distance to the nearer end.
 *
 * @param <T> what stands in it
 */
public final class Chain<T extends Link<T>> {

    private T first;
    private T last;

    /** Who comes first; null when nobody is there. */
    public T first() {
        return first;
    }

    /** Takes the place that the order gives; it must not stand in a chain. */
    public void enter(T link) {
        T fromFront = first;
        T fromBack = last;
        while (fromBack != null) {
            if (!link.precedes(fromBack)) {
                put(link, fromBack, fromBack.behind);
                return;
            }
            if (link.precedes(fromFront)) {
                put(link, fromFront.before, fromFront);
                return;
            }
            fromBack = fromBack.before;
            fromFront = fromFront.behind;
        }
        put(link, null, null);
    }

    private void put(T link, T before, T behind) {
        link.before = before;
        link.behind = behind;
        if (before == null) {
            first = link;
        } else {
            before.behind = link;
        }
        if (behind == null) {
            last = link;
        } else {
            behind.before = link;
        }
    }

    /** Gives the place up; it must stand in this chain. */
    public void leave(T link) {
        if (link.before == null) {
            first = link.behind;
        } else {
            link.before.behind = link.behind;
        }
        if (link.behind == null) {
            last = link.before;
        } else {
            link.behind.before = link.before;
        }
        link.before = null;
        link.behind = null;
    }
}
