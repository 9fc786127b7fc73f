package io.halfminute.account;

/** What came of a try to sign in. */
public sealed interface SignIn {

    /** He is in. */
    record Granted(Session session) implements SignIn {
    }

    /** The name or the password is wrong; which of the two is not told. */
    record Refused() implements SignIn {
    }

    /**
     * Too many wrong tries, or too many at once; nothing was checked.
     *
     * @param retryAfterMs when it makes sense to try again
     */
    record Throttled(long retryAfterMs) implements SignIn {
    }
}
