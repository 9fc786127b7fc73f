package io.halfminute.server;

import io.halfminute.config.Configuration;
import io.halfminute.config.HttpConfig;
import io.halfminute.web.Ports;
import io.halfminute.web.WebServer;
import io.halfminute.web.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages and API, as the configuration wants them. */
final class WebPart implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebPart.class);

    private final HttpConfig http;
    private final WebServer web;

    WebPart(Configuration configuration, Ports ports) {
        this.http = configuration.server().http();
        this.web = new WebServer(settings(configuration), ports);
    }

    static WebSettings settings(Configuration configuration) {
        HttpConfig http = configuration.server().http();
        WebSettings standard = WebSettings.DEFAULT;
        return new WebSettings(http.address(), http.port(), standard.publicOrigin(), standard.tls(), http.secureCookies(),
                standard.requestTimeout(), standard.idleTimeout(), standard.maxConnections(), http.mostBodyBytes(),
                standard.maxHeaderBytes(), standard.blockingAtOnce(), configuration.server().board().refresh(),
                http.mostWebSockets(), standard.slowClientAfter(), standard.pingEvery(),
                standard.clientMessagesPerMinute(), configuration.server().sessions().requestsPerSecond());
    }

    /** @throws StartFailure when it cannot listen */
    void start() {
        LOG.info("Pages and API on http://{}:{}/", http.address(), StartFailure.orValue(web.start()));
    }

    @Override
    public void close() {
        web.close();
    }
}
