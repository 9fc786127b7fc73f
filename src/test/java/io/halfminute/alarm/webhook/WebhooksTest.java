package io.halfminute.alarm.webhook;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.halfminute.alarm.Alarm;
import io.halfminute.alarm.AlarmChange;
import io.halfminute.alarm.AlarmKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final String SECRET = "0123456789abcdef";
    private static final WebhookLimits LIMITS =
            new WebhookLimits(10, Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(2));
    private static final AlarmChange FLOOR =
            new AlarmChange(3, new Alarm(AlarmKind.QUEUE_FLOOR, "sh\"op", 1_000, 1, 2), true, 31_000);

    private final ConcurrentLinkedQueue<Map<String, String>> received = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;
    private volatile int failures;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Thread::startVirtualThread);
        receiver.createContext("/alarms", this::receive);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(Map.of("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                "signature", exchange.getRequestHeaders().getFirst("X-Halfminute-Signature"),
                "id", exchange.getRequestHeaders().getFirst("X-Halfminute-Delivery")));
        exchange.sendResponseHeaders(failures-- > 0 ? 500 : 204, -1);
        exchange.close();
    }

    private URI address(String host) {
        return URI.create("http://" + host + ":" + receiver.getAddress().getPort() + "/alarms");
    }

    @Test
    void anAlarmIsPostedWithASignatureThatTheReceiverCanCheck() {
        try (Webhooks webhooks = new Webhooks(List.of(address("127.0.0.1")), SECRET, "a", LIMITS, () -> Instant.ofEpochSecond(42))) {
            webhooks.tell(FLOOR);
            await().until(() -> !received.isEmpty());
        }
        Map<String, String> message = received.element();
        assertEquals(Signature.of(message.get("body"), SECRET, 42), message.get("signature"));
        assertEquals("a-42000-3", message.get("id"));
        assertTrue(message.get("body").contains("\"event\":\"alarm.raised\",\"node\":\"a\",\"atMs\":31000,\"kind\":\"queue-floor\""));
        assertTrue(message.get("body").contains("\"subject\":\"sh\\\"op\""), message.get("body"));
    }

    @Test
    void aDeadReceiverKeepsNothingFromALivingOneAndAFailureIsTriedAgainUnderItsId() {
        failures = 2;
        URI dead = URI.create("http://127.0.0.1:1/alarms");
        try (Webhooks webhooks = new Webhooks(List.of(dead, address("127.0.0.1")), SECRET, "", LIMITS, Instant::now)) {
            webhooks.tell(FLOOR);
            await().until(() -> received.size() == 3);
            assertEquals(1, received.stream().map(message -> message.get("id")).distinct().count());
            await().until(() -> webhooks.waiting() == 1);
        }
    }

    @Test
    void anAnswerWithoutAnEndHoldsTheNextAlarmNoLongerThanTheFirst() {
        CountDownLatch over = new CountDownLatch(1);
        receiver.createContext("/endless", exchange -> endless(exchange, over));
        try (Webhooks webhooks = new Webhooks(List.of(address("127.0.0.1").resolve("/endless")), SECRET, "", LIMITS, Instant::now)) {
            webhooks.tell(FLOOR);
            webhooks.tell(FLOOR);
            await().until(() -> webhooks.waiting() == 0 && received.size() == 2);
            assertEquals(0, webhooks.lost());
        } finally {
            over.countDown();
        }
    }

    private void endless(HttpExchange exchange, CountDownLatch over) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        received.add(Map.of());
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** RFC 4231 has no case of this form; computed with openssl: printf '42.{}' | openssl dgst -sha256 -hmac key. */
    @Test
    void theSignatureIsTheOneThatOtherProgramsCompute() {
        assertEquals("t=42,v1=479f5fabf373d659ed01b17cee79df2e457070f7b1795243f56bb889e667bdf7", Signature.of("{}", "key", 42));
    }
}
