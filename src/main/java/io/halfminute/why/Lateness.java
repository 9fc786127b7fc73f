package io.halfminute.why;

import java.util.List;

/**
 * Why a call missed its deadline.
 *
 * @param lateMs  how long after the deadline somebody picked up; -1 when nobody has
 * @param reasons at least one, the one that is counted first
 */
public record Lateness(long lateMs, List<LateReason> reasons) {

    /** {@link #lateMs} of a call that nobody has picked up. */
    public static final long NEVER = -1;

    public Lateness {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a late call has at least one cause, if only that nobody watched");
        }
    }

    /** What it is counted by. */
    public LateCause cause() {
        return reasons.getFirst().cause();
    }

    /** The same call, of which more is known of its end than of its beginning: the server was started in between. */
    public Lateness after(Lateness earlier) {
        boolean blind = cause() == LateCause.UNSEEN && earlier != null;
        return blind ? new Lateness(lateMs, earlier.reasons) : this;
    }
}
