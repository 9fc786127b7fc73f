package io.halfminute.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentState;
import io.halfminute.forecast.Forecast.Silence;
import io.halfminute.forecast.Forecast.Status;
import io.halfminute.pbx.CallId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ForecasterTest {

    private final Room room = new Room(ForecastSpec.DEFAULT, 3);

    @Test
    void beforeAnythingIsKnownNothingIsForetold() {
        Forecast none = new Forecaster(ForecastSpec.DEFAULT).forecast(0, () -> false);
        assertEquals(Status.NOT_YET, none.status());
        assertNull(none.hotline().share());
    }

    @Test
    void whoWaitsIsAnsweredWhenTheTalkBeforeHimIsOver() {
        room.learns(60);
        occupyAll();
        CallId waiting = room.after(100_000).waits();
        Forecast.Wait wait = room.forecast().waitsByCall().get(waiting);
        long expectedMs = 11_000 + 10_000 + 3_000;
        assertNull(wait.silent());
        assertEquals(expectedMs, wait.answerMs() - room.nowMs, 6_000, "of 120 s of talk 109 are over; wrap-up, pick-up");
        assertTrue(wait.byMs() >= wait.answerMs());
        assertEquals(1, wait.spokenMinutes(room.nowMs));
    }

    /** The first to talk has talked for 9 s longer than the last, and nobody else is free. */
    private void occupyAll() {
        for (int i = 0; i < 3; i++) {
            room.answers(Room.agent(i), room.waits());
        }
    }

    @Test
    void whoComesWhileAnAgentIsFreeWaitsForThePickUpOnly() {
        Forecast.Wait newcomer = room.learns(60).forecast().queues().getFirst().newcomer();
        assertTrue(newcomer.byMs() - room.nowMs < 12_000, () -> "in " + (newcomer.byMs() - room.nowMs) + " ms");
    }

    @Test
    void fewTalksAreTooFewToTellACaller() {
        room.learns(5);
        CallId waiting = room.waits();
        Forecast forecast = room.forecast();
        assertEquals(Status.LEARNING, forecast.status());
        assertEquals(Silence.LEARNING, forecast.waitsByCall().get(waiting).silent());
        assertNull(forecast.waitsByCall().get(waiting).spokenMinutes(room.nowMs));
    }

    @Test
    void whileFewTalksWereSeenNoServiceLevelIsForetold() {
        room.learns(5);
        room.waits();
        tellsNoShare(room.forecast());
    }

    @Test
    void whileThePbxCannotBeHeardNoServiceLevelIsForetold() {
        room.learns(60);
        room.waits();
        room.tell(new AcdEvent.LinkChanged(false, "gone", room.nowMs));
        tellsNoShare(room.forecast());
    }

    /** Calls are expected all the same. */
    private static void tellsNoShare(Forecast forecast) {
        Forecast.Expected queue = forecast.queues().getFirst().expected();
        assertEquals(new Forecast.Expected(null, null, null, forecast.hotline().calls()), forecast.hotline());
        assertEquals(new Forecast.Expected(null, null, null, queue.calls()), queue);
        assertTrue(forecast.hotline().calls() > 0);
    }

    @Test
    void whereNobodyIsAtWorkNobodyIsToldATime() {
        room.learns(60);
        for (int i = 0; i < 3; i++) {
            room.become(Room.agent(i), AgentState.READY, AgentState.SIGNED_OUT, "");
        }
        Forecast.Wait wait = room.forecast().waitsByCall().getOrDefault(room.waits(), null);
        assertNull(wait, "it came after the forecast");
        Forecast forecast = room.forecast();
        assertEquals(Silence.NOBODY, forecast.waits().getFirst().silent());
        assertNull(forecast.waits().getFirst().byMs());
    }

    @Test
    void whileThePbxCannotBeHeardNobodyIsToldATime() {
        room.learns(60);
        room.waits();
        room.tell(new AcdEvent.LinkChanged(false, "gone", room.nowMs));
        Forecast forecast = room.forecast();
        assertEquals(Status.LINK_DOWN, forecast.status());
        assertEquals(Silence.LINK_DOWN, forecast.waits().getFirst().silent());
        assertNull(forecast.advice());
    }

    @Test
    void theSameEventsAndSeedGiveTheSameForecast() {
        Room twin = new Room(ForecastSpec.DEFAULT, 3);
        assertEquals(crowded(twin).forecast(), crowded(room).forecast());
    }

    /** Two agents of three rest, and a call comes each fifty seconds; whoever is not served gives up. */
    private static Room crowded(Room room) {
        room.learns(60);
        room.become(Room.agent(1), AgentState.READY, AgentState.PAUSED, "meal");
        room.become(Room.agent(2), AgentState.READY, AgentState.PAUSED, "meal");
        room.answers(Room.agent(0), room.waits());
        for (int i = 0; i < 12; i++) {
            CallId waiting = room.after(5_000).waits();
            room.after(45_000).givesUp(waiting);
        }
        room.waits();
        return room;
    }

    @Test
    void theAdviceIsToCallThoseBackWhoRest() {
        Forecast forecast = crowded(room).forecast();
        assertTrue(forecast.hotline().share() < 0.7, () -> "expected " + forecast.hotline());
        Act.CallBack act = assertInstanceOf(Act.CallBack.class, forecast.advice().act());
        assertEquals("meal", act.reason());
        assertTrue(forecast.advice().lift() >= ForecastSpec.DEFAULT.advice().margin());
    }

    @Test
    void whoHasEnoughAgentsGetsNoAdvice() {
        assertNull(room.learns(60).forecast().advice());
    }

    @Test
    void playingStopsWhenItHasTakenLongEnough() {
        AtomicInteger asked = new AtomicInteger();
        Forecast forecast = crowded(room).forecaster.forecast(room.nowMs, () -> asked.incrementAndGet() >= 10);
        assertEquals(10, forecast.plays());
    }
}
