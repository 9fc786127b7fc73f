package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.BOSS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.call.CallEnd;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallApiTest {

    @RegisterExtension
    final WebFixture web = new WebFixture();

    @Test
    void callsAreReadPageByPage() {
        JsonObject first = web.get("/calls?limit=1", BOSS).json();
        JsonObject second = web.get("/calls?limit=1&cursor=" + first.getString("next"), BOSS).json();

        assertEquals("call-2", first.getJsonArray("items").getJsonObject(0).getString("callId"));
        assertEquals("call-1", second.getJsonArray("items").getJsonObject(0).getString("callId"));
        assertNull(second.getString("next"));
    }

    @Test
    void aForeignCursorIsAdvisedAbout() {
        var reply = web.get("/calls?cursor=forged", BOSS);

        assertEquals("validation", reply.code());
        assertTrue(reply.json().getString("detail").contains("forged"));
    }

    @Test
    void filtersReachTheRecords() {
        web.get("/calls?from=5&to=9&queue=shop-a&brand=shop-b&agent=1002&end=callback-taken&live=false&q=wang", BOSS);
        var filter = web.records.lastFilter;

        assertEquals(5, filter.fromMs());
        assertEquals(9, filter.toMs());
        assertEquals("shop-a", filter.queue().value());
        assertEquals("shop-b", filter.brand().value());
        assertEquals("1002", filter.agent().value());
        assertEquals(CallEnd.CALLBACK_TAKEN, filter.end());
        assertEquals(false, filter.live());
        assertEquals("wang", filter.text());
    }

    @Test
    void textIsTakenAsItWasTyped() {
        web.get("/calls?q=50%25%20%22off%22%2B1.5", BOSS);
        assertEquals("50% \"off\"+1.5", web.records.lastFilter.text());
        web.get("/calls?number=%2B8613800138000", BOSS);
        assertEquals("8613800138000", web.records.lastFilter.number());
        web.get("/calls?q=%5B1%5D", BOSS);
        assertEquals("[1]", web.records.lastFilter.text());
    }

    @Test
    void meInAFilterIsWhoAsks() {
        web.get("/calls?agent=me", AGENT);

        assertEquals("1001", web.records.lastFilter.agent().value());
    }

    @Test
    void numbersAreMaskedForAgentsAndWholeForSupervisors() {
        assertEquals("138****8000", callersNumber(web.get("/calls", AGENT).json().getJsonArray("items").getJsonObject(0)));
        assertEquals(FakeLive.CUSTOMER, callersNumber(web.get("/calls", BOSS).json().getJsonArray("items").getJsonObject(0)));
        assertEquals("138****8000", callersNumber(web.get("/calls/call-1", AGENT).json()));
    }

    @Test
    void theCustomerOfHisOwnPresentCallIsNotMaskedForAnAgent() {
        web.live.talks();

        assertEquals(FakeLive.CUSTOMER, callersNumber(web.get("/calls/call-1", AGENT).json()));
        assertEquals(FakeLive.CUSTOMER, callersNumber(web.get("/calls/call-1/context", AGENT).json().getJsonArray("recentCalls")
                .getJsonObject(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"138", "0138", "8000", "38001380"})
    void anAgentCannotSpellAMaskedNumberOutByParts(String part) {
        assertEquals(0, web.get("/calls?number=" + part, AGENT).json().getJsonArray("items").size());
        assertEquals(0, web.get("/tickets?number=" + part, AGENT).json().getJsonArray("items").size());
        assertEquals(1, web.get("/calls?number=" + part, BOSS).json().getJsonArray("items").size());
    }

    @Test
    void anAgentFindsACallByItsWholeNumber() {
        assertEquals(1, web.get("/calls?number=" + FakeLive.CUSTOMER, AGENT).json().getJsonArray("items").size());
    }

    @Test
    void anAgentDoesNotSearchByDigits() {
        assertEquals("forbidden", web.get("/calls?q=8000", AGENT).code());
        assertEquals(200, web.get("/calls?q=8000", BOSS).status());
        assertEquals(200, web.get("/calls?q=wang", AGENT).status());
    }

    @Test
    void aCallIsToldWithTimeLineOffersAndDecisions() {
        JsonObject call = web.get("/calls/call-1", BOSS).json();

        assertEquals("answered", call.getString("end"));
        assertEquals(true, call.getBoolean("inTime"));
        assertEquals(7, call.getInteger("ticket"));
        assertEquals("talking", call.getJsonArray("timeline").getJsonObject(1).getString("kind"));
        assertEquals("answered", call.getJsonArray("offers").getJsonObject(0).getString("outcome"));
        assertEquals("not-ready", call.getJsonArray("decisions").getJsonObject(0).getJsonArray("leftOut").getJsonObject(0)
                .getString("why"));
    }

    @Test
    void howTheSearchForAnAgentWentIsTold() {
        JsonArray steps = web.get("/calls/call-1", BOSS).json().getJsonArray("steps");

        assertEquals(List.of("asked-for-more", "agent-named", "name-dropped", "ring-opened", "wait-told"),
                steps.stream().map(step -> ((JsonObject) step).getString("kind")).toList());
        JsonArray skills = steps.getJsonObject(0).getJsonArray("skills");
        assertEquals(2, skills.getJsonObject(0).getInteger("least"));
        assertNull(skills.getJsonObject(1).getInteger("least"), "it is liked");
        assertEquals("1001", steps.getJsonObject(1).getString("agent"));
        assertEquals("not-in-time", steps.getJsonObject(2).getString("why"));
        assertEquals("least", steps.getJsonObject(3).getString("ring"));
        assertEquals(1_300, steps.getJsonObject(3).getLong("atMs"));
        assertEquals(30, steps.getJsonObject(4).getInteger("seconds"));
        assertEquals(32_000, steps.getJsonObject(4).getLong("byMs"));
    }

    @Test
    void aCallThatGoesOnHasNoEndAndIsLateOnceItsDeadlineHasPassed() {
        JsonObject call = web.get("/calls/call-2", BOSS).json();

        assertNull(call.getString("end"));
        assertNull(call.getValue("endedMs"));
        assertNull(call.getValue("ticket"));
        assertEquals(false, call.getBoolean("inTime"));
    }

    @Test
    void aCallersNameStaysText() {
        assertEquals("王芳 <script>", web.get("/calls/call-1", BOSS).json().getJsonObject("caller").getString("name"));
    }

    @Test
    void aCallThatDoesNotExistIsNamed() {
        assertEquals("not-found", web.get("/calls/1763782345.12", BOSS).code());
        assertEquals("not-found", web.get("/calls/1763782345.12/context", BOSS).code());
    }

    @Test
    void theDeskGetsTicketAndHistoryOfACall() {
        JsonObject context = web.get("/calls/call-1/context", BOSS).json();

        assertEquals(7, context.getJsonObject("ticket").getInteger("number"));
        assertEquals(8, context.getJsonArray("openTickets").getJsonObject(0).getInteger("number"));
        assertEquals("call-0", context.getJsonArray("recentCalls").getJsonObject(0).getString("callId"));
    }

    @Test
    void aCallWithoutTicketHasAContextAllTheSame() {
        assertNull(web.get("/calls/call-2/context", BOSS).json().getJsonObject("ticket"));
    }

    private static String callersNumber(JsonObject call) {
        return call.getJsonObject("caller").getString("number");
    }
}
