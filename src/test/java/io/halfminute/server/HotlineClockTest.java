package io.halfminute.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The time by which the hotline lives. */
class HotlineClockTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final long HOUR = 3_600_000;

    private final AtomicLong nanos = new AtomicLong(-77);
    private final HotlineClock clock = new HotlineClock(NOON, nanos::get);

    private void pass(long ms) {
        nanos.addAndGet(ms * 1_000_000);
    }

    @Test
    void itCountsOnByItselfWhateverTheMachineIsSetTo() {
        pass(5_000);
        assertEquals(NOON + 5_000, clock.millis());
        assertEquals(Instant.ofEpochMilli(NOON + 5_000), clock.instant());
    }

    @Test
    void itDriftsToThePbxWithoutAJump() {
        long before = clock.millis();
        clock.heard(NOON - 400);
        assertEquals(before - 50, clock.millis());
        for (int ping = 0; ping < 60; ping++) {
            clock.heard(NOON - 400);
        }
        assertTrue(Math.abs(clock.millis() - NOON + 400) < 8, () -> clock.millis() + " is far from the PBX's");
    }

    @Test
    void aPbxThatLivesInAnotherHourIsFollowedAtOnce() {
        clock.heard(NOON + HOUR);
        assertEquals(NOON + HOUR, clock.millis());
        clock.heard(NOON);
        assertEquals(NOON, clock.millis());
    }
}
