package io.halfminute.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.agent.AgentId;
import io.halfminute.call.CallEnd;
import io.halfminute.forecast.Forecast.Silence;
import io.halfminute.forecast.Forecast.Status;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.queue.QueueId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitTellerTest {

    private static final CallId CALL = new CallId("c1");
    private static final long NOON = 1_700_000_000_000L;

    private final WaitTeller teller = new WaitTeller(Telling.DEFAULT, 2);

    private static Forecast.Wait wait(CallId call, long byMs, Silence silent) {
        return new Forecast.Wait(call, new QueueId("orders"), byMs - 1_000, byMs, silent);
    }

    private static Forecast forecast(Status status, long nowMs, Forecast.Wait... waits) {
        return new Forecast(nowMs, nowMs + 900_000, status, Forecast.Expected.NONE, List.of(), List.of(waits), null,
                new Forecast.TrackRecord(0, 0, 0, 0), 200);
    }

    private List<Integer> said(long nowMs, long byMs) {
        return teller.toTell(forecast(Status.READY, nowMs, wait(CALL, byMs, null))).stream()
                .map(AcdInput.TellWait::seconds).toList();
    }

    @Test
    void theBoundIsRoundedUpToATimeForWhichThereIsASentence() {
        assertEquals(List.of(120), said(NOON, NOON + 90_001));
        assertEquals(List.of(90), new WaitTeller(Telling.DEFAULT, 2)
                .toTell(forecast(Status.READY, NOON, wait(CALL, NOON + 90_000, null))).stream().map(AcdInput.TellWait::seconds).toList());
    }

    @Test
    void aShortWaitIsNotTalkedAbout() {
        assertEquals(List.of(), said(NOON, NOON + 29_999));
        assertEquals(List.of(30), said(NOON, NOON + 30_000));
    }

    @Test
    void nobodyIsToldWhatIsNotKnown() {
        Forecast.Wait known = wait(CALL, NOON + 60_000, null);
        for (Status status : List.of(Status.NOT_YET, Status.LEARNING, Status.LINK_DOWN, Status.LEFT_OUT)) {
            assertEquals(List.of(), teller.toTell(forecast(status, NOON, known)), status::name);
        }
        for (Silence why : Silence.values()) {
            assertEquals(List.of(), teller.toTell(forecast(Status.READY, NOON, wait(CALL, NOON + 60_000, why))), why::name);
        }
    }

    @Test
    void whoHasBeenToldIsToldAgainOnlyWhenHeStillWaitsLongAfterwards() {
        assertEquals(1, said(NOON, NOON + 60_000).size());
        assertEquals(0, said(NOON + 5_000, NOON + 60_000).size(), "he is about to hear it");
        teller.accept(List.of(new AcdEvent.WaitTold(CALL, 60, NOON + 62_000, NOON + 2_000)));
        assertEquals(0, said(NOON + 121_000, NOON + 180_000).size());
        assertEquals(1, said(NOON + 122_000, NOON + 180_000).size());
    }

    @Test
    void whatWasNotSpokenInTimeIsSaidAnew() {
        assertEquals(List.of(60), said(NOON, NOON + 60_000));
        assertEquals(List.of(90), said(NOON + 10_000, NOON + 80_000));
    }

    @Test
    void moreCallersThanItCanRememberAreToldNothing() {
        assertEquals(2, teller.toTell(forecast(Status.READY, NOON, wait(CALL, NOON + 60_000, null),
                wait(new CallId("c2"), NOON + 60_000, null), wait(new CallId("c3"), NOON + 60_000, null))).size());
    }

    @Test
    void whoHasGoneOrIsAnsweredMakesRoomForOthers() {
        assertEquals(2, teller.toTell(waitFor("c1", "c2")).size());
        teller.accept(List.of(new AcdEvent.CallEnded(CALL, CallEnd.ABANDONED, Cause.UNSEEN, true, NOON)));
        assertEquals(List.of("c3"), toldOf("c3", "c4"));
        teller.accept(List.of(new AcdEvent.CallAnswered(new CallId("c2"), new OfferId(1), new AgentId("li"), NOON)));
        assertEquals(List.of("c5"), toldOf("c5", "c6"));
    }

    private List<String> toldOf(String... calls) {
        return teller.toTell(waitFor(calls)).stream().map(told -> told.call().value()).toList();
    }

    private static Forecast waitFor(String... calls) {
        return forecast(Status.READY, NOON, Stream.of(calls).map(call -> wait(new CallId(call), NOON + 60_000, null))
                .toArray(Forecast.Wait[]::new));
    }

    @Test
    void aWaitForWhichThereIsNoSentenceIsNotTalkedAbout() {
        assertEquals(List.of(), said(NOON, NOON + 3_600_001));
        assertEquals(List.of(3_600), said(NOON, NOON + 3_600_000));
    }

    @Test
    void switchedOffItSaysNothing() {
        WaitTeller silent = new WaitTeller(new Telling(false, 0, 0), 2);
        assertEquals(List.of(), silent.toTell(forecast(Status.READY, NOON, wait(CALL, NOON + 60_000, null))));
    }

    @Test
    void everyLanguageHasEachSentence() throws Exception {
        List<String> catalogue = Files.readAllLines(Path.of("asterisk/prompts/catalogue.tsv"));
        WaitTeller.SENTENCES.forEach(seconds -> Stream.of("zh", "en").forEach(language -> assertTrue(catalogue.stream()
                .anyMatch(line -> line.startsWith("wait-" + seconds + "\t" + language + "\t")), seconds + " s in " + language)));
    }
}
