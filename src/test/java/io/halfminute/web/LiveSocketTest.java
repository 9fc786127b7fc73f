package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.BOSS;
import static io.halfminute.web.WebFixture.NOBODY;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveSocketTest {

    private static final Map<String, String> COOKIE = Map.of("Cookie", "hm_session=1001-token");

    @RegisterExtension
    final WebFixture web = new WebFixture();

    private LiveListener connect(Map<String, String> headers) {
        return LiveListener.connect(web.http, web.authority(), headers);
    }

    private static JsonObject subscribe(String... topics) {
        return new JsonObject().put("subscribe", new JsonArray(List.of(topics)));
    }

    private static int closeCode(LiveListener listener) throws ExecutionException, InterruptedException, TimeoutException {
        return listener.closed.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoeverSubscribesGetsThePresentStateAndThenEachNewerOne() {
        LiveListener browser = connect(COOKIE).says(subscribe("wallboard", "desk"));
        await().until(() -> browser.messages.size() == 2);
        assertEquals(1, browser.of("wallboard").getFirst().getInteger("atMs"));
        assertEquals("1001", browser.of("desk").getFirst().getString("agent"));

        web.live.talks();
        web.live.publishBoard(FakeLive.board(2));
        await().until(() -> browser.of("desk").size() == 2 && browser.of("wallboard").size() == 2);
        assertEquals(FakeLive.CUSTOMER, browser.of("desk").getLast().getJsonObject("call").getJsonObject("caller")
                .getString("number"));
    }

    @Test
    void liveMessagesAreTheSameAsTheAnswersOfTheApi() {
        web.live.talks();
        LiveListener browser = connect(COOKIE).says(subscribe("wallboard", "desk"));
        await().until(() -> browser.messages.size() == 2);

        assertEquals(web.get("/wallboard", AGENT).json(), browser.of("wallboard").getFirst());
        assertEquals(web.get("/agents/me/desk", AGENT).json(), browser.of("desk").getFirst());
    }

    @Test
    void theWallboardIsSentAtMostOnceInItsTimeAndItsNewestStateAlwaysArrives() {
        LiveListener browser = connect(COOKIE).says(subscribe("wallboard"));
        await().until(() -> browser.messages.size() == 1);

        IntStream.rangeClosed(2, 200).forEach(at -> web.live.publishBoard(FakeLive.board(at)));
        await().until(() -> browser.of("wallboard").getLast().getInteger("atMs") == 200);
        assertTrue(browser.messages.size() < 20, () -> browser.messages.size() + " messages");
    }

    @Test
    void anotherAgentsNewsDoNotReachADesk() {
        LiveListener browser = connect(COOKIE).says(subscribe("desk"));
        await().until(() -> browser.messages.size() == 1);

        web.live.publishDesk(FakeLive.desk("1002", 5, null));
        web.live.publishDesk(FakeLive.desk("1001", 6, null));
        await().until(() -> browser.messages.size() == 2);
        assertEquals(6, browser.of("desk").getLast().getInteger("atMs"));
    }

    @Test
    void aScriptSignsInByItsFirstMessageOrByHeader() {
        LiveListener byMessage = connect(NOBODY).says(new JsonObject().put("token", "1001-token")).says(subscribe("desk"));
        LiveListener byHeader = connect(AGENT).says(subscribe("desk"));

        await().until(() -> byMessage.messages.size() == 1 && byHeader.messages.size() == 1);
    }

    @Test
    void nobodyListensUnknown() throws Exception {
        assertEquals(4401, closeCode(connect(NOBODY).says(subscribe("wallboard"))));
        assertEquals(4401, closeCode(connect(NOBODY).says(new JsonObject().put("token", "made-up"))));
        assertEquals(4401, closeCode(connect(Map.of("Cookie", "hm_session=made-up"))));
    }

    @Test
    void whoeverNeverSaysWhoHeIsIsLetGo() throws Exception {
        assertEquals(4401, closeCode(connect(NOBODY)));
    }

    @Test
    void aForeignPageDoesNotListen() {
        Map<String, String> foreign = Map.of("Cookie", "hm_session=1001-token", "Origin", "http://evil.example");
        Map<String, String> own = Map.of("Cookie", "hm_session=1001-token", "Origin", "http://" + web.authority());

        assertThrows(CompletionException.class, () -> connect(foreign));
        LiveListener browser = connect(own).says(subscribe("wallboard"));
        await().until(() -> browser.messages.size() == 1);
    }

    @Test
    void anAgentListensToHisOwnDeskOnlyAndASupervisorToAny() throws Exception {
        assertEquals(4403, closeCode(connect(AGENT).says(subscribe("desk").put("agent", "1002"))));
        assertEquals(4403, closeCode(connect(BOSS).says(subscribe("desk"))));
        LiveListener boss = connect(BOSS).says(subscribe("desk").put("agent", "1002"));
        await().until(() -> boss.messages.size() == 1);
        assertEquals("1002", boss.of("desk").getFirst().getString("agent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "null", "{}", "{\"subscribe\":\"wallboard\"}", "{\"subscribe\":[1]}",
        "{\"subscribe\":[null]}", "{\"subscribe\":[\"everything\"]}", "{\"subscribe\":[\"desk\"],\"agent\":\"../x\"}",
        "{\"subscribe\":[\"desk\"],\"agent\":{}}", "{\"token\":7}"})
    void whatIsNotUnderstoodEndsTheConversation(String message) throws Exception {
        assertEquals(4400, closeCode(connect(AGENT).says(message)));
    }

    @Test
    void aMessageThatIsTooLargeEndsTheConversation() {
        LiveListener browser = connect(AGENT).says("{\"token\":\"" + "x".repeat(100_000) + "\"}");

        await().until(browser.closed::isDone);
    }

    @Test
    void whoeverSendsTooMuchIsLetGo() throws Exception {
        LiveListener browser = connect(AGENT);
        for (int i = 0; i < 21 && !browser.closed.isDone(); i++) {
            browser.says(subscribe());
        }

        assertEquals(4400, closeCode(browser));
    }

    @Test
    void aBrowserThatHangsIsLetGoAndTheOthersAreServed() {
        LiveListener healthy = connect(AGENT).says(subscribe("wallboard"));
        LiveListener hanging = LiveListener.connect(web.http, web.authority(), COOKIE, false).says(subscribe("wallboard"));
        await().until(() -> healthy.messages.size() == 1);
        String longName = "x".repeat(1_000_000);
        int[] at = {2};

        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(() -> {
            web.live.publishBoard(FakeLive.board(at[0]++, longName + at[0]));
            return web.liveClients() == 1;
        });
        web.live.publishBoard(FakeLive.board(100_000));
        await().until(() -> healthy.of("wallboard").getLast().getInteger("atMs") == 100_000);
        assertFalse(healthy.closed.isDone());
        hanging.leave();
    }

    @Test
    void moreBrowsersThanAllowedAreTurnedAway() {
        List<LiveListener> all = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> all.add(connect(AGENT)));
        assertThrows(CompletionException.class, () -> connect(AGENT));

        all.getFirst().leave();
        await().until(() -> web.liveClients() == 4);
        LiveListener again = connect(AGENT).says(subscribe("wallboard"));
        await().until(() -> again.messages.size() == 1);
    }

    @Test
    void signingOffEndsTheSocketsOfTheSession() throws Exception {
        LiveListener browser = connect(COOKIE).says(subscribe("wallboard"));
        LiveListener other = connect(BOSS).says(subscribe("wallboard"));
        await().until(() -> browser.messages.size() == 1 && other.messages.size() == 1);

        web.send("DELETE", "/session", null, AGENT);
        assertEquals(4401, closeCode(browser));
        assertFalse(other.closed.isDone());
    }

    @Test
    void aSessionThatEndsElsewhereEndsItsSocketsAndADatabaseThatIsAwayEndsNobodys() throws Exception {
        LiveListener browser = connect(COOKIE).says(subscribe("wallboard"));
        await().until(() -> browser.messages.size() == 1);
        web.sessions.databaseAway = true;
        await().during(Duration.ofMillis(1_500)).until(() -> !browser.closed.isDone());

        web.sessions.databaseAway = false;
        web.sessions.signedOut.add("1001-token");
        assertEquals(4401, closeCode(browser));
    }

    @Test
    void aServerThatStopsSaysSo() throws Exception {
        LiveListener browser = connect(COOKIE).says(subscribe("wallboard"));
        await().until(() -> browser.messages.size() == 1);

        web.stop();
        assertEquals(1001, closeCode(browser));
    }

    @Test
    void aPlainRequestIsToldThatThisIsAWebSocket() {
        assertEquals("validation", web.raw("GET", "/events", null, AGENT, "").code());
    }
}
