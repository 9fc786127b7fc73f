package io.halfminute.account;

import java.util.Optional;

/** Keeps the hashes of passwords. MUST be durable when {@link #save} returns. Failures are unchecked exceptions. */
public interface UserStore {

    /** The hash of the user's password, with its parameters; empty if he has none. */
    Optional<String> hash(String user);

    /** Sets or replaces it. */
    void save(String user, String hash, long nowMs);
}
