package io.halfminute.cluster;

import java.time.Duration;

/**
 * Where the lease is written. Its methods throw an unchecked exception when it cannot be reached, and may take as long as a
 * connection takes to fail.
 */
public interface LeaseBook {

    /**
     * Takes the lease if it is free: never taken, over by the book's own clock, or this node's already (a node that starts
     * again need not wait for itself).
     *
     * @return the lease as it is now, whoever has it
     */
    Lease seek(String node, String address, Duration length);

    /** Holds on to the lease for {@code length} from now; false when somebody else has taken it. */
    boolean renew(Lease mine, Duration length);

    /** Gives it up, so that the next one need not wait for its end. */
    void release(Lease mine);
}
