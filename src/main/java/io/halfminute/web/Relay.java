package io.halfminute.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.MediaType;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
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
    /** The leader itself ends what takes too long, and says it better; so long after it a leader that hangs is given up. */
    private static final int LEADER_GRACE_MS = 4_000;
    private static final MediaType PROBLEM = MediaType.parse(Problems.MEDIA_TYPE);

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

    /** Starts to listen; @return the port; fails with advice when it is taken */
    public CompletableFuture<Integer> start() {
        Router router = Router.router(vertx);
        router.route().failureHandler(Problems::handle);
        router.get("/health/live").handler(context -> send(context, 200, new JsonObject().put("status", "up")));
        router.get("/health/ready").handler(this::ready);
        router.get("/metrics").handler(context -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                .end("# HELP halfminute_leading Whether this server leads.\n# TYPE halfminute_leading gauge\n"
                        + "halfminute_leading 0\n"));
        HttpProxy proxy = proxy();
        router.route().handler(context -> {
            if (leader == null) {
                context.fail(nobodyLeads("no server leads yet"));
            } else {
                proxy.handle(context.request());
            }
        });
        return Listening.start(vertx, Listening.options(settings), settings, router).map(HttpServer::actualPort)
                .toCompletionStage().toCompletableFuture();
    }

    /** As many connections to the leader as browsers may have to this server; each WebSocket keeps one. */
    private HttpProxy proxy() {
        HttpClientAgent client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MS),
                new PoolOptions().setHttp1MaxSize(settings.maxConnections()).setMaxWaitQueueSize(settings.maxConnections()));
        return HttpProxy.reverseProxy(client).origin(this::askLeader).addInterceptor(new ProxyInterceptor() {
            @Override
            public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                return context.sendRequest().recover(failed -> Future.succeededFuture(unreachable(context, failed)));
            }
        });
    }

    private Future<HttpClientRequest> askLeader(ProxyContext context) {
        URI now = leader;
        RequestOptions request = new RequestOptions().setServer(SocketAddress.inetSocketAddress(now.getPort(), now.getHost()));
        return context.client().request(context.isWebSocket() ? request
                : request.setIdleTimeout(settings.requestTimeout().toMillis() + LEADER_GRACE_MS));
    }

    private ProxyResponse unreachable(ProxyContext context, Throwable failed) {
        LOG.debug("The leader at {} does not answer", leader, failed);
        ProblemException problem = nobodyLeads("the leader at " + leader + " does not answer");
        ProxyRequest request = context.request().release();
        return request.response().setStatusCode(problem.code().status())
                .setBody(Body.body(Problems.document(problem, request.proxiedRequest().path()).toBuffer(), PROBLEM))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfterSeconds()));
    }

    private static ProblemException nobodyLeads(String why) {
        return new ProblemException(ProblemCode.NOBODY_LEADS,
                why + "; another server is about to lead, and callers wait in the PBX; ask again in a second", 1);
    }

    private void ready(RoutingContext context) {
        URI now = leader;
        HealthPart part = new HealthPart("lead", now != null, true, now == null ? "nobody leads yet"
                : "follows " + now);
        send(context, part.up() ? 200 : 503, new JsonObject().put("status", part.up() ? "up" : "down")
                .put("parts", new JsonArray(List.of(JsonObject.mapFrom(part)))));
    }

    private static void send(RoutingContext context, int status, JsonObject body) {
        context.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
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
