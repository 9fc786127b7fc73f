package io.halfminute.web;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveHubTest {

    private final Vertx vertx = Vertx.vertx();
    private final FakeLive views = new FakeLive();
    private final LiveHub hub = new LiveHub(vertx, views, WebSettings.DEFAULT);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    /** The one whose browser goes is asked before the other. */
    @BeforeEach
    void twoBrowsersListen() throws Exception {
        ServerWebSocket goes = socket();
        when(goes.isClosed()).thenAnswer(_ -> over.get());
        // As Vert.x does: who asks a socket that is over gets an exception.
        when(goes.writeQueueFull()).thenAnswer(_ -> {
            if (over.get()) {
                throw new IllegalStateException("WebSocket is closed");
            }
            return false;
        });
        ServerWebSocket stays = socket();
        doAnswer(invocation -> {
            heard.add(invocation.getArgument(0));
            return Future.succeededFuture();
        }).when(stays).writeTextMessage(any());
        CompletableFuture<Void> listening = new CompletableFuture<>();
        vertx.runOnContext(_ -> {
            hub.start();
            new LiveClient(vertx, goes, hub, WebSettings.DEFAULT, () -> { }).subscribe(Set.of(Topic.WALLBOARD), null);
            new LiveClient(vertx, stays, hub, WebSettings.DEFAULT, () -> { }).subscribe(Set.of(Topic.WALLBOARD), null);
            listening.complete(null);
        });
        listening.get(10, TimeUnit.SECONDS);
    }

    /** Its setters answer itself. */
    private static ServerWebSocket socket() {
        return mock(ServerWebSocket.class, RETURNS_SELF);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Between the end of a connection and the word of it there is a moment, and a board may change in it. */
    @Test
    void aBrowserThatJustWentDoesNotStopTheBoardsOfTheOthers() {
        over.set(true);
        views.publishBoard(FakeLive.board(2));
        awaitBoard(2);
        views.publishBoard(FakeLive.board(3));
        awaitBoard(3);
    }

    private void awaitBoard(int atMs) {
        await("board " + atMs).atMost(5, TimeUnit.SECONDS).until(() -> heard.stream()
                .anyMatch(text -> new JsonObject(text).getJsonObject("data").getInteger("atMs") == atMs));
    }
}
