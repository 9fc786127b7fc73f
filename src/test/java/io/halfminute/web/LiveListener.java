package io.halfminute.web;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser that listens on {@code /events}. */
final class LiveListener implements WebSocket.Listener {

    final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final boolean reads;
    private WebSocket socket;

    private LiveListener(boolean reads) {
        this.reads = reads;
    }

    static LiveListener connect(HttpClient http, String authority, Map<String, String> headers) {
        return connect(http, authority, headers, true);
    }

    /** @param reads false: takes nothing from the socket, as a browser that hangs */
    static LiveListener connect(HttpClient http, String authority, Map<String, String> headers, boolean reads) {
        LiveListener listener = new LiveListener(reads);
        WebSocket.Builder builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        listener.socket = builder.buildAsync(URI.create("ws://" + authority + "/events"), listener).join();
        return listener;
    }

    LiveListener says(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    LiveListener says(JsonObject message) {
        return says(message.encode());
    }

    List<JsonObject> of(String topic) {
        return messages.stream().filter(message -> topic.equals(message.getString("topic")))
                .map(message -> message.getJsonObject("data")).toList();
    }

    void leave() {
        socket.abort();
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        if (reads) {
            webSocket.request(1);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            messages.add(new JsonObject(part.toString()));
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
