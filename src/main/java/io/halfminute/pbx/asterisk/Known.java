package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import java.util.Set;

/**
 * What earlier servers have left on record, so that it is clear which of the PBX's notes are news.
 *
 * @param untilMs every call that ended before this is on record, in milliseconds since 1970 on the PBX's clock; 0 when there has
 *                been no server before
 * @param open    calls on record whose end is not
 */
public record Known(long untilMs, Set<CallId> open) {

    /** There has been no server before. */
    public static final Known NOTHING = new Known(0, Set.of());

    public Known {
        open = Set.copyOf(open);
    }
}
