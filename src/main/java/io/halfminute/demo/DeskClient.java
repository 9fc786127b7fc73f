package io.halfminute.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** What a script can do at an agent's desk, by the HTTP API. Signs in when it has to. */
final class DeskClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int UNAUTHENTICATED = 401;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI api;
    private final DemoAgent agent;
    private String token;

    DeskClient(URI api, DemoAgent agent) {
        this.api = api.resolve("/api/v1/");
        this.agent = agent;
    }

    /** The desk as the agent sees it. */
    JsonNode desk() throws IOException, InterruptedException {
        return ask("GET", "agents/me/desk", null);
    }

    /** @param reason for a pause; null otherwise */
    void setState(String state, String reason) throws IOException, InterruptedException {
        ask("PUT", "agents/me/state", reason == null ? Map.of("state", state) : Map.of("state", state, "reason", reason));
    }

    /** Sets what a ticket is about, with the version that it has now. */
    void classify(long ticket, TicketWords words) throws IOException, InterruptedException {
        JsonNode now = ask("GET", "tickets/" + ticket, null);
        Map<String, Object> change = new java.util.HashMap<>(Map.of("version", now.path("version").asInt(), "class", words.ticketClass(),
                "status", words.status()));
        if (!words.type().isEmpty()) {
            change.put("type", words.type());
        }
        ask("PATCH", "tickets/" + ticket, change);
        ask("POST", "tickets/" + ticket + "/notes", Map.of("text", words.note()));
    }

    private JsonNode ask(String method, String path, Object body) throws IOException, InterruptedException {
        if (token == null) {
            JsonNode session = send("POST", "session", Map.of("name", agent.user(), "password", agent.password()));
            token = session.path("token").asText();
        }
        return send(method, path, body);
    }

    private JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path)).timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() == UNAUTHENTICATED) {
            token = null;
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(agent.user() + ": " + method + " " + path + " was answered " + answer.statusCode() + " "
                    + answer.body());
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
