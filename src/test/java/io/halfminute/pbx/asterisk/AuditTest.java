package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.pbx.CallId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The calls of both sides, compared now and then. */
class AuditTest {

    private static final CallId ONE = new CallId("hm-1.0");
    private static final CallId OTHER = new CallId("hm-1.1");

    private final Audit audit = new Audit();

    @Test
    void whatBothKnowIsNeverMissed() {
        assertEquals(Set.of(), audit.missed(Set.of(ONE), Set.of(ONE)));
        assertEquals(Set.of(), audit.missed(Set.of(ONE), Set.of(ONE)));
    }

    @Test
    void aCallThatOnlyThePbxHasTwiceWasMissed() {
        assertEquals(Set.of(), audit.missed(Set.of(), Set.of(ONE)));
        assertEquals(Set.of(ONE), audit.missed(Set.of(), Set.of(ONE)));
    }

    @Test
    void theEndOfACallThatOnlyWeKnowTwiceWasMissed() {
        assertEquals(Set.of(), audit.missed(Set.of(ONE), Set.of()));
        assertEquals(Set.of(ONE), audit.missed(Set.of(ONE), Set.of()));
    }

    @Test
    void aCallThatComesAndOneThatGoesWhileWeLookAreNotMissed() {
        assertEquals(Set.of(), audit.missed(Set.of(), Set.of(ONE)));
        assertEquals(Set.of(), audit.missed(Set.of(OTHER), Set.of()));
        assertEquals(Set.of(), audit.missed(Set.of(), Set.of()));
    }
}
