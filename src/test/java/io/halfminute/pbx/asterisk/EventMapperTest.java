package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.junit.jupiter.api.Test;

class EventMapperTest {

    private static final CallId CALL = new CallId("hm-1.0");
    private static final PhoneId PHONE = new PhoneId("1001");
    private static final OfferId OFFER = new OfferId(77);

    private final EventMapper mapper = new EventMapper();

    private List<PbxEvent> map(ManagerEvent event) {
        return mapper.map(event, 5_000);
    }

    private static HalfminuteEvent step(String step) {
        HalfminuteEvent event = new HalfminuteEvent("test");
        event.setUniqueId("hm-1.0");
        event.setChannel("PJSIP/hm-trunk-00000000");
        event.setStep(step);
        return event;
    }

    private static HalfminuteEvent arrival(String number, String name) {
        HalfminuteEvent event = step("ARRIVED");
        event.setNumber(number);
        event.setName(Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)));
        event.setDialled("4001");
        event.setArrived("4990");
        return event;
    }

    /** Of the offer to two phones, whose channels are hm-1.1 and hm-1.2. */
    private static final String TO_TWO = "o*1001-1002*77*12000*1";

    private void twoRing() {
        map(arrival("1", ""));
        for (int leg = 1; leg <= 2; leg++) {
            DialStateEvent rings = ringing("PJSIP/100" + leg + "-0000000" + leg);
            rings.setExten(TO_TWO);
            map(rings);
        }
    }

    private static HalfminuteEvent notAnsweredByTwo(String dialStatus) {
        HalfminuteEvent event = step("NOT_ANSWERED");
        event.setOffer("77");
        event.setPhone("1001-1002");
        event.setDialStatus(dialStatus);
        event.setHangupCause("0");
        return event;
    }

    private static DialEndEvent dialEnd(String status, int leg) {
        DialEndEvent event = dialEnd(status, "PJSIP/100" + leg + "-0000000" + leg);
        event.setDestUniqueId("hm-1." + leg);
        event.setExten(TO_TWO);
        return event;
    }

    private static ChannelHangupEvent hangup(int leg, int cause) {
        ChannelHangupEvent event = hangup("hm-1." + leg);
        event.setCause(cause);
        return event;
    }

    private List<String> ends(ManagerEvent event) {
        return map(event).stream().map(PbxEvent.OfferEnded.class::cast)
                .map(ended -> ended.phone() + " " + ended.cause().reason()).toList();
    }

    private static DialStateEvent ringing() {
        return ringing("PJSIP/1001-00000001");
    }

    private static DialStateEvent ringing(String phoneChannel) {
        DialStateEvent event = new DialStateEvent("test");
        event.setUniqueId("hm-1.0");
        event.setDestChannel(phoneChannel);
        event.setExten("o*1001*77*12000*1");
        event.setDialStatus("RINGING");
        return event;
    }

    private static DialEndEvent dialEnd(String status, String phoneChannel) {
        DialEndEvent event = new DialEndEvent("test");
        event.setUniqueId("hm-1.0");
        event.setDestUniqueId("hm-1.1");
        event.setDestChannel(phoneChannel);
        event.setExten("s");
        event.setDialStatus(status);
        return event;
    }

    private static ChannelHangupEvent hangup(String uniqueId) {
        ChannelHangupEvent event = new ChannelHangupEvent("test");
        event.setUniqueId(uniqueId);
        event.setCause(16);
        event.setCauseTxt("Normal Clearing");
        return event;
    }

    private static HangupRequestEvent hangupRequest(String uniqueId) {
        HangupRequestEvent event = new HangupRequestEvent("test");
        event.setUniqueId(uniqueId);
        event.setCause(16);
        return event;
    }

    private static DeviceStateEvent device(String device, String state) {
        DeviceStateEvent event = new DeviceStateEvent("test");
        event.setDevice(device);
        event.setState(state);
        return event;
    }

    @Test
    void anArrivalCarriesCallerNumberDialledAndTheMomentOfTheAnswer() {
        assertEquals(List.of(new PbxEvent.CallArrived(CALL, new CallerId("+861", "张三"), "4001", 4_990, 5_000)),
                map(arrival("+861", "张三")));
        assertEquals("PJSIP/hm-trunk-00000000", mapper.channelOf(CALL));
    }

    @Test
    void anOfferRingsIsAnsweredAndEnds() {
        map(arrival("1", ""));
        assertEquals(List.of(new PbxEvent.PhoneRinging(CALL, OFFER, PHONE, 5_000)), map(ringing()));
        assertEquals(List.of(new PbxEvent.OfferAnswered(CALL, OFFER, PHONE, new ChannelId("hm-1.1"), 5_000)),
                map(dialEnd("ANSWER", "PJSIP/1001-00000001")));
        Cause normal = new Cause(Cause.Reason.NORMAL, "16 Normal Clearing");
        assertEquals(List.of(new PbxEvent.AgentLegEnded(CALL, PHONE, new ChannelId("hm-1.1"), normal, 5_000)),
                map(hangup("hm-1.1")));
        assertEquals(List.of(new PbxEvent.CallEnded(CALL, normal, 5_000)), map(hangup("hm-1.0")));
    }

    @Test
    void anAgentWhoHangsUpIsFreeBeforeHisChannelIsGone() {
        map(arrival("1", ""));
        map(ringing());
        map(dialEnd("ANSWER", "PJSIP/1001-00000001"));
        Cause normal = new Cause(Cause.Reason.NORMAL, "16");
        assertEquals(List.of(new PbxEvent.AgentLegEnded(CALL, PHONE, new ChannelId("hm-1.1"), normal, 5_000)),
                map(hangupRequest("hm-1.1")));
        assertEquals(List.of(), map(hangup("hm-1.1")), "it is told once");
    }

    @Test
    void whoAsksForAHangUpWithoutTalkingHasItToldWhenHisChannelIsGone() {
        map(arrival("1", ""));
        map(ringing());
        assertEquals(List.of(), map(hangupRequest("hm-1.1")), "a phone that rings");
        assertEquals(List.of(), map(hangupRequest("hm-1.0")), "the caller");
        assertEquals(CALL, ((PbxEvent.CallEnded) map(hangup("hm-1.0")).getFirst()).call());
    }

    @Test
    void aPhoneThatIsRungOverAnotherPbxIsToldAsTheSamePhone() {
        map(arrival("1", ""));
        DialStateEvent rings = ringing("PJSIP/1001_b-00000001");
        rings.setExten("o*1001_b*77*12000*1");
        assertEquals(List.of(new PbxEvent.PhoneRinging(CALL, OFFER, PHONE, 5_000)), map(rings));
        assertEquals(List.of(new PbxEvent.OfferAnswered(CALL, OFFER, PHONE, new ChannelId("hm-1.1"), 5_000)),
                map(dialEnd("ANSWER", "PJSIP/1001_b-00000001")));
        assertEquals(List.of(), map(device("PJSIP/1001_b", "INUSE")));
        assertEquals(List.of(), map(ringing("PJSIP/hm-peer-b-00000001")));
    }

    @Test
    void aPhoneThatNeverSaidThatItRingsIsUnreachableAndOneThatRangWasNotPickedUp() {
        map(arrival("1", ""));
        assertEquals(Cause.Reason.UNREACHABLE, ((PbxEvent.OfferEnded) map(missed("76")).getFirst()).cause().reason());
        map(ringing());
        assertEquals(Cause.Reason.NO_ANSWER, ((PbxEvent.OfferEnded) map(missed("77")).getFirst()).cause().reason());
        assertEquals(Cause.Reason.UNREACHABLE, ((PbxEvent.OfferEnded) map(missed("78")).getFirst()).cause().reason());
    }

    private static HalfminuteEvent missed(String offer) {
        HalfminuteEvent missed = step("NOT_ANSWERED");
        missed.setOffer(offer);
        missed.setPhone("1001");
        missed.setDialStatus("NOANSWER");
        missed.setHangupCause("0");
        return missed;
    }

    @Test
    void anOfferIsKnownByTheExtensionThatTheCallerWasRedirectedTo() {
        map(arrival("1", ""));
        DialEndEvent atOnce = dialEnd("ANSWER", "PJSIP/1001-00000001");
        atOnce.setExten("o*1001*77*12000*1");
        assertEquals(OFFER, ((PbxEvent.OfferAnswered) map(atOnce).getFirst()).offer());
    }

    @Test
    void whoIsLedAwayWhileAPhoneRingsEndsTheOfferThatRang() {
        map(arrival("1", ""));
        map(ringing());
        DialEndEvent elsewhere = dialEnd("CANCEL", "PJSIP/1001-00000001");
        elsewhere.setExten("w*1");
        assertEquals(OFFER, ((PbxEvent.OfferEnded) map(elsewhere).getFirst()).offer());
    }

    @Test
    void ofPhonesThatRingTogetherEachTellsItsOwnEnd() {
        twoRing();
        assertEquals(List.of(), map(dialEnd("BUSY", 1)));
        assertEquals(List.of("1001 BUSY"), ends(hangup(1, 17)));
        assertEquals(List.of(), map(dialEnd("NOANSWER", 2)));
        assertEquals(List.of(), map(hangup(2, 16)));
        assertEquals(List.of("1002 NO_ANSWER"), ends(notAnsweredByTwo("NOANSWER")));
    }

    @Test
    void aPhoneThatRefusesIsToldFromTheCauseOfItsChannel() {
        twoRing();
        map(dialEnd("UNKNOWN", 2));
        assertEquals(List.of("1002 REFUSED"), ends(hangup(2, 21)));
    }

    @Test
    void phonesThatAllRangOutAreToldTogether() {
        twoRing();
        map(dialEnd("NOANSWER", 1));
        map(dialEnd("NOANSWER", 2));
        assertEquals(List.of(), map(hangup(1, 0)));
        assertEquals(List.of(), map(hangup(2, 0)));
        assertEquals(List.of("1001 NO_ANSWER", "1002 NO_ANSWER"), ends(notAnsweredByTwo("NOANSWER")));
    }

    @Test
    void aPhoneThatWasNeverDialledIsUnreachableWhateverBecameOfTheOther() {
        map(arrival("1", ""));
        DialStateEvent first = ringing();
        first.setExten(TO_TWO);
        map(first);
        map(dialEnd("NOANSWER", 1));
        assertEquals(List.of("1001 NO_ANSWER"), ends(hangup(1, 0)));
        assertEquals(List.of("1002 UNREACHABLE"), ends(notAnsweredByTwo("NOANSWER")));
    }

    @Test
    void whenOneIsPickedUpTheOthersAreCancelled() {
        twoRing();
        assertEquals(List.of("1001 CANCELLED"), ends(dialEnd("CANCEL", 1)));
        PbxEvent.OfferAnswered answered = (PbxEvent.OfferAnswered) map(dialEnd("ANSWER", 2)).getFirst();
        assertEquals(new PhoneId("1002"), answered.phone());
        assertEquals(List.of(), map(hangup(1, 26)));
        assertEquals(new PhoneId("1002"), ((PbxEvent.AgentLegEnded) map(hangup(2, 16)).getFirst()).phone());
    }

    @Test
    void anAnswerInTheFallbackHasNoOffer() {
        map(arrival("1", ""));
        map(ringing());
        assertEquals(List.of(new PbxEvent.CallAtFallback(CALL, 5_000)), map(step("AT_FALLBACK")));
        PbxEvent.OfferAnswered answered = (PbxEvent.OfferAnswered) map(dialEnd("ANSWER", "PJSIP/1002-00000001")).getFirst();
        assertEquals(OfferId.NONE, answered.offer());
        assertEquals(new PhoneId("1002"), answered.phone());
    }

    @Test
    void aDiversionToTheTrunkIsNoAnswerOfAnAgent() {
        map(arrival("1", ""));
        assertEquals(List.of(), map(dialEnd("ANSWER", "PJSIP/hm-trunk-00000005")));
    }

    @Test
    void whatAgentsDoAmongThemselvesIsNoCall() {
        assertEquals(List.of(), map(ringing()));
        assertEquals(List.of(), map(dialEnd("ANSWER", "PJSIP/1001-00000001")));
        assertEquals(List.of(), map(hangup("hm-1.1")));
        assertFalse(mapper.takeMissed());
    }

    @Test
    void aStepOfACallerWhoseArrivalWasNotSeenMeansThatSomethingWasMissed() {
        assertEquals(List.of(), map(step("WAITING")));
        assertTrue(mapper.takeMissed());
        assertFalse(mapper.takeMissed());
    }

    @Test
    void aPhonesStatusIsToldWhenItChanges() {
        assertEquals(List.of(new PbxEvent.PhoneChanged(PHONE, PhoneStatus.IDLE, 5_000)), map(device("PJSIP/1001", "NOT_INUSE")));
        assertEquals(List.of(new PbxEvent.PhoneChanged(PHONE, PhoneStatus.IN_USE, 5_000)), map(device("PJSIP/1001", "RINGING")));
        assertEquals(List.of(), map(device("PJSIP/1001", "BUSY")));
        assertEquals(List.of(new PbxEvent.PhoneChanged(PHONE, PhoneStatus.UNREACHABLE, 5_000)),
                map(device("PJSIP/1001", "UNAVAILABLE")));
        assertEquals(List.of(), map(device("Queue:hm-fallback", "NOT_INUSE")));
        assertEquals(List.of(), map(device("PJSIP/hm-trunk", "INUSE")));
    }

    @Test
    void aNameThatIsNotBase64IsNoName() {
        HalfminuteEvent event = arrival("1", "");
        event.setName("%%%");
        assertEquals("", ((PbxEvent.CallArrived) map(event).getFirst()).caller().name());
    }

    @Test
    void afterASnapshotOnlyWhatItSaysIsKnown() {
        map(arrival("1", ""));
        mapper.reset(new Channels(List.of(), Map.of(), 1));
        assertEquals(List.of(), map(hangup("hm-1.0")));
        assertTrue(mapper.calls().isEmpty());
    }
}
