package io.halfminute.web;

import io.halfminute.account.Accounts;
import io.halfminute.account.SignIn;
import io.halfminute.account.User;
import java.util.Optional;

/**
 * Signing in and out. Every method may block; a store that cannot be reached is a
 * {@link io.halfminute.record.CallQueries.Unavailable}.
 */
public interface SessionDesk {

    /**
     * Tries to sign in.
     *
     * @param name     as typed; may be anything
     * @param password as typed; may be anything
     * @param address  from where, for the limit on wrong tries
     */
    SignIn signIn(String name, String password, String address);

    /** Who is behind a token; empty if it holds no longer. */
    Optional<User> session(String token);

    /** Ends a session; one that is not there is no error. */
    void signOut(String token);

    /** The real one. */
    static SessionDesk of(Accounts accounts) {
        return new SessionDesk() {
            @Override
            public SignIn signIn(String name, String password, String address) {
                return accounts.signIn(name, password, address);
            }

            @Override
            public Optional<User> session(String token) {
                return accounts.session(token);
            }

            @Override
            public void signOut(String token) {
                accounts.signOut(token);
            }
        };
    }
}
