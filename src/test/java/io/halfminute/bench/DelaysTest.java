package io.halfminute.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelaysTest {

    private static final Span ALWAYS = new Span(0, Long.MAX_VALUE);

    @TempDir
    private Path folder;

    @Test
    void anAgentIsIdleFromHisOwnByeToTheNextInvitationAtHisPhone() {
        Histogram delays = Delays.idleToRing(List.of(
                invite(1_000, "1001", "a", "13800000001"), bye(5_000, "a", false), bye(5_500, "a", false),
                invite(6_000, "1002", "b", "13800000002"),
                invite(7_500, "1001", "c", "13800000003"), invite(8_000, "1001", "c", "13800000003")), ALWAYS);
        assertEquals(1, delays.getTotalCount());
        assertEquals(2_500, delays.getMaxValue(), 3, "from the first of both BYEs to the first of both INVITEs");
    }

    @Test
    void aCallThatTheOtherSideEndedIsNotCounted() {
        Histogram delays = Delays.idleToRing(List.of(invite(1_000, "1001", "a", "1"), bye(5_000, "a", true),
                invite(7_500, "1001", "b", "2")), ALWAYS);
        assertEquals(0, delays.getTotalCount());
    }

    @Test
    void onlyWhatBeganInTheSpanCounts() {
        List<SipMessage> phones = List.of(invite(1_000, "1001", "a", "1"), bye(5_000, "a", false), invite(7_500, "1001", "b", "2"));
        assertEquals(1, Delays.idleToRing(phones, new Span(5_000, 5_001)).getTotalCount());
        assertEquals(0, Delays.idleToRing(phones, new Span(0, 5_000)).getTotalCount());
    }

    @Test
    void aCallerWaitsFromTheAnswerThatHeHearsUntilTheFirstPhoneRingsForHim() {
        List<SipMessage> callers = List.of(
                new SipMessage(100, false, "INVITE sip:4001@127.0.0.1", "x", "138", "1 INVITE"),
                new SipMessage(900, true, "SIP/2.0 200 OK", "x", "138", "1 INVITE"),
                new SipMessage(9_000, true, "SIP/2.0 200 OK", "x", "138", "2 BYE"));
        Histogram delays = Delays.arrivalToRing(callers, List.of(invite(800, "1001", "z", "139"),
                invite(2_900, "1001", "a", "138"), invite(5_000, "1002", "b", "138")), ALWAYS);
        assertEquals(1, delays.getTotalCount());
        assertEquals(2_000, delays.getMaxValue(), 2);
    }

    @Test
    void theLogOfSippIsReadToTheMicrosecond() throws IOException {
        Path file = Files.writeString(folder.resolve("messages.log"), """
                ----------------------------------------------- 2026-11-22 05:29:23.072254
                UDP message received [399] bytes :

                INVITE sip:1001@127.0.0.3:54011 SIP/2.0\r
                From: "" <sip:13800000001@127.0.0.1>;tag=b1bf\r
                Call-ID: 7f747151\r
                CSeq: 25465 INVITE\r
                \r
                v=0\r

                ----------------------------------------------- 2026-11-22 05:29:23.073255
                UDP message sent (339 bytes):

                SIP/2.0 200 OK\r
                Call-ID: 7f747151\r
                CSeq: 25465 INVITE\r

                ----------------------------------------------- 2026-11-22 05:29:24.0""");
        List<SipMessage> messages = SipLog.read(file);
        assertEquals(2, messages.size(), "what is cut off is no message");
        SipMessage invite = messages.getFirst();
        assertEquals("1001", invite.user());
        assertEquals("13800000001", invite.from());
        assertEquals(true, invite.received());
        assertEquals(1_001, messages.getLast().atUs() - invite.atUs());
        assertEquals(true, messages.getLast().isOkTo("INVITE"));
    }

    private static SipMessage invite(long atUs, String phone, String callId, String caller) {
        return new SipMessage(atUs, true, "INVITE sip:" + phone + "@127.0.0.3 SIP/2.0", callId, caller, "1 INVITE");
    }

    private static SipMessage bye(long atUs, String callId, boolean received) {
        return new SipMessage(atUs, received, "BYE sip:halfminute@127.0.0.1 SIP/2.0", callId, "1001", "1 BYE");
    }
}
