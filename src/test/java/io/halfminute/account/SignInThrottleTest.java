package io.halfminute.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final AccountLimits limits = new AccountLimits(1, 1, 1, 1, 1_000, 2, 4, 6, 12, 1, 1);
    private final SignInThrottle throttle = new SignInThrottle(limits);

    @Test
    void anAddressThatTriesManyUsersIsHeldUp() {
        for (int user = 0; user < 4; user++) {
            assertEquals(0, throttle.waitMs("user" + user, "a", user));
            throttle.tried("user" + user, "a", user);
        }

        assertEquals(990, throttle.waitMs("another", "a", 10));
        assertEquals(0, throttle.waitMs("another", "b", 10));
        assertEquals(0, throttle.waitMs("another", "a", 1_000));
    }

    @Test
    void aUserWhoIsTriedFromManyAddressesIsHeldUp() {
        for (int address = 0; address < 6; address++) {
            throttle.tried("li", "a" + address, 0);
        }

        assertTrue(throttle.waitMs("li", "elsewhere", 1) > 0);
    }

    @Test
    void theTableStaysSmallHoweverManyTry() {
        for (int number = 0; number < 10_000; number++) {
            throttle.tried("user" + number, "address" + number, 0);
        }

        assertTrue(throttle.watched() <= limits.watched());
    }

    @Test
    void whoSucceedsBeginsAnew() {
        throttle.tried("li", "a", 0);
        throttle.tried("li", "a", 0);
        throttle.succeeded("li", "a");

        assertEquals(0, throttle.waitMs("li", "a", 1));
    }
}
