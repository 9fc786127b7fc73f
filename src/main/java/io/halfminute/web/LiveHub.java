package io.halfminute.web;

import io.halfminute.agent.AgentId;
import io.halfminute.view.BoardState;
import io.halfminute.view.Views;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Passes new states on to the browsers that listen. What changed is noted on the views' thread, which never waits; everything
 * else happens on one event loop. A desk is sent at once, the wallboard at most once in {@code boardEvery}; states are whole,
 * so leaving one out loses nothing.
 */
final class LiveHub {

    private final Vertx vertx;
    private final LiveViews views;
    private final long boardEveryMs;
    private final int maxClients;
    private final Set<LiveClient> clients = new LinkedHashSet<>();
    private final Set<AgentId> changedDesks = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean changedBoard = new AtomicBoolean();
    private final AtomicBoolean flushing = new AtomicBoolean();
    private volatile int size;
    private boolean boardResting;
    private boolean boardWaiting;
    private BoardState encoded;
    private String encodedText = "";

    LiveHub(Vertx vertx, LiveViews views, WebSettings settings) {
        this.vertx = vertx;
        this.views = views;
        this.boardEveryMs = settings.boardEvery().toMillis();
        this.maxClients = settings.maxLiveClients();
    }

    /** Listens to the views; call it once, on the event loop that owns the clients. */
    void start() {
        Context loop = vertx.getOrCreateContext();
        views.onChange(change -> note(change, loop));
    }

    boolean isFull() {
        return clients.size() >= maxClients;
    }

    /** Read by any thread. */
    int size() {
        return size;
    }

    void add(LiveClient client) {
        clients.add(client);
        size = clients.size();
    }

    void remove(LiveClient client) {
        clients.remove(client);
        size = clients.size();
    }

    /** Lets go of everybody who is there by this token. */
    void close(String token) {
        List.copyOf(clients).stream().filter(client -> client.isOf(token))
                .forEach(client -> client.close(LiveClose.NOT_SIGNED_IN));
    }

    /** Lets go of everybody. */
    void closeAll() {
        List.copyOf(clients).forEach(client -> client.close(LiveClose.STOPPING));
    }

    /** The wallboard as a message; written once for everybody. */
    String boardMessage() {
        BoardState board = views.board();
        if (board != encoded) {
            encodedText = "{\"topic\":\"wallboard\",\"data\":" + Json.encode(board) + "}";
            encoded = board;
        }
        return encodedText;
    }

    /** An agent's desk as a message; null if there is no such agent. */
    String deskMessage(AgentId agent) {
        return views.desk(agent).map(desk -> "{\"topic\":\"desk\",\"data\":" + Json.encode(desk) + "}").orElse(null);
    }

    private void note(Views.Change change, Context loop) {
        changedDesks.addAll(change.desks());
        if (change.board()) {
            changedBoard.set(true);
        }
        if (flushing.compareAndSet(false, true)) {
            loop.runOnContext(none -> flush());
        }
    }

    private void flush() {
        flushing.set(false);
        Set<AgentId> desks = new HashSet<>(changedDesks);
        changedDesks.removeAll(desks);
        clients.forEach(client -> client.deskChanged(desks));
        if (changedBoard.getAndSet(false)) {
            boardChanged();
        }
    }

    private void boardChanged() {
        boardWaiting = boardResting;
        if (!boardResting) {
            boardResting = true;
            // First, so that whatever becomes of this round there is a next one.
            vertx.setTimer(boardEveryMs, timer -> boardRested());
            clients.forEach(LiveClient::boardChanged);
        }
    }

    private void boardRested() {
        boardResting = false;
        if (boardWaiting) {
            boardChanged();
        }
    }
}
