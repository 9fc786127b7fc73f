package io.halfminute.record;

import io.halfminute.callback.Callback;

/** What is to be kept after some events. Keeping the same one twice changes nothing. */
public sealed interface RecordChange {

    /** A call as it is now; replaces what was kept of it. */
    record CallKept(CallRecord call) implements RecordChange {
    }

    /** A callback as it is now; replaces what was kept of it. */
    record CallbackKept(Callback callback) implements RecordChange {
    }

    /** A decision, once. */
    record DecisionKept(KeptDecision decision) implements RecordChange {
    }

    /**
     * An agent went from one state to the next.
     *
     * @param ended null when nothing was known of him
     * @param begun null when nothing more is known of him
     */
    record ActivityKept(AgentActivity ended, AgentActivity begun) implements RecordChange {
    }
}
