package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.BOSS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people see when something behind the web server fails. */
class TroubleTest {

    @RegisterExtension
    final WebFixture web = new WebFixture();

    @Test
    void withoutADatabaseListsSaySoAndLivePagesGoOn() {
        web.records.databaseAway = true;
        web.tickets.databaseAway = true;

        for (String path : List.of("/calls", "/calls/call-1", "/calls/call-1/context", "/tickets", "/tickets/7",
                "/service-level?from=0&to=9")) {
            var reply = web.get(path, AGENT);
            assertEquals(503, reply.status(), path);
            assertEquals("database-unavailable", reply.code(), path);
            assertEquals("5", reply.header("retry-after"));
        }
        for (String path : List.of("/wallboard", "/queues", "/agents", "/agents/me/desk", "/brands", "/pause-reasons")) {
            assertEquals(200, web.get(path, AGENT).status(), path);
        }
        assertEquals(204, web.send("PUT", "/agents/me/state", new JsonObject().put("state", "ready"), AGENT).status());
    }

    @Test
    void signingInWithoutADatabaseSaysSo() {
        web.sessions.databaseAway = true;
        JsonObject credentials = new JsonObject().put("name", "1001").put("password", "right");

        assertEquals("database-unavailable", web.send("POST", "/session", credentials, WebFixture.NOBODY).code());
        assertEquals("database-unavailable", web.get("/wallboard", AGENT).code());
    }

    @Test
    void aFaultIsToldWithoutItsInsides() {
        web.records.fault = new IllegalStateException("password of the database is hunter2");
        var reply = web.get("/calls", BOSS);

        assertEquals(500, reply.status());
        assertEquals("internal", reply.code());
        assertFalse(reply.text().contains("hunter2"));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsATimeOut() {
        web.records.held = new CountDownLatch(1);
        var reply = web.get("/calls", BOSS);

        assertEquals(503, reply.status());
        assertEquals("timed-out", reply.code());
    }

    @Test
    void whileEveryPlaceWaitsForTheDatabaseFurtherRequestsAreTurnedAway()
            throws InterruptedException, ExecutionException, TimeoutException {
        web.records.held = new CountDownLatch(1);
        List<CompletableFuture<WebFixture.Reply>> waiting = java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> web.get("/calls", BOSS), Thread::startVirtualThread)).toList();
        assertTrue(web.records.entered.tryAcquire(4, 5, TimeUnit.SECONDS));

        assertEquals("overloaded", web.get("/calls", BOSS).code());
        web.records.held.countDown();
        for (CompletableFuture<WebFixture.Reply> each : waiting) {
            assertEquals(4, each.get(5, TimeUnit.SECONDS).status() / 100 == 2 ? 4 : 5);
        }
    }

    @Test
    void probesTellWhatIsMissing() {
        assertEquals(200, probe("/health/live").status());
        assertEquals("up", probe("/health/ready").json().getString("status"));

        web.health = List.of(new HealthPart("pbx", false, true, "connection refused"),
                new HealthPart("database", true, false, ""));
        var down = probe("/health/ready");
        assertEquals(503, down.status());
        assertEquals("pbx", down.json().getJsonArray("parts").getJsonObject(0).getString("name"));

        web.health = List.of(new HealthPart("database", false, false, "away"));
        assertEquals(200, probe("/health/ready").status());
    }

    @Test
    void metricsAreText() {
        var reply = probe("/metrics");

        assertEquals("halfminute_calls 1\n", reply.text());
        assertTrue(reply.header("content-type").startsWith("text/plain"));
    }

    private WebFixture.Reply probe(String path) {
        return web.raw("GET", path, null, WebFixture.NOBODY, "");
    }
}
