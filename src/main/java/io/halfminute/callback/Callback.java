package io.halfminute.callback;

import io.halfminute.pbx.CallId;

/**
 * A callback as it is at one moment.
 *
 * @param call    the attempt under way, or the customer's own call that holds it; null if there is none. Of a closed one the
 *                last of them
 * @param tries   how often the customer's side was tried in vain
 * @param nextMs  not before then is it tried
 * @param untilMs after that it is given up
 * @param cause   what came of the last attempt, for people; empty before the first
 */
public record Callback(CallbackId id, CallbackRequest request, CallbackState state, CallId call, int tries, long nextMs,
                       long untilMs, String cause, long changedMs) {

    /** As it is made. */
    public static Callback of(CallbackId id, CallbackRequest request, long nextMs, long untilMs, long nowMs) {
        return new Callback(id, request, CallbackState.WAITING, null, 0, nextMs, untilMs, "", nowMs);
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** It is promised once more. */
    public Callback joined(CallbackRequest again, long nowMs) {
        return new Callback(id, request.joined(again), state, call, tries, nextMs, untilMs, cause, nowMs);
    }

    /** It is tried, or the customer's own call holds it. */
    public Callback with(CallbackState now, CallId by, long nowMs) {
        return new Callback(id, request, now, by, tries, nextMs, untilMs, cause, nowMs);
    }

    /** It waits, for the first time or again. */
    public Callback waiting(int triesSoFar, long next, String lastCause, long nowMs) {
        return new Callback(id, request, CallbackState.WAITING, null, triesSoFar, next, untilMs, lastCause, nowMs);
    }

    /** Nothing more is to be done. */
    public Callback closed(CallbackState how, int triesInAll, String lastCause, long nowMs) {
        return new Callback(id, request, how, call, triesInAll, nextMs, untilMs, lastCause, nowMs);
    }
}
