package io.halfminute.web;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web server: API, live states, pages, health and metrics on one port. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final WebSettings settings;
    private final WebVerticle verticle;
    private final Vertx vertx;

    public WebServer(WebSettings settings, Ports ports) {
        this(settings, ports, "/web/");
    }

    WebServer(WebSettings settings, Ports ports, String pagesFolder) {
        this.settings = settings;
        this.verticle = new WebVerticle(settings, ports, pagesFolder);
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2));
    }

    /**
     * Starts to listen.
     *
     * @return the port that it listens on; fails with advice when the port is taken or the certificate cannot be read
     */
    public CompletableFuture<Integer> start() {
        return vertx.deployVerticle(verticle).map(id -> verticle.port()).toCompletionStage().toCompletableFuture();
    }

    /** How many browsers and scripts listen to live states now. */
    public int liveClients() {
        return verticle.liveClients();
    }

    /** Tells the browsers, stops listening and lets everything go; waits some seconds at most. */
    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().orTimeout(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException late) {
            LOG.warn("the web server did not stop within {}", CLOSE_WITHIN, late);
        }
    }
}
