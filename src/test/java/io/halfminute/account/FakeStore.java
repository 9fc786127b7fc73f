package io.halfminute.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users and sessions in memory; can be away. */
final class FakeStore implements UserStore, SessionStore {

    final Map<String, String> hashes = new HashMap<>();
    final Map<String, Kept> sessions = new HashMap<>();
    boolean away;
    int reads;

    @Override
    public Optional<String> hash(String user) {
        requireThere();
        return Optional.ofNullable(hashes.get(user));
    }

    @Override
    public void save(String user, String hash, long nowMs) {
        requireThere();
        hashes.put(user, hash);
    }

    @Override
    public Optional<Kept> find(byte[] tokenHash) {
        requireThere();
        reads++;
        return Optional.ofNullable(sessions.get(key(tokenHash)));
    }

    @Override
    public List<byte[]> add(byte[] tokenHash, Kept session, int most) {
        requireThere();
        sessions.put(key(tokenHash), session);
        List<String> oldest = sessions.entrySet().stream().filter(each -> each.getValue().user().equals(session.user()))
                .sorted(Comparator.comparing(each -> -each.getValue().createdMs())).skip(most).map(Map.Entry::getKey).toList();
        oldest.forEach(sessions::remove);
        return new ArrayList<>(oldest.stream().map(HexFormat.of()::parseHex).toList());
    }

    @Override
    public void remove(byte[] tokenHash) {
        requireThere();
        sessions.remove(key(tokenHash));
    }

    @Override
    public int removeExpired(long nowMs) {
        requireThere();
        int before = sessions.size();
        sessions.values().removeIf(session -> session.expiresMs() <= nowMs);
        return before - sessions.size();
    }

    private void requireThere() {
        if (away) {
            throw new IllegalStateException("the store is away");
        }
    }

    private static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
