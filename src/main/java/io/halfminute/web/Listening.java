package io.halfminute.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.util.concurrent.TimeUnit;

/** How a server listens, whether it leads or hands through: the same address, the same limits. */
final class Listening {

    private Listening() {
    }

    static HttpServerOptions options(WebSettings settings) {
        HttpServerOptions options = new HttpServerOptions()
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) settings.idleTimeout().toMillis())
                .setMaxHeaderSize(settings.maxHeaderBytes())
                .setMaxInitialLineLength(settings.maxHeaderBytes())
                .setHttp2ClearTextEnabled(false);
        settings.tls().ifPresent(tls -> options.setSsl(true).setUseAlpn(true).setKeyCertOptions(
                new PemKeyCertOptions().setCertPath(tls.certificateFile()).setKeyPath(tls.keyFile())));
        return options;
    }

    /** Fails with advice when the port is taken. */
    static Future<HttpServer> start(Vertx vertx, HttpServerOptions options, WebSettings settings, Router router) {
        return vertx.createHttpServer(options).connectionHandler(new Connections(settings.maxConnections()))
                .requestHandler(router).listen(settings.port(), settings.host())
                .recover(failure -> Future.failedFuture(explained(failure, settings)));
    }

    private static Throwable explained(Throwable failure, WebSettings settings) {
        return failure instanceof BindException ? new IllegalStateException("the web server cannot listen on "
                + settings.host() + ":" + settings.port() + " (" + failure.getMessage()
                + "); is another program there? Choose another port", failure) : failure;
    }
}
