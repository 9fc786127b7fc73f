package io.halfminute.queue;

/** A place in the waiting line: in which order, and among calls of which {@link Kind}. */
public abstract class Place extends Link<Place> {

    /** It stands nowhere. */
    static final int NOWHERE = -1;

    private long orderMs;
    private boolean late;
    int kind = NOWHERE;

    /**
     * Where it belongs from now on. Not while it stands in the line.
     *
     * @param orderMs the smaller is served first
     * @param late    whether it is not in time any more; no part of the order, it keeps chains apart in which nearly
     *                everybody enters at the end
     */
    protected final void order(long orderMs, boolean late) {
        this.orderMs = orderMs;
        this.late = late;
    }

    /** The smaller is served first. */
    public final long orderMs() {
        return orderMs;
    }

    /** Whether it is not in time any more. */
    public final boolean isLate() {
        return late;
    }

    /** The number of its kind in the line in which it stands. */
    public final int kind() {
        return kind;
    }

    /** Whether it stands in a line. */
    public final boolean isTaken() {
        return kind != NOWHERE;
    }

    @Override
    protected final boolean precedes(Place other) {
        return orderMs < other.orderMs || orderMs == other.orderMs && comesBefore(other);
    }

    /** Decides between equal orders; not by chance. */
    protected abstract boolean comesBefore(Place other);
}
