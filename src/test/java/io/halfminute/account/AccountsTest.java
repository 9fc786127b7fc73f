package io.halfminute.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.agent.AgentId;
import io.halfminute.account.SignIn.Granted;
import io.halfminute.account.SignIn.Refused;
import io.halfminute.account.SignIn.Throttled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

    private static final User LI = new User("1001", "Li Na", Role.AGENT, new AgentId("1001"));
    private static final User CHIEF = new User("chief", "Wang", Role.SUPERVISOR, null);

    @TempDir
    Path folder;
    private final FakeStore store = new FakeStore();
    private final AtomicLong nowMs = new AtomicLong(1_800_000_000_000L);
    private Accounts accounts;

    @BeforeEach
    void start() {
        accounts = server();
    }

    @Test
    void aNewUserGetsAPasswordThatOnlyTheOperatorCanRead() throws IOException {
        Path file = accounts.passwordFile(LI);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        assertTrue(store.hashes.get("1001").startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertEquals(LI, assertInstanceOf(Granted.class, signIn(LI)).session().user());
    }

    @Test
    void passwordsStayTheSameOverARestartAndANewDatabase() {
        String before = password(LI);
        server();
        store.hashes.clear();
        accounts = server();

        assertEquals(before, password(LI));
        assertInstanceOf(Granted.class, signIn(LI));
    }

    @Test
    void aSessionOutlivesTheServerAndTheStoreKnowsOnlyAHashOfItsToken() {
        String token = token(LI);

        assertEquals(Optional.of(LI), server().session(token));
        assertEquals(43, token.length());
        assertFalse(store.sessions.toString().contains(token));
    }

    @Test
    void aSessionEndsBySigningOutByItsTimeAndWithItsUser() {
        String token = token(LI);
        accounts.signOut(token);
        assertEquals(Optional.empty(), accounts.session(token));

        String expiring = token(LI);
        nowMs.addAndGet(AccountLimits.DEFAULT.sessionMs());
        assertEquals(Optional.empty(), accounts.session(expiring));

        String orphan = token(LI);
        accounts.ensure(List.of(CHIEF));
        assertEquals(Optional.empty(), accounts.session(orphan));
    }

    @Test
    void theOldestSessionEndsWhenAUserHasTooMany() {
        String first = token(CHIEF);
        for (int more = 0; more < AccountLimits.DEFAULT.sessionsOfUser(); more++) {
            nowMs.incrementAndGet();
            token(CHIEF);
        }

        assertEquals(Optional.empty(), accounts.session(first));
    }

    @Test
    void whoIsSignedInStaysSoWhileTheStoreIsAway() {
        String token = token(LI);
        store.away = true;
        nowMs.addAndGet(3_600_000);

        assertEquals(Optional.of(LI), accounts.session(token));
        assertThrows(IllegalStateException.class, () -> accounts.session("x".repeat(43)));
    }

    @Test
    void aTokenIsLookedUpOnceInAWhile() {
        String token = token(LI);
        for (int times = 0; times < 100; times++) {
            accounts.session(token);
        }

        assertEquals(0, store.reads);
    }

    @Test
    void wrongNamesAndWrongPasswordsAreToldApartByNobody() {
        assertEquals(new Refused(), accounts.signIn("1001", "wrong", "a"));
        assertEquals(new Refused(), accounts.signIn("nobody", "wrong", "a"));
        assertEquals(new Refused(), accounts.signIn("../../etc/passwd", "wrong", "a"));
        assertEquals(new Refused(), accounts.signIn(null, null, "a"));
        assertEquals(new Refused(), accounts.signIn("1001", "x".repeat(1_000_000), "a"));
    }

    @Test
    void afterTooManyWrongTriesEvenTheRightPasswordHasToWaitButOnlyFromThere() {
        for (int tries = 0; tries < AccountLimits.DEFAULT.failuresOfPair(); tries++) {
            assertInstanceOf(Refused.class, accounts.signIn("1001", "wrong", "a"));
        }

        Throttled throttled = assertInstanceOf(Throttled.class, accounts.signIn("1001", password(LI), "a"));
        assertEquals(AccountLimits.DEFAULT.failureWindowMs(), throttled.retryAfterMs());
        assertInstanceOf(Granted.class, accounts.signIn("1001", password(LI), "b"));
        nowMs.addAndGet(throttled.retryAfterMs());
        assertInstanceOf(Granted.class, accounts.signIn("1001", password(LI), "a"));
    }

    @Test
    void aStoreThatIsAwayCostsNobodyATry() {
        store.away = true;
        for (int tries = 0; tries < 10; tries++) {
            assertThrows(IllegalStateException.class, () -> accounts.signIn("1001", "any", "a"));
        }
        store.away = false;

        assertInstanceOf(Granted.class, accounts.signIn("1001", password(LI), "a"));
    }

    private Accounts server() {
        Accounts started = new Accounts(store, store, new PasswordFolder(folder.resolve("passwords")), AccountLimits.DEFAULT,
                () -> Instant.ofEpochMilli(nowMs.get()));
        started.ensure(List.of(LI, CHIEF));
        return started;
    }

    private SignIn signIn(User user) {
        return accounts.signIn(user.name(), password(user), "127.0.0.1");
    }

    private String token(User user) {
        return assertInstanceOf(Granted.class, signIn(user)).session().token();
    }

    private String password(User user) {
        try {
            return Files.readString(accounts.passwordFile(user)).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
