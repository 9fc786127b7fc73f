package io.halfminute.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.chaos.PlacedCall.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of SIPp's logs and of Asterisk's records. */
class SightTest {

    @TempDir
    private Path folder;

    private Path log(String... messages) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int second = 0; second < messages.length; second++) {
            String[] parts = messages[second].split("\\|");
            text.append("-".repeat(47)).append(" 2026-11-22\t10:00:0").append(second).append(".000000\n")
                    .append("UDP message ").append(parts[0]).append(" (300 bytes):\n\n").append(parts[1]).append('\n')
                    .append("From: <sip:138@127.0.0.2>;tag=1\nCall-ID: one\nCSeq: ").append(parts[2]).append("\n\n");
        }
        return Files.writeString(folder.resolve("messages.log"), text);
    }

    @Test
    void aCallerWhoIsHungUpOnAndOneWhoHangsUpAreTold() throws IOException {
        PlacedCall call = PlacedCall.read(log("sent|INVITE sip:4001@x SIP/2.0|1 INVITE", "received|SIP/2.0 200 OK|1 INVITE",
                "received|BYE sip:caller@x SIP/2.0|2 BYE")).getFirst();
        assertEquals(Ending.BY_PBX, call.ending());
        assertEquals(List.of("138", 1_000L, 2_000L),
                List.of(call.number(), call.answeredMs() - call.placedMs(), call.endedMs() - call.placedMs()));
        assertEquals(Ending.BY_CALLER, PlacedCall.read(log("sent|INVITE sip:4001@x SIP/2.0|1 INVITE",
                "received|SIP/2.0 200 OK|1 INVITE", "sent|BYE sip:4001@x SIP/2.0|2 BYE")).getFirst().ending());
        assertEquals(Ending.REFUSED, PlacedCall.read(log("sent|INVITE sip:4001@x SIP/2.0|1 INVITE",
                "received|SIP/2.0 404 Not Found|1 INVITE")).getFirst().ending());
        assertEquals(Ending.UP, PlacedCall.read(log("sent|INVITE sip:4001@x SIP/2.0|1 INVITE",
                "received|SIP/2.0 100 Trying|1 INVITE")).getFirst().ending());
    }

    @Test
    void aPhoneThatHangsUpAndOneThatIsHungUpOnAreTold() throws IOException {
        String rings = "received|INVITE sip:1001@x SIP/2.0|1 INVITE";
        RungPhone talk = RungPhone.read(log(rings, "sent|SIP/2.0 200 OK|1 INVITE", "sent|BYE sip:x SIP/2.0|1 BYE")).getFirst();
        assertEquals(List.of("1001", "138", true, true), List.of(talk.phone(), talk.caller(), talk.isTalk(), talk.byPhone()));
        RungPhone cut = RungPhone.read(log(rings, "sent|SIP/2.0 200 OK|1 INVITE", "received|BYE sip:x SIP/2.0|2 BYE")).getFirst();
        assertEquals(List.of(true, false), List.of(cut.isTalk(), cut.byPhone()));
        RungPhone stopped = RungPhone.read(log(rings, "received|CANCEL sip:1001@x SIP/2.0|1 CANCEL",
                "sent|SIP/2.0 200 OK|1 CANCEL")).getFirst();
        assertEquals(List.of(false, false), List.of(stopped.isTalk(), stopped.byPhone()));
    }

    @Test
    void theLinesOfACallInAsterisksRecordsAreOneCall() {
        String line = "\"\",\"138\",\"o*1001*5*5000*1\",\"hm-connect\",\"\"\"b4001\"\" <138>\",\"PJSIP/hm-trunk-00000001\","
                + "\"%s\",\"Dial\",\"PJSIP/1001,5\",\"2026-11-22 10:00:00\",\"2026-11-22 10:00:00\",\"2026-11-22 10:00:0%d\","
                + "%d,%d,\"ANSWERED\",\"DOCUMENTATION\",\"hm-1.0\"";
        List<PbxCall> calls = PbxCall.read(List.of(line.formatted("", 3, 3, 3), line.formatted("PJSIP/1001-00000002", 9, 9, 6)));
        assertEquals(1, calls.size());
        assertEquals(Set.of("1001"), calls.getFirst().talkedTo());
        assertEquals(9_000, calls.getFirst().endedMs() - calls.getFirst().arrivedMs());
    }
}
