package io.halfminute.simulation;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;

/** What is driven and watched: {@link Acd}, or one that a test has spoilt to see whether the spoiling is noticed. */
public interface Machine {

    /** @see Acd#apply */
    Outputs apply(AcdInput input, long nowMs);

    /** @see Acd#nextDeadlineMs */
    long nextDeadlineMs();

    /** The real one. */
    static Machine of(Acd acd) {
        return new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                return acd.apply(input, nowMs);
            }

            @Override
            public long nextDeadlineMs() {
                return acd.nextDeadlineMs();
            }
        };
    }
}
