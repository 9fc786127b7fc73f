package io.halfminute.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.queue.ServiceLevel.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceLevelTest {

    /** 100 calls: 80 answered, 64 of them in 30 s; 8 hung up in 5 s, 4 in 30 s, 4 later; 2 timed out, 2 left by key. */
    private static final Counts SAMPLE_DAY = new Counts(64, 16, 8, 4, 4, 2, 0, 2, 0);

    @ParameterizedTest
    @CsvSource({
        "OF_ANSWERED,                       80.0",
        "REMOVED_OF_ANSWERED_AND_ABANDONED, 77.6",
        "REMOVED_OF_QUEUED,                 76.0",
        "OF_ANSWERED_AND_ABANDONED,         66.7",
        "WITHOUT_SHORT_ABANDONS,            72.7",
        "WITHOUT_ABANDONS_IN_TIME,          76.2",
        "WITH_FLOW_OUTS,                    64.0",
        "OF_ALL_CALLS,                      64.0",
    })
    void theSampleDayGivesWhatEachVendorWouldReport(ServiceLevel level, double percent) {
        assertEquals(percent, 100 * level.of(SAMPLE_DAY).orElseThrow(), 0.05);
    }

    @Test
    void aCallbackTakenInTimeIsASuccessForAmazonOnly() {
        Counts bothKeysAskedForACallback = new Counts(64, 16, 8, 4, 4, 2, 2, 0, 0);
        assertEquals(0.78, ServiceLevel.REMOVED_OF_QUEUED.of(bothKeysAskedForACallback).orElseThrow(), 1e-9);
        assertEquals(0.64, ServiceLevel.OF_ALL_CALLS.of(bothKeysAskedForACallback).orElseThrow(), 1e-9);
    }

    @Test
    void refusedCallsLowerOnlyTheLevelOfAllCalls() {
        Counts refusingHotline = new Counts(64, 16, 8, 4, 4, 2, 0, 2, 28);
        assertEquals(0.5, ServiceLevel.OF_ALL_CALLS.of(refusingHotline).orElseThrow(), 1e-9);
        assertEquals(0.64, ServiceLevel.WITH_FLOW_OUTS.of(refusingHotline).orElseThrow(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource
    void aDayWithoutCallsHasNoLevel(ServiceLevel level) {
        assertTrue(level.of(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0)).isEmpty());
    }

    @Test
    void aNegativeCountIsNamed() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new Counts(1, 1, 1, 1, 1, -3, 1, 1, 1)).getMessage();
        assertTrue(message.contains("-3"), message);
    }
}
