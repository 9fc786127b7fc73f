package io.halfminute.web;

import io.halfminute.account.Role;
import io.halfminute.account.Session;
import io.halfminute.account.SignIn;
import io.halfminute.account.User;
import io.halfminute.agent.AgentId;
import io.halfminute.record.CallQueries;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Three people whose token is their name with {@code -token} behind it, and whose password is {@code right}. */
final class FakeSessions implements SessionDesk {

    private static final Map<String, User> USERS = Map.of(
            "1001", new User("1001", "Li Na", Role.AGENT, new AgentId("1001")),
            "1002", new User("1002", "Bob", Role.AGENT, new AgentId("1002")),
            "boss", new User("boss", "The Boss", Role.SUPERVISOR, null));

    final Set<String> signedOut = ConcurrentHashMap.newKeySet();
    volatile boolean throttles;
    volatile boolean databaseAway;

    @Override
    public SignIn signIn(String name, String password, String address) {
        check();
        if (throttles) {
            return new SignIn.Throttled(2_500);
        }
        User user = USERS.get(name);
        return user == null || !password.equals("right") ? new SignIn.Refused()
                : new SignIn.Granted(new Session(name + "-token", user, WebFixture.NOW_MS + 3_600_000));
    }

    @Override
    public Optional<User> session(String token) {
        check();
        return signedOut.contains(token) || !token.endsWith("-token") ? Optional.empty()
                : Optional.ofNullable(USERS.get(token.replace("-token", "")));
    }

    @Override
    public void signOut(String token) {
        signedOut.add(token);
    }

    private void check() {
        if (databaseAway) {
            throw new CallQueries.Unavailable("connection refused", null);
        }
    }
}
