package io.halfminute.record;

import java.util.List;

/** One call with everything that is known of it. */
public record CallStory(CallEntry entry, List<KeptDecision> decisions) {
    public CallStory {
        decisions = List.copyOf(decisions);
    }
}
