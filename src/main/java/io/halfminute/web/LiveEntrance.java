package io.halfminute.web;

import io.halfminute.account.User;
import io.halfminute.agent.AgentId;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lets browsers and scripts in on {@code /events}: looks where the page comes from, finds out who it is by cookie, header or
 * first message, and takes their wishes.
 */
final class LiveEntrance implements Handler<RoutingContext> {

    private static final long SIGN_IN_MS = 5_000;

    private final Vertx vertx;
    private final LiveHub hub;
    private final Doorkeeper doorkeeper;
    private final Origins origins;
    private final WebSettings settings;

    LiveEntrance(Vertx vertx, LiveHub hub, Doorkeeper doorkeeper, Origins origins, WebSettings settings) {
        this.vertx = vertx;
        this.hub = hub;
        this.doorkeeper = doorkeeper;
        this.origins = origins;
        this.settings = settings;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            context.fail(new ProblemException(ProblemCode.VALIDATION, "/events is a WebSocket; connect with ws:// or wss://"));
            return;
        }
        try {
            origins.require(request, false);
        } catch (ProblemException foreign) {
            context.fail(foreign);
            return;
        }
        if (hub.isFull()) {
            context.fail(new ProblemException(ProblemCode.OVERLOADED, settings.maxLiveClients()
                    + " pages listen already; close one, or allow more in the configuration", 10));
            return;
        }
        Optional<String> token = Doorkeeper.bearer(request).or(() -> Doorkeeper.cookie(request));
        request.toWebSocket().onSuccess(socket -> open(socket, token)).onFailure(failure -> context.fail(
                new ProblemException(ProblemCode.VALIDATION, "no WebSocket: " + failure.getMessage())));
    }

    private void open(ServerWebSocket socket, Optional<String> token) {
        LiveClient[] self = new LiveClient[1];
        LiveClient client = new LiveClient(vertx, socket, hub, settings, () -> askAgain(self[0]));
        self[0] = client;
        socket.pause();
        socket.textMessageHandler(text -> take(client, socket, text));
        socket.binaryMessageHandler(bytes -> client.close(LiveClose.NOT_UNDERSTOOD));
        token.ifPresentOrElse(known -> signIn(client, socket, known), socket::resume);
        vertx.setTimer(SIGN_IN_MS, timer -> {
            if (client.who() == null) {
                client.close(LiveClose.NOT_SIGNED_IN);
            }
        });
    }

    private void signIn(LiveClient client, ServerWebSocket socket, String token) {
        socket.pause();
        doorkeeper.find(token).onComplete(lookup -> {
            Optional<User> user = lookup.succeeded() ? lookup.result() : Optional.empty();
            user.ifPresentOrElse(found -> client.signIn(new SignedIn(found, token)),
                    () -> client.close(LiveClose.NOT_SIGNED_IN));
            socket.resume();
        });
    }

    /** A session that ended elsewhere ends its sockets too; a database that is away ends nobody's. */
    private void askAgain(LiveClient client) {
        if (client.who() != null) {
            doorkeeper.find(client.who().token()).onSuccess(found -> {
                if (found.isEmpty()) {
                    client.close(LiveClose.NOT_SIGNED_IN);
                }
            });
        }
    }

    private void take(LiveClient client, ServerWebSocket socket, String text) {
        try {
            JsonObject message = new JsonObject(text);
            if (client.sendsTooMuch()) {
                client.close(LiveClose.NOT_UNDERSTOOD);
            } else if (message.getValue("token") instanceof String token && client.who() == null) {
                signIn(client, socket, token);
            } else if (client.who() == null) {
                client.close(LiveClose.NOT_SIGNED_IN);
            } else {
                subscribe(client, message);
            }
        } catch (RuntimeException notUnderstood) {
            client.close(LiveClose.NOT_UNDERSTOOD);
        }
    }

    private void subscribe(LiveClient client, JsonObject message) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        JsonArray wanted = message.getJsonArray("subscribe");
        wanted.forEach(topic -> topics.add(Names.parse(Topic.class, (String) topic)));
        AgentId desk = desk(client.who(), message.getString("agent"));
        boolean wantsDesk = topics.contains(Topic.DESK);
        if (wantsDesk && desk == null) {
            client.close(LiveClose.NOT_ALLOWED);
            return;
        }
        client.subscribe(topics, wantsDesk ? desk : null);
    }

    /** Whose desk is meant; null if it is nobody's or not for him. */
    private static AgentId desk(SignedIn who, String wanted) {
        AgentId own = who.user().agent();
        if (wanted == null || wanted.equals("me")) {
            return own;
        }
        AgentId named = new AgentId(wanted);
        return who.isSupervisor() || named.equals(own) ? named : null;
    }
}
