package io.halfminute.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web server of a node that does not lead: pages, API and WebSockets are those of the leader, handed through, so that a
 * browser may use whichever node it reaches. Health is its own.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int CLOSE_SECONDS = 5;
    private static final int CONNECT_MS = 1_000;

    private final WebSettings settings;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1));
    private volatile URI leader;

    public Relay(WebSettings settings) {
        this.settings = settings;
    }

    /** From now on hands through to the leader at {@code address}, such as {@code http://10.0.0.5:8080}. */
    public void to(String address) {
        leader = URI.create(address);
    }

    /** Starts to listen; @return the port */
    public CompletableFuture<Integer> start() {
        HttpClientAgent client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MS));
        HttpProxy proxy = HttpProxy.reverseProxy(client).origin(OriginRequestProvider.selector(
                _ -> Future.succeededFuture(SocketAddress.inetSocketAddress(leader.getPort(), leader.getHost()))));
        Router router = Router.router(vertx);
        router.get("/health/live").handler(context -> send(context, 200, new JsonObject().put("status", "up")));
        router.get("/health/ready").handler(this::ready);
        router.get("/metrics").handler(context -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                .end("# HELP halfminute_leading Whether this server leads.\n# TYPE halfminute_leading gauge\n"
                        + "halfminute_leading 0\n"));
        router.route().handler(context -> {
            if (leader == null) {
                nobodyLeads(context);
            } else {
                proxy.handle(context.request());
            }
        });
        return vertx.createHttpServer(new HttpServerOptions().setMaxHeaderSize(settings.maxHeaderBytes())
                        .setMaxInitialLineLength(settings.maxHeaderBytes()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setIdleTimeout((int) settings.idleTimeout().toMillis()))
                .connectionHandler(new Connections(settings.maxConnections())).requestHandler(router)
                .listen(settings.port(), settings.host()).map(server -> server.actualPort())
                .toCompletionStage().toCompletableFuture();
    }

    private void ready(RoutingContext context) {
        URI now = leader;
        HealthPart part = new HealthPart("lead", now != null, true, now == null ? "nobody leads yet"
                : "follows " + now);
        send(context, part.up() ? 200 : 503, new JsonObject().put("status", part.up() ? "up" : "down")
                .put("parts", new JsonArray(List.of(JsonObject.mapFrom(part)))));
    }

    private static void nobodyLeads(RoutingContext context) {
        context.response().putHeader("Retry-After", "1");
        send(context, 503, new JsonObject().put("title", "No server leads at this moment").put("status", 503)
                .put("detail", "Another one is about to; callers wait in the PBX. Try again in a second."));
    }

    private static void send(RoutingContext context, int status, JsonObject body) {
        context.response().setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, status == 503 ? "application/problem+json" : "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end(body.toBuffer());
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            LOG.warn("the relay did not stop within {} s", CLOSE_SECONDS, late);
        }
    }
}
