package io.halfminute.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens and what they stand for. The store knows only SHA-256 of a token, so nobody who reads the database can sign in with
 * what he finds; a slow hash is not needed for 256 random bits. A small memory in front of the store keeps the pages going
 * while the database is away. Thread safe.
 */
final class Sessions {

    private static final int TOKEN_BYTES = 32;
    private static final int TOKEN_LENGTH = 43;

    private record Cached(SessionStore.Kept session, long readMs) {
    }

    private final SessionStore store;
    private final AccountLimits limits;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Cached> cache = new LinkedHashMap<>(16, 0.75f, true);

    Sessions(SessionStore store, AccountLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    Session open(User user, long nowMs) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var kept = new SessionStore.Kept(user.name(), nowMs, nowMs + limits.sessionMs());
        store.removeExpired(nowMs);
        store.add(hash(token), kept, limits.sessionsOfUser()).forEach(gone -> forget(key(gone)));
        remember(key(hash(token)), kept, nowMs);
        return new Session(token, user, kept.expiresMs());
    }

    /** The session behind a token, if there is one and it has not expired. */
    Optional<SessionStore.Kept> find(String token, long nowMs) {
        if (token == null || token.length() != TOKEN_LENGTH) {
            return Optional.empty();
        }
        byte[] hash = hash(token);
        return lookUp(hash, nowMs).filter(session -> session.expiresMs() > nowMs);
    }

    void close(String token) {
        if (token != null && token.length() == TOKEN_LENGTH) {
            byte[] hash = hash(token);
            forget(key(hash));
            store.remove(hash);
        }
    }

    private Optional<SessionStore.Kept> lookUp(byte[] hash, long nowMs) {
        Cached cached = cached(key(hash));
        if (cached != null && nowMs - cached.readMs() < limits.cacheMs()) {
            return Optional.of(cached.session());
        }
        try {
            Optional<SessionStore.Kept> found = store.find(hash);
            found.ifPresentOrElse(kept -> remember(key(hash), kept, nowMs), () -> forget(key(hash)));
            return found;
        } catch (RuntimeException unreachable) {
            if (cached == null) {
                throw unreachable;
            }
            return Optional.of(cached.session());
        }
    }

    private Cached cached(String key) {
        synchronized (cache) {
            return cache.get(key);
        }
    }

    private void remember(String key, SessionStore.Kept session, long nowMs) {
        synchronized (cache) {
            cache.put(key, new Cached(session, nowMs));
            var eldest = cache.keySet().iterator();
            while (cache.size() > limits.cachedSessions()) {
                eldest.next();
                eldest.remove();
            }
        }
    }

    private void forget(String key) {
        synchronized (cache) {
            cache.remove(key);
        }
    }

    private static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
