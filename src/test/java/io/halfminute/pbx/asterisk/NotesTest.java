package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent.EndedCall;
import io.halfminute.pbx.PbxEvent.Sent;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.PhoneId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialplan has noted of a call that ended. */
class NotesTest {

    private static final String KEY = "/hm-ended/29383333/1763782345.12";

    private static String name(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNoteTellsTheWholeCall() {
        EndedCall ended = Notes.parse(KEY, "1,1000,1100,2000,9000,CONNECTED,,4001,13800138000," + name("王\n芳") + ",77,1002,16")
                .orElseThrow();
        assertEquals(new CallId("1763782345.12"), ended.last().call());
        assertEquals("王 芳", ended.last().caller().name());
        assertEquals(List.of(1_000L, 1_100L, 2_000L, 9_000L),
                List.of(ended.last().arrivedMs(), ended.waitingMs(), ended.last().answeredMs(), ended.endedMs()));
        assertEquals(Stage.CONNECTED, ended.last().stage());
        assertEquals(new PhoneId("1002"), ended.last().phone());
        assertEquals(new OfferId(77), ended.last().offer());
        assertEquals(Cause.Reason.NORMAL, ended.cause().reason());
    }

    @Test
    void whoWasSentAwayBeforeTheWaitingRoomIsToldSo() {
        EndedCall ended = Notes.parse(KEY, "1,1000,,,9000,LEAVING,REFUSED,999,,,0,,16").orElseThrow();
        assertEquals(Sent.REFUSED, ended.sent());
        assertEquals(0, ended.waitingMs());
        assertEquals(List.of(), ended.last().phones());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "2,1000,,,9000,LEAVING,,999,,,0,,16", "1,,,,9000,LEAVING,,999,,,0,,16",
        "1,1000,,,,LEAVING,,999,,,0,,16", "1,9000,,,1000,LEAVING,,999,,,0,,16", "1,1000,,9999,9000,CONNECTED,,999,,,0,1001,16",
        "1,1000,,,9000,DANCING,,999,,,0,,16", "1,1000,,,9000,LEAVING,,999,,,0,,16,more",
        "1,1000,,2000,9000,CONNECTED,,999,,,0,10 01,16"})
    void aNoteThatMakesNoSenseIsNone(String note) {
        assertTrue(Notes.parse(KEY, note).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/hm-ended/1/", "/hm-ended/1/a b", "/hm-ended/1/${EPOCH}"})
    void aNoteOfNoCallIsNone(String key) {
        assertTrue(Notes.parse(key, "1,1000,,,9000,LEAVING,,999,,,0,,16").isEmpty());
    }
}
