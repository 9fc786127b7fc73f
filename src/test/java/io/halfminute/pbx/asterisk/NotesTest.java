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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final long MINUTE = 60_000;
    private static final long RECORDED = 100 * MINUTE;
    private static final CallId OPEN = new CallId("hm-1.9");

    private final Set<String> asked = new LinkedHashSet<>();
    private final Notes notes = new Notes(new Known(RECORDED, Set.of(OPEN)), 30_000, 3);

    private static NoteEvent noted(CallId call, long endedMs) {
        NoteEvent event = new NoteEvent("test");
        event.setKey("/hm-ended/" + endedMs / MINUTE + "/" + call);
        event.setVal("1,1000,,," + endedMs + ",WAITING,,4001,,,0,,16");
        return event;
    }

    private List<CallId> read(long nowMs, CallId there, NoteEvent... kept) throws Exception {
        return notes.read(minute -> {
            asked.add(String.valueOf(minute));
            return Stream.of(kept).filter(note -> minute == null || note.key().startsWith("/hm-ended/" + minute + "/")).toList();
        }, Set.of(there), nowMs).stream().map(ended -> ended.last().call()).toList();
    }

    @Test
    void whatEndedAfterTheLastRecordIsNewsAndWhatEndedBeforeItIsNot() throws Exception {
        CallId before = new CallId("hm-1.1");
        CallId after = new CallId("hm-1.2");
        assertEquals(List.of(after), read(RECORDED + MINUTE, new CallId("hm-1.3"), noted(after, RECORDED + 1),
                noted(before, RECORDED - 1), noted(new CallId("hm-1.3"), RECORDED + 2)));
    }

    @Test
    void theEndOfACallThatIsOnRecordWithoutOneIsNewsEvenIfAnotherWasRecordedAfterIt() throws Exception {
        assertEquals(List.of(OPEN), read(RECORDED + MINUTE, new CallId("hm-1.3"), noted(OPEN, RECORDED - 1)));
    }

    @Test
    void inARunThatHasWatchedAllOfTheLastMomentsIsToldAgain() throws Exception {
        CallId lately = new CallId("hm-1.1");
        notes.watched(RECORDED);
        assertEquals(List.of(lately), read(RECORDED + 1_000, new CallId("hm-1.3"), noted(lately, RECORDED - 29_000),
                noted(new CallId("hm-1.2"), RECORDED - 31_000)));
    }

    @Test
    void theLastOfTooManyAreTakenInTheOrderOfTheirEnds() throws Exception {
        List<NoteEvent> many = IntStream.rangeClosed(1, 5).mapToObj(n -> noted(new CallId("hm-1." + n), RECORDED + 6 - n)).toList();
        assertEquals(List.of(new CallId("hm-1.3"), new CallId("hm-1.2"), new CallId("hm-1.1")),
                read(RECORDED + MINUTE, OPEN, many.toArray(NoteEvent[]::new)));
    }

    @Test
    void afterALongTimeAllNotesAreAskedForAtOnce() throws Exception {
        read(RECORDED + 10 * MINUTE, OPEN);
        assertEquals(12, asked.size());
        asked.clear();
        read(RECORDED + 100 * MINUTE, OPEN);
        assertEquals(Set.of("null"), asked);
    }

    @Test
    void whereNoServerHasBeenBeforeNothingIsAskedFor() throws Exception {
        Notes first = new Notes(Known.NOTHING, 30_000, 3);
        assertEquals(List.of(), first.read(minute -> {
            throw new AssertionError("asked for " + minute);
        }, Set.of(), RECORDED));
    }
}
