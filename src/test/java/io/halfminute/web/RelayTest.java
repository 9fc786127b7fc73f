package io.halfminute.web;

import static io.halfminute.web.WebFixture.BOSS;
import static io.halfminute.web.WebFixture.NOBODY;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RelayTest {

    /** More than an HTTP client opens to one server if nothing else is said. */
    private static final int BROWSERS = 12;

    @RegisterExtension
    final WebFixture web = new WebFixture(withWebSockets(BROWSERS));
    private final Relay relay = new Relay(WebFixture.shortWaits());
    private int port;

    private static WebSettings withWebSockets(int most) {
        WebSettings waits = WebFixture.shortWaits();
        return new WebSettings(waits.host(), 0, waits.publicOrigin(), waits.tls(), false, waits.requestTimeout(),
                waits.idleTimeout(), 100, waits.maxBodyBytes(), waits.maxHeaderBytes(), 4, waits.boardEvery(), most,
                waits.slowClientAfter(), waits.pingEvery(), 20, 1_000);
    }

    @BeforeEach
    void follow() {
        port = relay.start().join();
    }

    @AfterEach
    void end() {
        relay.close();
    }

    private CompletableFuture<HttpResponse<String>> ask(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        return web.http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static void assertNobodyLeads(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
        assertEquals("nobody-leads", new JsonObject(answer.body()).getString("code"));
    }

    @Test
    void theAnswerOfTheLeaderIsHandedThrough() {
        relay.to("http://" + web.authority());
        assertEquals(web.get("/wallboard", BOSS).json(), new JsonObject(ask("/api/v1/wallboard", BOSS).join().body()));
        HttpResponse<String> refused = ask("/api/v1/wallboard", NOBODY).join();
        assertEquals(401, refused.statusCode());
        assertEquals(1, refused.headers().allValues("Content-Security-Policy").size());
    }

    @Test
    void manyBrowsersListenAtOnceAndOthersStillGetAnswers() {
        relay.to("http://" + web.authority());
        JsonObject subscribe = new JsonObject().put("subscribe", new JsonArray(List.of("wallboard")));
        List<LiveListener> browsers = Stream.generate(() -> LiveListener.connect(web.http, "127.0.0.1:" + port,
                Map.of("Cookie", "hm_session=1001-token")).says(subscribe)).limit(BROWSERS).toList();

        await().until(() -> browsers.stream().allMatch(browser -> !browser.of("wallboard").isEmpty()));
        assertEquals(200, ask("/api/v1/wallboard", BOSS).join().statusCode());
        browsers.forEach(LiveListener::leave);
        await().until(() -> web.liveClients() == 0);
    }

    @Test
    void whileNobodyLeadsTheProblemSaysSo() {
        assertNobodyLeads(ask("/api/v1/wallboard", BOSS).join());
        assertEquals(200, ask("/health/live", NOBODY).join().statusCode());
        assertEquals(503, ask("/health/ready", NOBODY).join().statusCode());
    }

    @Test
    void aDeadLeaderIsAProblemThatSaysSo() {
        relay.to("http://" + web.authority());
        web.stop();
        assertNobodyLeads(ask("/api/v1/wallboard", BOSS).join());
    }

    @Test
    void moreRequestsThanConnectionsOfAnHttpClientWaitForAHangingLeaderAndAllAreAnswered() throws IOException {
        try (ServerSocket hangs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            relay.to("http://127.0.0.1:" + hangs.getLocalPort());
            List<CompletableFuture<HttpResponse<String>>> answers =
                    Stream.generate(() -> ask("/api/v1/wallboard", BOSS)).limit(BROWSERS).toList();
            answers.forEach(answer -> assertNobodyLeads(answer.join()));
        }
    }

    @Test
    void aTakenPortIsNamedWithAdvice() {
        Relay second = new Relay(WebFixture.shortWaits().listeningOn("127.0.0.1", port));
        CompletionException failed = assertThrows(CompletionException.class, () -> second.start().join());
        assertInstanceOf(IllegalStateException.class, failed.getCause());
        assertTrue(failed.getCause().getMessage().contains(":" + port + " "), failed.getCause().getMessage());
        second.close();
    }
}
