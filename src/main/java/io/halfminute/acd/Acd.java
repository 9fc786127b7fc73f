package io.halfminute.acd;

import io.halfminute.time.Timers;
import java.util.List;
import java.util.Optional;

/** The machine; see the package. */
public final class Acd {

    /**
     * @param firstOffer the id of the first offer; larger than any that an earlier run used
     */
    public Acd(Setup setup, long firstOffer) {
    }

    /** One step. */
    public Outputs apply(AcdInput input, long nowMs) {
        return new Outputs(List.of(), List.of(), Optional.empty());
    }

    /** When the next {@link AcdInput.Tick} is due, or {@link Timers#NEVER}. */
    public long nextDeadlineMs() {
        return Timers.NEVER;
    }
}
