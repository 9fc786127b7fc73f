package io.halfminute.callback;

import io.halfminute.call.BrandId;
import java.util.Map;

/**
 * Callbacks as configured. A callback stands in the one order as if its customer had waited on since he first arrived, less
 * {@code creditMs}; so callers who can still be in time come first as long as they do for late callers, and nobody who waits
 * longer than the longest wait of the policy is overtaken, callback or not. That callbacks, most of which are old, do not take
 * everybody from those who wait on the line, never more than {@code share} of the agents at work, one at least, are with
 * callbacks; that callbacks do not starve, a part that comes free goes to the first of them that its agent can take.
 *
 * @param most          open callbacks; more are refused. 0 for none at all
 * @param afterAbandon  who hung up before anybody picked up gets one
 * @param abandonMs     if he had waited so long
 * @param afterRefusal  who could not be taken gets one
 * @param tries         how often a customer is tried
 * @param spacingMs     between two tries
 * @param dialMs        how long the customer's phone rings at most
 * @param validMs       after that a callback is given up
 * @param outgoing      how each shop dials; one without gets no callbacks
 * @param key           who waits may choose one by a key
 */
public record CallbackSpec(int most, boolean afterAbandon, int abandonMs, boolean afterRefusal, int tries, int spacingMs,
                           int dialMs, long validMs, int creditMs, double share, CallHours hours,
                           Map<BrandId, Outgoing> outgoing, ByKey key) {

    /** No callbacks. */
    public static final CallbackSpec OFF = new CallbackSpec(0, false, 0, false, 1, 1, 1, 1, 0, 0, CallHours.ALWAYS, Map.of());

    public CallbackSpec {
        outgoing = Map.copyOf(outgoing);
        // What an earlier version has written in a journal does not have it.
        key = key == null ? ByKey.OFF : key;
    }

    /** Nobody chooses one by a key. */
    public CallbackSpec(int most, boolean afterAbandon, int abandonMs, boolean afterRefusal, int tries, int spacingMs,
                        int dialMs, long validMs, int creditMs, double share, CallHours hours,
                        Map<BrandId, Outgoing> outgoing) {
        this(most, afterAbandon, abandonMs, afterRefusal, tries, spacingMs, dialMs, validMs, creditMs, share, hours, outgoing,
                ByKey.OFF);
    }

    /** The same, and who waits may choose one in this way. */
    public CallbackSpec by(ByKey how) {
        return new CallbackSpec(most, afterAbandon, abandonMs, afterRefusal, tries, spacingMs, dialMs, validMs, creditMs, share,
                hours, outgoing, how);
    }

    /** How many may be under way at once with so many agents at work. */
    public int atOnce(int atWork) {
        return Math.max(1, (int) (atWork * share));
    }
}
