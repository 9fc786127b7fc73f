package io.halfminute.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GrowthTest {

    private final Growth growth = new Growth(600_000);

    @Test
    void whatWasCountedBeforeTheFirstLookDoesNotCount() {
        assertEquals(0, growth.take(500, 0));
        assertEquals(3, growth.take(503, 1_000));
    }

    @Test
    void whatIsLongAgoDoesNotCountAnyMore() {
        growth.take(0, 0);
        assertEquals(5, growth.take(5, 10_000));
        for (long atMs = 20_000; atMs <= 620_000; atMs += 10_000) {
            growth.take(5, atMs);
        }
        assertEquals(0, growth.take(5, 630_000));
    }

    @Test
    void aCounterThatBeginsAnewAtMidnightHasNotShrunk() {
        growth.take(100, 0);
        growth.take(104, 1_000);
        assertEquals(4, growth.take(0, 2_000));
        assertEquals(6, growth.take(2, 3_000));
    }
}
