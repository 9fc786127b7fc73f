package io.halfminute.queue;

/**
 * Something that can stand in one {@link Chain} at a time. It carries the links to its neighbours itself, so that taking a
 * place and giving it up allocate nothing.
 *
 * @param <T> what stands in the chain
 */
public abstract class Link<T extends Link<T>> {

    T before;
    T behind;

    /** Whether this one comes before the other; never depends on anything but the two, and never holds both ways round. */
    protected abstract boolean precedes(T other);

    /** Who stands next behind it in its chain; null when nobody does. */
    public final T behind() {
        return behind;
    }
}
