package io.halfminute.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PickUpTimesTest {

    private final PickUpTimes times = new PickUpTimes();

    @Test
    void somebodyUnknownIsBelievedToPickUpWithinTheUsualRingTime() {
        assertEquals(12_000, times.p95());
        assertEquals(4_400, times.median());
    }

    @Test
    void whoPicksUpQuicklyIsKnownForItBeforeHisBeliefIsUsedUp() {
        pickUp(10, 2_000);
        assertTrue(times.p95() <= 7_000, "after 10 pick-ups: " + times.p95());
        pickUp(10, 2_000);
        assertEquals(2_000, times.p95());
        assertEquals(2_000, times.median());
    }

    @Test
    void onlyTheLastOffersCount() {
        pickUp(100, 11_000);
        pickUp(PickUpTimes.KEPT, 3_000);
        assertEquals(3_000, times.p95());
    }

    @Test
    void oneSlowPickUpOfTwentyIsNotWaitedFor() {
        pickUp(PickUpTimes.KEPT, 3_000);
        times.pickedUp(11_000);
        assertEquals(3_000, times.p95());
        times.pickedUp(9_000);
        assertEquals(9_000, times.p95());
    }

    @Test
    void aMissSaysThatHeNeedsLongerNotThatHeNeededSoLong() {
        pickUp(PickUpTimes.KEPT, 3_000);
        times.letRing(5_000);
        assertEquals(3_000, times.p95());
        times.letRing(5_000);
        assertTrue(times.p95() > 5_000, "two misses: " + times.p95());
    }

    @Test
    void whoAlwaysLetsItRingIsGivenAsLongAsThereIs() {
        for (int i = 0; i < PickUpTimes.KEPT; i++) {
            times.letRing(5_000);
        }
        assertTrue(times.p95() > 120_000, "never picked up: " + times.p95());
        assertTrue(times.p95() <= PickUpTimes.LONGEST_MS);
    }

    @Test
    void timesOfTwoClocksThatDisagreeDoNoHarm() {
        times.pickedUp(-40);
        times.letRing(Long.MAX_VALUE);
        assertTrue(times.p95() > 0 && times.p95() <= PickUpTimes.LONGEST_MS);
    }

    private void pickUp(int often, int afterMs) {
        for (int i = 0; i < often; i++) {
            times.pickedUp(afterMs);
        }
    }
}
