package io.halfminute.web;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.Set;

/** Puts the parts of the web server together, on the one event loop that they share. */
final class WebVerticle extends VerticleBase {

    private static final int MAX_SOCKET_MESSAGE = 16 * 1024;
    private static final Set<Integer> ERRORS = Set.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 500, 501);

    private final WebSettings settings;
    private final Ports ports;
    private final String pagesFolder;
    private volatile LiveHub hub;
    private HttpServer server;

    WebVerticle(WebSettings settings, Ports ports, String pagesFolder) {
        this.pagesFolder = pagesFolder;
        this.settings = settings;
        this.ports = ports;
    }

    /** What it listens on; once it is started. */
    int port() {
        return server.actualPort();
    }

    /** Read by any thread. */
    int liveClients() {
        return hub == null ? 0 : hub.size();
    }

    @Override
    public Future<?> start() {
        ApiDocument document = new ApiDocument();
        hub = new LiveHub(vertx, ports.live(), settings);
        hub.start();
        return document.contract(vertx).compose(contract -> listen(router(document, contract)));
    }

    @Override
    public Future<?> stop() {
        hub.closeAll();
        return server == null ? Future.succeededFuture() : server.close();
    }

    private Router router(ApiDocument document, OpenAPIContract contract) {
        Offload offload = new Offload(vertx, settings.blockingAtOnce(), settings.requestTimeout());
        Blocking blocking = new Blocking(offload);
        Origins origins = new Origins(settings.publicOrigin());
        Doorkeeper doorkeeper = new Doorkeeper(contract, document.openToAll(), ports.sessions(), blocking, origins,
                new RequestRate(settings.requestsPerSecond(), ports.clock()));
        Api api = new Api(Operations.of(ports, settings, blocking, hub), document);

        Router router = Router.router(vertx);
        ERRORS.forEach(status -> router.errorHandler(status, Problems::handle));
        router.route().handler(new SecurityHeaders(settings.tls().isPresent()));
        router.route().handler(new RequestClock(vertx, settings.requestTimeout().toMillis()));
        router.route().failureHandler(Problems::handle);
        new Probes(offload, ports.health(), ports.metrics()).mount(router);
        router.get("/events").handler(new LiveEntrance(vertx, hub, doorkeeper, origins, settings));
        router.route("/api/v1/*").subRouter(api.router(vertx, contract, doorkeeper, settings.maxBodyBytes()));
        router.route("/api/*").handler(context -> context.fail(contract.findPath(context.normalizedPath()) == null ? 404 : 405));
        router.get().handler(new Pages(offload, pagesFolder));
        return router;
    }

    private Future<HttpServer> listen(Router router) {
        HttpServerOptions options = Listening.options(settings)
                .setMaxWebSocketFrameSize(MAX_SOCKET_MESSAGE)
                .setMaxWebSocketMessageSize(MAX_SOCKET_MESSAGE)
                .setCompressionSupported(true);
        return Listening.start(vertx, options, settings, router).onSuccess(listening -> server = listening);
    }
}
