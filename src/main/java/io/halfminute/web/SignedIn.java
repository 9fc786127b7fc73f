package io.halfminute.web;

import io.halfminute.account.Role;
import io.halfminute.account.User;

/**
 * Somebody who is signed in.
 *
 * @param token a secret
 */
record SignedIn(User user, String token) {

    boolean isSupervisor() {
        return user.role() == Role.SUPERVISOR;
    }

    /** Without the token, so that it is in no log. */
    @Override
    public String toString() {
        return user.name();
    }
}
