package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.NOBODY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionApiTest {

    @RegisterExtension
    final WebFixture web = new WebFixture();

    private static JsonObject credentials(String name, String password) {
        return new JsonObject().put("name", name).put("password", password);
    }

    @Test
    void aRightPasswordGivesACookieThatScriptsInPagesCannotRead() {
        var reply = web.send("POST", "/session", credentials("1001", "right"), NOBODY);

        assertEquals(201, reply.status());
        String cookie = reply.header("set-cookie");
        assertTrue(cookie.startsWith("hm_session=1001-token;"), cookie);
        assertTrue(cookie.contains("HTTPOnly") || cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.contains("SameSite=Strict") && cookie.contains("Path=/") && cookie.contains("Max-Age"), cookie);
        assertEquals("1001-token", reply.json().getString("token"));
        assertEquals("agent", reply.json().getString("role"));
        assertEquals("1001", reply.json().getString("agent"));
    }

    @Test
    void aWrongPasswordIsRefusedWithoutSayingWhichOfTheTwoIsWrong() {
        var wrongPassword = web.send("POST", "/session", credentials("1001", "wrong"), NOBODY);
        var wrongName = web.send("POST", "/session", credentials("nobody", "wrong"), NOBODY);

        assertEquals(401, wrongPassword.status());
        assertEquals("wrong-credentials", wrongPassword.code());
        assertEquals(wrongPassword.text(), wrongName.text());
    }

    @Test
    void tooManyTriesAreToldHowLongToWait() {
        web.sessions.throttles = true;
        var reply = web.send("POST", "/session", credentials("1001", "right"), NOBODY);

        assertEquals(429, reply.status());
        assertEquals("3", reply.header("retry-after"));
    }

    @Test
    void signingInFromAForeignPageIsRefused() {
        var reply = web.send("POST", "/session", credentials("1001", "right"), Map.of("Origin", "https://evil.example"));

        assertEquals(403, reply.status());
        assertEquals("origin-refused", reply.code());
    }

    @Test
    void theTokenOfAScriptAndTheCookieOfABrowserAreBothTaken() {
        assertEquals("1001", web.get("/session", AGENT).json().getString("name"));
        assertEquals("1001", web.get("/session", Map.of("Cookie", "hm_session=1001-token")).json().getString("name"));
    }

    @Test
    void aSupervisorIsNoAgent() {
        JsonObject boss = web.get("/session", WebFixture.BOSS).json();

        assertEquals("supervisor", boss.getString("role"));
        assertEquals(null, boss.getString("agent"));
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        for (String path : new String[] {"/session", "/agents", "/wallboard", "/calls", "/tickets/7", "/brands"}) {
            var reply = web.get(path, NOBODY);
            assertEquals(401, reply.status(), path);
            assertEquals("unauthenticated", reply.code(), path);
        }
    }

    @Test
    void anInventedTokenIsRefused() {
        assertEquals(401, web.get("/session", Map.of("Authorization", "Bearer made-up")).status());
        assertEquals(401, web.get("/session", Map.of("Authorization", "Basic MTAwMTpyaWdodA==")).status());
        assertEquals(401, web.get("/session", Map.of("Authorization", "Bearer " + "x".repeat(600))).status());
    }

    @Test
    void signingOffEndsTheSessionAndTakesTheCookieBack() {
        var reply = web.send("DELETE", "/session", null, AGENT);

        assertEquals(204, reply.status());
        assertTrue(reply.header("set-cookie").contains("Max-Age=0"), reply.header("set-cookie"));
        assertEquals(401, web.get("/session", AGENT).status());
    }

    @Test
    void aChangeByCookieNeedsTheServersOwnPage() {
        Map<String, String> own = Map.of("Cookie", "hm_session=1001-token", "Origin", "http://" + web.authority());
        Map<String, String> foreign = Map.of("Cookie", "hm_session=1001-token", "Origin", "http://evil.example");
        Map<String, String> opaque = Map.of("Cookie", "hm_session=1001-token", "Origin", "null");
        Map<String, String> silent = Map.of("Cookie", "hm_session=1001-token");
        JsonObject ready = new JsonObject().put("state", "ready");

        assertEquals(204, web.send("PUT", "/agents/me/state", ready, own).status());
        assertEquals("origin-refused", web.send("PUT", "/agents/me/state", ready, foreign).code());
        assertEquals("origin-refused", web.send("PUT", "/agents/me/state", ready, opaque).code());
        assertEquals("origin-refused", web.send("PUT", "/agents/me/state", ready, silent).code());
        assertEquals(1, web.machine.asked.size());
    }

    @Test
    void readingByCookieNeedsNoOrigin() {
        assertEquals(200, web.get("/wallboard", Map.of("Cookie", "hm_session=1001-token")).status());
    }
}
