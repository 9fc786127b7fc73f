package io.halfminute.account;

import java.util.List;
import java.util.Optional;

/** Keeps sessions by the SHA-256 of their token. Failures are unchecked exceptions. */
public interface SessionStore {

    /** A session as it is kept. */
    record Kept(String user, long createdMs, long expiresMs) {
    }

    /** The session with this token hash, also one that has expired. */
    Optional<Kept> find(byte[] tokenHash);

    /**
     * Adds a session, and removes the user's oldest ones so that {@code most} remain.
     *
     * @return the token hashes of those that were removed
     */
    List<byte[]> add(byte[] tokenHash, Kept session, int most);

    /** Removes one; one that is not there is no error. */
    void remove(byte[] tokenHash);

    /** Removes those that expired before. */
    int removeExpired(long nowMs);
}
