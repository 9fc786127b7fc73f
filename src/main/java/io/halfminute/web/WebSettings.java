package io.halfminute.web;

import java.time.Duration;
import java.util.Optional;

/**
 * How the web server listens and what it bears. Every list, wait and size of the package has its limit here.
 *
 * @param host             the address to listen on; loopback by default, open it only behind TLS
 * @param port             0 takes any free one
 * @param publicOrigin     what browsers call the server, such as {@code https://hotline.example}, where a proxy stands before
 *                         it; without it a page's origin must be the host that the request was sent to
 * @param tls              certificate and key; empty: plain HTTP
 * @param secureCookie     browsers send the cookie over HTTPS only; to be set behind a proxy that speaks it, always so with
 *                         {@code tls}
 * @param requestTimeout   an answer that takes longer becomes {@code timed-out}
 * @param idleTimeout      a connection on which nothing moves is closed; must be longer than {@code pingEvery}
 * @param maxConnections   connections beyond so many are closed at once
 * @param maxBodyBytes     larger bodies are refused
 * @param maxHeaderBytes   larger headers are refused
 * @param blockingAtOnce   requests that wait for the database at the same time; more are {@code overloaded}
 * @param boardEvery       the wallboard is sent at most once in this time
 * @param maxLiveClients   WebSockets at the same time
 * @param slowClientAfter  a browser that has taken nothing for so long, while something waits for it, is let go
 * @param pingEvery        how often a WebSocket is asked whether it lives; after two silent ones it is closed
 * @param clientMessagesPerMinute a WebSocket that sends more is closed
 * @param requestsPerSecond of one session; more are refused
 */
public record WebSettings(String host, int port, Optional<String> publicOrigin, Optional<Tls> tls, boolean secureCookie,
                          Duration requestTimeout, Duration idleTimeout, int maxConnections, int maxBodyBytes, int maxHeaderBytes,
                          int blockingAtOnce, Duration boardEvery, int maxLiveClients, Duration slowClientAfter,
                          Duration pingEvery, int clientMessagesPerMinute, int requestsPerSecond) {

    /** PEM files. */
    public record Tls(String certificateFile, String keyFile) {
    }

    /** What ships: loopback, port 8080. */
    public static final WebSettings DEFAULT = new WebSettings("127.0.0.1", 8080, Optional.empty(), Optional.empty(), false,
            Duration.ofSeconds(10), Duration.ofSeconds(75), 2_000, 64 * 1024, 16 * 1024, 64, Duration.ofMillis(250), 500,
            Duration.ofSeconds(10), Duration.ofSeconds(20), 60, 50);

    public WebSettings {
        atLeast("port", port, 0);
        atLeast("maxConnections", maxConnections, 1);
        atLeast("maxBodyBytes", maxBodyBytes, 1024);
        atLeast("maxHeaderBytes", maxHeaderBytes, 1024);
        atLeast("blockingAtOnce", blockingAtOnce, 1);
        atLeast("maxLiveClients", maxLiveClients, 0);
        atLeast("clientMessagesPerMinute", clientMessagesPerMinute, 1);
        atLeast("requestsPerSecond", requestsPerSecond, 1);
        positive("requestTimeout", requestTimeout);
        positive("boardEvery", boardEvery);
        positive("slowClientAfter", slowClientAfter);
        positive("pingEvery", pingEvery);
        if (idleTimeout.compareTo(pingEvery) <= 0) {
            throw new IllegalArgumentException("idleTimeout " + idleTimeout + " must be longer than pingEvery " + pingEvery
                    + ", or quiet WebSockets are closed between two pings");
        }
    }

    /** The same on another address. */
    public WebSettings listeningOn(String newHost, int newPort) {
        return new WebSettings(newHost, newPort, publicOrigin, tls, secureCookie, requestTimeout, idleTimeout, maxConnections,
                maxBodyBytes, maxHeaderBytes, blockingAtOnce, boardEvery, maxLiveClients, slowClientAfter, pingEvery,
                clientMessagesPerMinute, requestsPerSecond);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " " + value + ": at least " + least + " is needed");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " " + value + ": some time is needed, such as PT10S");
        }
    }
}
