package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.pbx.Cause.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {

    @ParameterizedTest
    @CsvSource({
        // DIALSTATUS, Q.850, rang, reason
        "BUSY,        17, true,  BUSY",
        "BUSY,        17, false, BUSY",
        "BUSY,        21, true,  REFUSED",
        "CHANUNAVAIL, 21, false, REFUSED",
        "CHANUNAVAIL,  3, false, UNREACHABLE",
        "CHANUNAVAIL, 20, false, UNREACHABLE",
        "NOANSWER,    16, true,  NO_ANSWER",
        "NOANSWER,    19, false, NO_ANSWER",
        "NOANSWER,     0, false, UNREACHABLE",
        "CONGESTION,  34, false, CONGESTION",
        "CANCEL,       0, true,  CANCELLED",
        "CANCEL,      17, true,  CANCELLED",
        "INVALIDARGS,  0, false, FAILED",
        "SOMETHING,    0, false, UNKNOWN"})
    void anOfferThatWasNotAnsweredHasANeutralReason(String dialStatus, int q850, boolean rang, Reason reason) {
        assertEquals(reason, Causes.ofOffer(dialStatus, q850, rang).reason());
    }

    @Test
    void thePbxsOwnWordsAreKept() {
        assertEquals("BUSY 17", Causes.ofOffer("BUSY", 17, true).raw());
        assertEquals("16 Normal Clearing", Causes.ofEnd(16, "Normal Clearing", "").raw());
        assertEquals("21 Call Rejected SIP 603", Causes.ofEnd(21, "Call Rejected", "SIP 603").raw());
    }

    @ParameterizedTest
    @CsvSource({"16, NORMAL", "0, NORMAL", "17, NORMAL", "34, CONGESTION", "38, FAILED", "127, FAILED"})
    void anEndAfterTheAnswerIsOrdinaryUnlessTheNetworkFailed(int q850, Reason reason) {
        assertEquals(reason, Causes.ofEnd(q850, null, null).reason());
    }
}
