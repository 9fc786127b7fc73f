package io.halfminute.callback;

/** Where a callback stands. */
public enum CallbackState {
    /** For its time, or for an agent. */
    WAITING,
    /** An agent's phone rings for it, or the customer's does. */
    UNDER_WAY,
    /** An agent talks with the customer. */
    TALKING,
    /** The customer has rung himself and stands in the callback's place. */
    HELD,
    /** An agent has talked with the customer. */
    REACHED,
    /** The customer rang himself and was served. */
    CAME_BACK,
    /** All tries are used up. */
    NOT_REACHED,
    /** Its time is over. */
    EXPIRED,
    /** Somebody took it back. */
    CANCELLED;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return switch (this) {
            case WAITING, UNDER_WAY, TALKING, HELD -> true;
            case REACHED, CAME_BACK, NOT_REACHED, EXPIRED, CANCELLED -> false;
        };
    }
}
