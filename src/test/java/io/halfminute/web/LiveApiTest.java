package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.BOSS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.halfminute.alarm.Alarm;
import io.halfminute.alarm.AlarmChange;
import io.halfminute.alarm.AlarmKind;
import io.halfminute.alarm.AlarmPicture;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveApiTest {

    @RegisterExtension
    final WebFixture web = new WebFixture();

    @Test
    void agentsReadTheWallboard() {
        JsonObject board = web.get("/wallboard", AGENT).json();

        assertEquals("138****8000", board.getJsonArray("waiting").getJsonObject(0).getString("caller"));
        assertEquals(4, board.getJsonObject("totals").getInteger("offered"));
    }

    @Test
    void theForecastTellsWhatWouldHelpAndWhenEachCallIsAnswered() {
        JsonObject reply = web.get("/forecast", AGENT).json();

        assertEquals("call-back", reply.getJsonObject("forecast").getJsonObject("advice").getString("act"));
        JsonObject waiting = reply.getJsonArray("waiting").getJsonObject(0);
        assertEquals("call-2", waiting.getString("callId"));
        assertEquals(1, waiting.getJsonObject("answer").getInteger("spokenMinutes"));
    }

    @Test
    void whatIsWrongIsToldInBothLanguagesAndWhatLatelyWas() {
        Alarm floor = new Alarm(AlarmKind.QUEUE_FLOOR, "shop-a", 1_000, 1, 2);
        web.alarms = new AlarmPicture(List.of(floor), List.of(new AlarmChange(1, floor, true, 31_000)));
        JsonObject reply = web.get("/alarms", AGENT).json();

        JsonObject alarm = reply.getJsonArray("items").getJsonObject(0);
        assertEquals("queue-floor", alarm.getString("kind"));
        assertEquals("队列 shop-a 就绪坐席 1 名，至少应有 2 名", alarm.getJsonObject("text").getString("zh"));
        assertEquals(31_000, reply.getJsonArray("recent").getJsonObject(0).getLong("atMs"));
        assertEquals("unauthenticated", web.get("/alarms", WebFixture.NOBODY).code());
    }

    @Test
    void queuesTellWhoWaits() {
        JsonObject queue = web.get("/queues", AGENT).json().getJsonArray("items").getJsonObject(0);

        assertEquals(1, queue.getInteger("waiting"));
        assertNull(queue.getValue("serviceLevelNow"));
    }

    @Test
    void anAgentReadsHisOwnDeskWithTheWholeNumber() {
        web.live.talks();
        JsonObject call = web.get("/agents/me/desk", AGENT).json().getJsonObject("call");

        assertEquals(FakeLive.CUSTOMER, call.getJsonObject("caller").getString("number"));
    }

    @Test
    void anAgentDoesNotReadAnothersDeskButASupervisorDoes() {
        assertEquals("forbidden", web.get("/agents/1002/desk", AGENT).code());
        assertEquals("1002", web.get("/agents/1002/desk", BOSS).json().getString("agent"));
        assertEquals("unknown-agent", web.get("/agents/4711/desk", BOSS).code());
    }

    @Test
    void brandsAndPauseReasonsAreTold() {
        assertEquals("4001", web.get("/brands", AGENT).json().getJsonArray("items").getJsonObject(0)
                .getJsonArray("numbers").getString(0));
        assertEquals("meal", web.get("/pause-reasons", AGENT).json().getJsonArray("items").getJsonObject(0).getString("code"));
    }
}
