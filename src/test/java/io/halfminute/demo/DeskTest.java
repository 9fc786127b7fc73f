package io.halfminute.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A played agent at a desk that answers as the API does. */
class DeskTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String deskState = "signed-out";
    private volatile int sessionAnswer = 201;
    private HttpServer server;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
        URI api = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        desk = new Desk(new DeskClient(api, new DemoAgent("1001", "secret", "1001", "x")), new Random(1), List.of());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!"GET".equals(exchange.getRequestMethod())) {
            asked.add(exchange.getRequestMethod() + " " + path + " " + body);
        }
        String json = switch (path) {
            case "session" -> "{\"token\": \"t\"}";
            case "agents/me/desk" -> "{\"state\": \"" + deskState + "\", \"sinceMs\": 1, \"call\": {\"ticket\": 7}}";
            default -> "{\"version\": 3}";
        };
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders("session".equals(path) ? sessionAnswer : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void look(int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            desk.step();
        }
    }

    @Test
    void anAgentSignsInAndComesToWork() throws Exception {
        look(1);
        assertEquals("PUT agents/me/state {\"state\":\"signed-in\"}", asked.getLast());
    }

    @Test
    void aPausedAgentComesBackAfterAWhile() throws Exception {
        deskState = "paused";
        look(1);
        assertTrue(asked.getLast().startsWith("POST session"));
        look(15);
        assertEquals("PUT agents/me/state {\"state\":\"ready\"}", asked.getLast());
    }

    @Test
    void afterACallTheTicketIsWrittenBeforeTheAgentIsReady() throws Exception {
        deskState = "wrap-up";
        look(11);
        List<String> afterSession = asked.subList(1, 4);
        assertTrue(afterSession.get(0).startsWith("PATCH tickets/7 ") && afterSession.get(0).contains("\"version\":3"), asked.toString());
        assertTrue(afterSession.get(1).startsWith("POST tickets/7/notes "), asked.toString());
        assertEquals("PUT agents/me/state {\"state\":\"ready\"}", afterSession.get(2));
    }

    @Test
    void aTalkingAgentIsLeftAlone() throws Exception {
        deskState = "on-call";
        look(20);
        assertEquals(1, asked.size());
    }

    @Test
    void aRefusedSignInIsTriedAgainWithTheNextLook() throws Exception {
        sessionAnswer = 401;
        assertThrows(IOException.class, () -> look(1));
        sessionAnswer = 201;
        look(1);
        assertEquals("PUT agents/me/state {\"state\":\"signed-in\"}", asked.getLast());
    }
}
