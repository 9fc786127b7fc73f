package io.halfminute.web;

import io.halfminute.agent.PauseReason;
import io.halfminute.alarm.AlarmPicture;
import io.halfminute.call.BrandId;
import io.halfminute.ledger.Calendar;
import io.halfminute.ledger.LedgerQueries;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real web server on a free port with fakes behind it. Each answer is checked against the document. Static: one for all tests. */
final class WebFixture implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    static final long NOW_MS = 40_000;
    static final Map<String, String> BOSS = Map.of("Authorization", "Bearer boss-token");
    static final Map<String, String> AGENT = Map.of("Authorization", "Bearer 1001-token");
    static final Map<String, String> NOBODY = Map.of();

    final FakeLive live = new FakeLive();
    final FakeMachine machine = new FakeMachine();
    final FakeSessions sessions = new FakeSessions();
    final FakeRecords records = new FakeRecords();
    final FakeTickets tickets = new FakeTickets();
    final FakeCallbacks callbacks = new FakeCallbacks();
    /** Stands for a store that holds nothing; a test may put another there. */
    volatile LedgerQueries ledger = FakeRecords.NO_CALLS;
    volatile Calendar calendar = new Calendar(ZoneId.of("Asia/Shanghai"), LocalTime.MIDNIGHT);
    final HttpClient http = HttpClient.newHttpClient();
    volatile AlarmPicture alarms = AlarmPicture.NONE;
    volatile List<HealthPart> health = List.of(new HealthPart("pbx", true, true, ""));
    private final WebSettings settings;
    private WebServer server;
    private DocumentCheck check;
    private Vertx vertx;
    private boolean shared;
    int port;

    WebFixture() {
        this(shortWaits());
    }

    WebFixture(WebSettings settings) {
        this.settings = settings;
    }

    /** As shipped, on a free port, with waits that suit a test. */
    static WebSettings shortWaits() {
        WebSettings shipped = WebSettings.DEFAULT;
        return new WebSettings("127.0.0.1", 0, shipped.publicOrigin(), shipped.tls(), false, Duration.ofMillis(700),
                shipped.idleTimeout(), 100, shipped.maxBodyBytes(), shipped.maxHeaderBytes(), 4, Duration.ofMillis(100), 5,
                Duration.ofMillis(400), Duration.ofSeconds(1), 20, 1_000);
    }

    /** One server for all tests of the class, where the fixture is static. */
    @Override
    public void beforeAll(ExtensionContext context) {
        shared = true;
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        end();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!shared) {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!shared) {
            end();
        }
    }

    private void start() {
        Ports ports = new Ports(live, machine, sessions, records, tickets,
                (piece, question, beginnings) -> records.counted(ledger, piece, question, beginnings), callbacks, callbacks::take, () -> calendar,
                () -> List.of(new Brand(new BrandId("shop-a"), "Shop A", "zh", List.of("4001"))),
                () -> List.of(new PauseChoice(new PauseReason("meal"), Map.of("en", "Meal"))),
                () -> health, () -> "halfminute_calls 1\n", () -> alarms, () -> Instant.ofEpochMilli(NOW_MS));
        server = new WebServer(settings, ports, "/pages-of-tests/");
        port = server.start().join();
        vertx = Vertx.vertx();
        check = new DocumentCheck(vertx);
    }

    private void end() {
        if (records.held != null) {
            records.held.countDown();
        }
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        http.close();
    }

    /** Stops the server before the test ends. */
    void stop() {
        server.close();
    }

    int liveClients() {
        return server.liveClients();
    }

    DocumentCheck check() {
        return check;
    }

    String authority() {
        return "127.0.0.1:" + port;
    }

    /** What came back. */
    record Reply(int status, String text, HttpResponse<String> raw) {
        JsonObject json() {
            return new JsonObject(text);
        }

        String code() {
            return json().getString("code");
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Reply get(String path, Map<String, String> headers) {
        return send("GET", path, null, headers);
    }

    /** Sends to the API, with a JSON body if there is one. */
    Reply send(String method, String path, Object body, Map<String, String> headers) {
        String text = body == null ? null : body instanceof String raw ? raw : ((JsonObject) body).encode();
        Reply reply = raw(method, "/api/v1" + path, text, headers, "application/json");
        check.answer(method, path, reply);
        return reply;
    }

    /** Sends anything anywhere. */
    Reply raw(String method, String path, String body, Map<String, String> headers, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + authority() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        }
    }
}
