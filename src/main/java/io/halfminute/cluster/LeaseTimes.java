package io.halfminute.cluster;

import java.time.Duration;

/**
 * The times of the lease. A leader's failure is noticed after at most {@code length} and {@code seek} together.
 *
 * @param length how long a lease lasts from its last renewal
 * @param renew  how often the leader renews it
 * @param seek   how often the others look whether it is free
 * @param margin so long before its end the leader stops to command, for what was sent may arrive late
 */
public record LeaseTimes(Duration length, Duration renew, Duration seek, Duration margin) {

    public LeaseTimes {
        if (renew.multipliedBy(2).plus(margin).compareTo(length) > 0) {
            throw new IllegalArgumentException("a lease of " + length.toMillis() + " ms that is renewed every "
                    + renew.toMillis() + " ms is lost by one late renewal; what would do is a lease of at least two renewals "
                    + "and the margin of " + margin.toMillis() + " ms");
        }
    }

    /** Derived from the length alone. */
    public static LeaseTimes of(Duration length) {
        return new LeaseTimes(length, length.dividedBy(5), length.dividedBy(8), length.dividedBy(4));
    }
}
