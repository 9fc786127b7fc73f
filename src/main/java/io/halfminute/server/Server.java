package io.halfminute.server;

import io.halfminute.config.Configuration;

/** All parts, started and stopped in order. */
public final class Server implements AutoCloseable {

    /**
     * @param place         for the data folder, and to read the configuration again when it changes
     * @param configuration checked
     */
    public Server(Place place, Configuration configuration) {
    }

    /**
     * Starts everything; returns when it is ready.
     *
     * @throws StartFailure for what an operator can mend
     */
    public void start() {
    }

    /** Stops everything, in the opposite order. Calls that go on in the PBX go on. */
    @Override
    public void close() {
    }
}
