package io.halfminute.web;

import io.halfminute.agent.AgentId;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.EnumSet;
import java.util.Set;

/**
 * One browser that listens. At most one message of each topic waits for it, by name only: its text is made when the socket
 * can take it, so it is always the newest. Belongs to one event loop.
 */
final class LiveClient {

    private static final int MAX_SILENT_PINGS = 2;

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final LiveHub hub;
    private final WebSettings settings;
    private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
    private final Set<Topic> waiting = EnumSet.noneOf(Topic.class);
    private final long pingTimer;
    private SignedIn who;
    private AgentId desk;
    private int silentPings;
    private int messages;
    private long slowTimer = -1;
    private boolean closed;

    LiveClient(Vertx vertx, ServerWebSocket socket, LiveHub hub, WebSettings settings, Runnable onPing) {
        this.vertx = vertx;
        this.socket = socket;
        this.hub = hub;
        this.settings = settings;
        this.pingTimer = vertx.setPeriodic(settings.pingEvery().toMillis(), timer -> ping(onPing));
        vertx.setPeriodic(60_000, timer -> forgetMessages(timer));
        socket.drainHandler(none -> drained()).pongHandler(pong -> silentPings = 0)
                .closeHandler(none -> gone()).exceptionHandler(failure -> close(LiveClose.NOT_UNDERSTOOD));
        hub.add(this);
    }

    /** Who listens; null until he has said so. */
    SignedIn who() {
        return who;
    }

    void signIn(SignedIn someone) {
        who = someone;
    }

    boolean isOf(String token) {
        return who != null && who.token().equals(token);
    }

    /** Counts a message from the browser; whether it sends too many. */
    boolean sendsTooMuch() {
        silentPings = 0;
        return ++messages > settings.clientMessagesPerMinute();
    }

    /** Listens to these topics, and no others, from now on, and gets the present state of each. */
    void subscribe(Set<Topic> wanted, AgentId wantedDesk) {
        topics.clear();
        waiting.clear();
        topics.addAll(wanted);
        desk = wantedDesk;
        wanted.forEach(this::send);
    }

    void boardChanged() {
        send(Topic.WALLBOARD);
    }

    void deskChanged(Set<AgentId> desks) {
        if (desk != null && desks.contains(desk)) {
            send(Topic.DESK);
        }
    }

    void close(LiveClose why) {
        if (!closed) {
            socket.close(why.code(), why.reason());
            gone();
        }
    }

    private void send(Topic topic) {
        if (isOver() || !topics.contains(topic)) {
            return;
        }
        if (socket.writeQueueFull()) {
            waiting.add(topic);
            watchSlowness();
            return;
        }
        String message = topic == Topic.WALLBOARD ? hub.boardMessage() : hub.deskMessage(desk);
        if (message != null) {
            socket.writeTextMessage(message);
        }
    }

    private void drained() {
        vertx.cancelTimer(slowTimer);
        slowTimer = -1;
        Set<Topic> due = EnumSet.copyOf(waiting);
        waiting.clear();
        due.forEach(this::send);
    }

    private void watchSlowness() {
        if (slowTimer == -1) {
            slowTimer = vertx.setTimer(settings.slowClientAfter().toMillis(), timer -> close(LiveClose.TOO_SLOW));
        }
    }

    private void ping(Runnable onPing) {
        if (++silentPings > MAX_SILENT_PINGS) {
            close(LiveClose.TOO_SLOW);
            return;
        }
        if (!isOver() && !socket.writeQueueFull()) {
            socket.writePing(Buffer.buffer());
        }
        onPing.run();
    }

    /** A socket that has just ended may not be asked anything any more, and tells of it a moment later. */
    private boolean isOver() {
        return closed || socket.isClosed();
    }

    private void forgetMessages(long timer) {
        messages = 0;
        if (closed) {
            vertx.cancelTimer(timer);
        }
    }

    private void gone() {
        closed = true;
        vertx.cancelTimer(pingTimer);
        vertx.cancelTimer(slowTimer);
        hub.remove(this);
    }
}
