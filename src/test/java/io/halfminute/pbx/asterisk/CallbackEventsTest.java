package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.PhoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asteriskjava.manager.event.DialStateEvent;
import org.junit.jupiter.api.Test;

/** What a PBX tells of the calls to customers who are called back. */
class CallbackEventsTest {

    private static final CallId CALL = new CallId("callback-77");
    private static final String CHANNEL = "PJSIP/1001-0000002a";

    private final EventMapper mapper = new EventMapper();

    private void rings() {
        DialStateEvent event = new DialStateEvent("test");
        event.setDestUniqueId(CALL.value());
        event.setDestChannel(CHANNEL);
        event.setDialStatus("RINGING");
        mapper.map(event, 5_000);
    }

    private List<PbxEvent> hangup() {
        ChannelHangupEvent event = new ChannelHangupEvent("test");
        event.setUniqueId(CALL.value());
        event.setChannel(CHANNEL);
        event.setCause(16);
        return mapper.map(event, 9_000);
    }

    private void found(Stage stage) {
        PbxEvent.CallSnapshot call = new PbxEvent.CallSnapshot(CALL, new CallerId("13800138000", ""), "4001", 1_000, stage,
                new OfferId(77), List.of(new PhoneId("1001")), null, 0, 5);
        mapper.reset(new Channels(List.of(new Channels.Caller(CHANNEL, call, Set.of())), Map.of(), 4_000));
    }

    @Test
    void onePhoneThatIsNotPickedUpEndsItsOfferAndTheCall() {
        rings();
        List<PbxEvent> told = hangup();
        assertInstanceOf(PbxEvent.OfferEnded.class, told.getFirst());
        assertInstanceOf(PbxEvent.CallEnded.class, told.getLast());
    }

    @Test
    void whatRingsIsHereUntilItEnds() {
        rings();
        assertTrue(mapper.knows(CALL));
        assertEquals(Set.of(CALL), mapper.calls());
        hangup();
        assertFalse(mapper.knows(CALL));
        assertEquals(Set.of(), mapper.calls());
    }

    @Test
    void whatAnotherServerBeganIsHereToo() {
        found(Stage.OFFERED);
        assertTrue(mapper.knows(CALL));
        assertEquals(Set.of(CALL), mapper.calls());
        assertInstanceOf(PbxEvent.OfferEnded.class, hangup().getFirst());
    }

    @Test
    void aConversationThatASnapshotFoundEndsWithoutAnOfferThatNobodyPickedUp() {
        found(Stage.CONNECTED);
        List<PbxEvent> told = hangup();
        assertEquals(1, told.size(), told::toString);
        assertInstanceOf(PbxEvent.CallEnded.class, told.getFirst());
    }

    @Test
    void afterASnapshotOnlyWhatItSaysIsHere() {
        rings();
        mapper.reset(new Channels(List.of(), Map.of(), 6_000));
        assertFalse(mapper.knows(CALL));
    }
}
