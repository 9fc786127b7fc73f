package io.halfminute.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestRateTest {

    private long nowMs = 1_000;
    private final RequestRate rate = new RequestRate(3, () -> Instant.ofEpochMilli(nowMs));

    @Test
    void aSecondsRequestsAreTakenAtOnceAndNoMore() {
        take("a", 3);

        assertEquals(ProblemCode.TOO_MANY_REQUESTS, assertThrows(ProblemException.class, () -> rate.count("a")).code());
    }

    @Test
    void oneSessionDoesNotUseUpAnothers() {
        take("a", 3);

        assertDoesNotThrow(() -> take("b", 3));
    }

    @Test
    void theBucketFillsEvenlyAndNeverBeyondASecond() {
        take("a", 3);
        nowMs += 334;
        take("a", 1);
        assertThrows(ProblemException.class, () -> rate.count("a"));

        nowMs += 60_000;
        take("a", 3);
        assertThrows(ProblemException.class, () -> rate.count("a"));
    }

    @Test
    void aClockThatGoesBackTakesNothingAway() {
        take("a", 1);
        nowMs -= 10_000;

        assertDoesNotThrow(() -> take("a", 2));
    }

    private void take(String token, int times) {
        for (int i = 0; i < times; i++) {
            rate.count(token);
        }
    }
}
