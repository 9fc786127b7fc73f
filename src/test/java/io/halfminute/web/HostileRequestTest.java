package io.halfminute.web;

import static io.halfminute.web.WebFixture.BOSS;
import static io.halfminute.web.WebFixture.NOBODY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestTest {

    private record Target(String method, String path) {
    }

    private static final List<Target> WITH_BODY = List.of(new Target("POST", "/session"),
            new Target("PUT", "/agents/1001/state"), new Target("PUT", "/agents/1001/skills"),
            new Target("PATCH", "/tickets/7"), new Target("POST", "/tickets/7/notes"));

    @RegisterExtension
    static final WebFixture web = new WebFixture();

    static Stream<String> bodies() {
        return Stream.of("", " ", "{", "}", "[]", "null", "true", "1", "\"x\"", "{}", "{\"state\":", "{\"a\":1}{\"b\":2}",
                "\u0000\u0001\u0002", "{\"name\":null,\"password\":null}", "{\"name\":{},\"password\":[]}",
                "{\"name\":\"a\",\"name\":\"b\",\"password\":\"c\",\"extra\":1}", "{\"state\":\"READY\"}",
                "{\"state\":\"ready\",\"reason\":\"';DROP TABLE\"}", "{\"state\":\"paused\",\"reason\":\"" + "x".repeat(5_000) + "\"}",
                "{\"version\":1e999,\"status\":\"open\"}", "{\"version\":99999999999999999999,\"status\":\"open\"}",
                "{\"version\":-1,\"status\":\"open\"}", "{\"version\":3.5,\"status\":\"open\"}", "{\"version\":3}",
                "{\"version\":3,\"class\":\"nonsense\"}", "{\"version\":3,\"type\":null}", "{\"text\":\"\"}", "{\"text\":\"\\u0000\"}",
                "{\"text\":\"\\ud800\"}", "{\"text\":\"" + "x".repeat(4_001) + "\"}", "{\"skills\":{\"__proto__\":1}}",
                "{\"skills\":[1]}", "[".repeat(5_000), "{\"a\":".repeat(5_000), "{\"text\":" + "9".repeat(2_000) + "}",
                "<xml/>", "name=1001&password=right", "\ufeff{}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatMakesNoSenseIsTheSendersFault(String body) {
        for (Target target : WITH_BODY) {
            var reply = web.send(target.method(), target.path(), body, BOSS);
            assertEquals(4, reply.status() / 100, () -> target + " " + reply.text());
        }
        assertTrue(web.machine.asked.isEmpty());
        assertTrue(web.tickets.lastNote == null);
    }

    @Test
    void aBodyThatIsMissingIsAskedFor() {
        for (Target target : WITH_BODY) {
            assertEquals("validation", web.send(target.method(), target.path(), null, BOSS).code());
        }
    }

    @Test
    void aBodyOfAnotherKindIsRefused() {
        for (String kind : List.of("text/plain", "application/xml", "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded", "nonsense")) {
            var reply = web.raw("POST", "/api/v1/session", "{\"name\":\"1001\",\"password\":\"right\"}", NOBODY, kind);
            assertEquals(4, reply.status() / 100, () -> kind + " " + reply.status() + reply.text());
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        JsonObject body = new JsonObject().put("text", "x".repeat(70_000));
        var reply = web.send("POST", "/tickets/7/notes", body, BOSS);

        assertEquals(413, reply.status());
        assertEquals("body-too-large", reply.code());
    }

    @Test
    void aKeyThatIsNotKnownIsRefusedAndNamed() {
        JsonObject body = new JsonObject().put("state", "paused").put("raeson", "meal");
        var reply = web.send("PUT", "/agents/1001/state", body, BOSS);

        assertEquals("validation", reply.code());
        assertTrue(reply.json().getString("detail").contains("raeson"), reply.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agents/..%2f..%2fetc", "/agents/%00", "/agents/LI", "/agents/%F0%9F%98%80", "/tickets/abc", "/tickets/0",
        "/tickets/-1", "/tickets/1e3x", "/tickets/99999999999999999999", "/tickets/1.5", "/calls/%3Cscript%3E", "/calls?limit=0",
        "/calls?limit=201", "/calls?limit=x", "/calls?from=-1", "/calls?from=1e400", "/calls?end=vanished", "/calls?number=1",
        "/calls?number=%27or%201=1", "/calls?cursor=%27", "/calls?live=maybe", "/calls?queue=A%20B", "/calls?q=",
        "/tickets?status=gone", "/tickets?class=%22", "/service-level?from=x&to=y", "/agents/x/state", "/nowhere", "/%2e%2e/", "//",
        "/agents/1001/desk/more"})
    void anAddressThatMakesNoSenseIsTheSendersFault(String path) {
        var reply = web.get(path, BOSS);

        assertEquals(4, reply.status() / 100, () -> path + " " + reply.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calls?limits=5", "/calls?limit=5&nonsense=1", "/tickets/7?full=1", "/calls?%00=", "/calls?LIMIT=5"})
    void aQueryParameterThatIsNotKnownIsRefusedAndNamed(String path) {
        var reply = web.get(path, BOSS);

        assertEquals(400, reply.status(), reply.text());
        assertEquals("validation", reply.code());
        assertTrue(reply.json().getString("detail").startsWith("query parameter \""), reply.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calls?limit=5&limit=50", "/calls?limit=5&limit=5", "/calls?limit=&limit=5"})
    void aQueryParameterThatIsThereTwiceIsRefusedAndNamed(String path) {
        var reply = web.get(path, BOSS);

        assertEquals(400, reply.status(), reply.text());
        assertEquals("query parameter \"limit\": is there 2 times; once is taken", reply.json().getString("detail"));
    }

    @Test
    void whatCouldHaveBeenMeantByAQueryParameterIsNamed() {
        assertTrue(web.get("/calls?limits=5", BOSS).json().getString("detail").contains("limit, "));
    }

    @Test
    void aMethodThatIsNotThereIsNamed() {
        var reply = web.send("DELETE", "/tickets/7", null, BOSS);

        assertEquals(405, reply.status());
        assertEquals("method-not-allowed", reply.code());
        assertEquals(4, web.raw("TRACE", "/api/v1/tickets", null, BOSS, "").status() / 100);
        assertEquals(4, web.raw("POST", "/", "x", BOSS, "text/plain").status() / 100);
    }

    @Test
    void headersThatAreTooLargeAreRefused() {
        Map<String, String> headers = new HashMap<>(BOSS);
        headers.put("X-Large", "x".repeat(20_000));

        assertEquals(4, web.raw("GET", "/api/v1/wallboard", null, headers, "").status() / 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/wallboard\r\n\r\n", "NONSENSE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u0000\u0000\r\n\r\n",
        "GET /api/v1/calls?q=%zz HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer boss-token\r\n\r\n",
        "GET /api/v1/calls?q=%ff%fe HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer boss-token\r\n\r\n",
        "GET /api/v1/agents/%zz HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer boss-token\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nzz\r\n",
        "GET /api/v1/session HTTP/1.1\r\nHost: x\r\nCookie: hm_session=\u0001;;;=;hm_session=\"\r\n\r\n",
        "GET /events HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        "GET /events HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"})
    void brokenHttpNeverMakesAServersFault(String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", web.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(!answer.startsWith("HTTP/1.1 5"), () -> bytes + " -> " + answer);
        }
        assertEquals(200, web.get("/wallboard", BOSS).status());
    }
}
