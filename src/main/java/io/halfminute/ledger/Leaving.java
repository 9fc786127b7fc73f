package io.halfminute.ledger;

import io.halfminute.call.CallEnd;
import io.halfminute.record.CallRecord;

/** How a call left the line, or that it never stood in one. */
public enum Leaving {
    /** An agent talked with the caller. */
    ANSWERED,
    /** The caller hung up while he stood in the line. */
    HUNG_UP,
    /** The hotline took him out of the line: he had waited too long and was diverted, or he was refused after all. */
    TAKEN_OUT,
    /** By a key, for a promise to be called. */
    CALLBACK,
    /** By a key, otherwise: he left a message. */
    KEY,
    /** Refused, closed out, or hung up in the menu. */
    NEVER_QUEUED;

    /** @param lineMs when the call first stood in a line, 0 if it never did */
    static Leaving of(CallRecord call, long lineMs) {
        if (call.milestones().answeredMs() > 0 || call.end() == CallEnd.ANSWERED) {
            return ANSWERED;
        }
        if (lineMs == 0) {
            return NEVER_QUEUED;
        }
        return switch (call.end()) {
            case ABANDONED -> HUNG_UP;
            case CALLBACK_TAKEN -> CALLBACK;
            case VOICEMAIL -> KEY;
            case DIVERTED, REFUSED -> TAKEN_OUT;
            case ANSWERED -> ANSWERED;
            // A call of our own; none comes into the ledger.
            case NOT_REACHED -> NEVER_QUEUED;
        };
    }
}
