package io.halfminute.account;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Signing in and out. Thread safe; every method but {@link #user} may block on the store or on a password's check, so call it
 * from a virtual thread.
 */
public final class Accounts {

    private static final long BUSY_RETRY_MS = 1_000;

    private final UserStore users;
    private final Passwords passwords;
    private final PasswordFolder folder;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final InstantSource clock;
    private volatile Map<String, User> configured = Map.of();

    public Accounts(UserStore users, SessionStore sessions, PasswordFolder folder, AccountLimits limits,
                    InstantSource clock) {
        this.users = users;
        this.folder = folder;
        this.passwords = new Passwords(limits);
        this.sessions = new Sessions(sessions, limits);
        this.throttle = new SignInThrottle(limits);
        this.clock = clock;
    }

    /**
     * These users, and no others, may sign in from now on. A user who has no password yet gets one: the one in his file if
     * there is a file, else a new one, which is written there. Sessions of users who are gone end at once.
     */
    public void ensure(Collection<User> wanted) {
        wanted.forEach(this::ensurePassword);
        configured = wanted.stream().collect(Collectors.toUnmodifiableMap(User::name, Function.identity()));
    }

    private void ensurePassword(User user) {
        if (users.hash(user.name()).isPresent()) {
            return;
        }
        String password = folder.read(user).orElseGet(passwords::generate);
        folder.write(user, password);
        users.save(user.name(), passwords.hash(password), clock.millis());
    }

    /**
     * Tries to sign in.
     *
     * @param name     as typed; may be anything
     * @param password as typed; may be anything
     * @param address  where the try comes from, by the server's own knowledge
     */
    public SignIn signIn(String name, String password, String address) {
        String known = User.isName(name) ? name : "";
        long waitMs = throttle.waitMs(known, address, clock.millis());
        if (waitMs > 0) {
            return new SignIn.Throttled(waitMs);
        }
        throttle.tried(known, address, clock.millis());
        try {
            return check(known, password, address);
        } catch (Passwords.Busy busy) {
            throttle.notChecked(known, address);
            return new SignIn.Throttled(BUSY_RETRY_MS);
        } catch (RuntimeException storeFailed) {
            throttle.notChecked(known, address);
            throw storeFailed;
        }
    }

    private SignIn check(String name, String password, String address) {
        User user = configured.get(name);
        String hash = user == null ? null : users.hash(name).orElse(null);
        if (!passwords.matches(password, hash)) {
            return new SignIn.Refused();
        }
        throttle.succeeded(name, address);
        return new SignIn.Granted(sessions.open(user, clock.millis()));
    }

    /** Who is behind a token; empty if it is unknown, expired or signed out, or if the user is no longer configured. */
    public Optional<User> session(String token) {
        return sessions.find(token, clock.millis()).flatMap(session -> user(session.user()));
    }

    /** Ends a session; one that is not there is no error. */
    public void signOut(String token) {
        sessions.close(token);
    }

    /** A configured user. */
    public Optional<User> user(String name) {
        return Optional.ofNullable(configured.get(name));
    }

    /** Where the user's generated password is. */
    public Path passwordFile(User user) {
        return folder.file(user);
    }
}
