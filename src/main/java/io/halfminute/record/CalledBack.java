package io.halfminute.record;

import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackReason;
import io.halfminute.pbx.CallId;

/**
 * What a call of our own is for.
 *
 * @param ticket in which it is kept; 0 for that of {@code from}, or that of the number
 * @param from   the customer's call that it answers; null if none
 */
public record CalledBack(CallbackId callback, CallbackReason why, long ticket, CallId from) {

    static CalledBack of(Callback callback) {
        return new CalledBack(callback.id(), callback.request().why(), callback.request().ticket(), callback.request().from());
    }
}
