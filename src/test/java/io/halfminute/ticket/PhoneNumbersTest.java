package io.halfminute.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.halfminute.pbx.CallerId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    private final PhoneNumbers china = new PhoneNumbers("CN");

    @ParameterizedTest
    @CsvSource({
        "13800138000,      +8613800138000",
        "013800138000,     +8613800138000",
        "+8613800138000,   +8613800138000",
        "008613800138000,  +8613800138000",
        "138-0013-8000,    +8613800138000",
        "01062345678,      +861062345678",
        "+442079460958,    +442079460958",
        "95588,            95588",
        "10086,            10086",
        "1001,             1001",
        "4471,             4471"})
    void oneCustomerHasOneNumberHoweverItIsWritten(String written, String known) {
        assertEquals(Optional.of(known), china.normalise(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "+", "*#"})
    void whoWithholdsHisNumberIsNobody(String written) {
        assertEquals(Optional.empty(), china.normalise(new CallerId(written, "Restricted")));
    }

    @Test
    void aNumberWithoutCountryIsAtHomeInTheRegion() {
        assertEquals(Optional.of("+442079460958"), new PhoneNumbers("GB").normalise("02079460958"));
    }

    @Test
    void aRegionThatDoesNotExistIsToldWithAdvice() {
        assertEquals("region \"china\" has no number plan; what would do is a code of two capital letters, such as CN or GB",
                assertThrows(IllegalArgumentException.class, () -> new PhoneNumbers("china")).getMessage());
    }
}
