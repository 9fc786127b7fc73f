package io.halfminute.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes and checks password hashes by Argon2id (RFC 9106) with the first of the parameter sets that OWASP recommends for a
 * server: 19 MiB, two passes, one lane. Because each check takes that memory, only some run at once; more of them wait for
 * their turn, and for no longer than a limit.
 */
public final class Passwords {

    /** Memory of one check, in KiB. */
    public static final int MEMORY_KIB = 19 * 1024;
    /** Passes over that memory. */
    public static final int PASSES = 2;
    /** Lanes of one check. */
    public static final int LANES = 1;
    /** Bytes of the hash. */
    public static final int HASH_BYTES = 32;
    /** Bytes of the salt. */
    public static final int SALT_BYTES = 16;
    /** Longest password that is looked at; a longer one is simply wrong. */
    public static final int MAX_LENGTH = 256;

    private static final int GENERATED_BYTES = 15;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns;
    private final long waitMs;
    private final String nobodysHash;

    public Passwords(AccountLimits limits) {
        turns = new Semaphore(limits.hashesAtOnce(), true);
        waitMs = limits.hashWaitMs();
        nobodysHash = hash(generate());
    }

    /** A new random password of 120 bits: 20 letters and digits of the URL-safe alphabet. */
    public String generate() {
        byte[] bytes = new byte[GENERATED_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of a password with its salt and parameters, as {@code $argon2id$...}. */
    public String hash(String password) {
        Argon2Function function = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
    }

    /**
     * Whether the password is the one behind the hash. Takes the same time for a user who does not exist.
     *
     * @param hash null when there is none
     * @throws Busy when too many others are being checked
     */
    public boolean matches(String password, String hash) {
        if (password == null || password.length() > MAX_LENGTH) {
            return false;
        }
        takeTurn();
        try {
            boolean same = check(password, hash == null ? nobodysHash : hash);
            return same && hash != null;
        } finally {
            turns.release();
        }
    }

    private static boolean check(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(waitMs, TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    /** Too many passwords are being checked at once. */
    static final class Busy extends RuntimeException {
        Busy() {
            super("too many passwords are being checked at once", null, false, false);
        }
    }
}
