package io.halfminute.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerMaskTest {

    @ParameterizedTest
    @CsvSource({
        "13812348000,                      138****8000",
        "+8613812348000,                   +86****8000",
        "01087654321,                      010****4321",
        "87654321,                         ****21",
        "4008123,                          ****23",
        "110110,                           ****",
        "1001,                             ****",
        "1,                                ****",
        "12345678901234567890123456789012, 123****9012",
    })
    void aNumberShowsTooLittleToRingIt(String number, String masked) {
        assertEquals(masked, CallerMask.of(number));
    }

    @Test
    void aWithheldNumberIsEmptyAndNotStars() {
        assertEquals("", CallerMask.of(""));
        assertEquals("", CallerMask.of(null));
    }
}
