package io.halfminute.account;

/**
 * A user who is signed in.
 *
 * @param token     256 random bits as 43 URL-safe characters; a secret, and known to nobody but the user's browser
 * @param expiresMs when he has to sign in again
 */
public record Session(String token, User user, long expiresMs) {

    /** Without the token, so that it is in no log. */
    @Override
    public String toString() {
        return "Session[" + user.name() + " until " + expiresMs + "]";
    }
}
