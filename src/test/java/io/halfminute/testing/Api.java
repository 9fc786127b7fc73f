package io.halfminute.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The HTTP API, used as a script would use it. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String server;
    private final String token;

    public Api(String server) {
        this(server, null);
    }

    private Api(String server, String token) {
        this.server = server;
        this.token = token;
    }

    /** The same, signed in. */
    public Api signIn(String name, String password) {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("password", password);
        return new Api(server, call("POST", "/session", body).at("/token").asText());
    }

    /** What a request says of who sends it. */
    public String authorization() {
        return "Bearer " + token;
    }

    /** Whether the server says that it is. */
    public boolean isReady() {
        try {
            return send(request("/health/ready").GET().build()).statusCode() == 200;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    /** What the server says of its own health; empty when nobody answers. */
    public String health() {
        try {
            return send(request("/health/ready").GET().build()).body();
        } catch (UncheckedIOException notThere) {
            return "";
        }
    }

    /** The text of {@code /metrics}. */
    public String metrics() {
        return send(request("/metrics").GET().build()).body();
    }

    public JsonNode get(String path) {
        return call("GET", path, null);
    }

    /** Asks for a state: signed-in, ready, signed-out. */
    public void state(String agent, String state) {
        call("PUT", "/agents/" + agent + "/state", JSON.createObjectNode().put("state", state));
    }

    public JsonNode agent(String agent) {
        return get("/agents/" + agent);
    }

    /** Every item of a list, over all its pages. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=100" + cursor);
            page.at("/items").forEach(items::add);
            cursor = page.at("/next").isNull() ? null : "&cursor=" + page.at("/next").asText();
        } while (cursor != null);
        return items;
    }

    /** @return the answer's body; fails when its status is not one of success */
    public JsonNode call(String method, String path, JsonNode body) {
        HttpRequest.Builder request = request("/api/v1" + path).header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", authorization());
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        try {
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(15));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
