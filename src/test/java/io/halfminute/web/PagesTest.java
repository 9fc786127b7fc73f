package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.NOBODY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @RegisterExtension
    static final WebFixture web = new WebFixture();

    private WebFixture.Reply page(String path) {
        return web.raw("GET", path, null, NOBODY, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/desk", "/tickets/7", "/wallboard"})
    void everyPlaceInThePagesIsTheSamePage(String path) {
        var reply = page(path);

        assertEquals(200, reply.status());
        assertTrue(reply.text().contains("<title>Halfminute</title>"));
        assertEquals("text/html; charset=utf-8", reply.header("content-type"));
        assertEquals("no-cache", reply.header("cache-control"));
    }

    @Test
    void filesWithAHashInTheirNameAreKeptByTheBrowser() {
        var reply = page("/assets/app-1a2b3c.js");

        assertEquals("text/javascript; charset=utf-8", reply.header("content-type"));
        assertEquals("public, max-age=31536000, immutable", reply.header("cache-control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/missing-1.js", "/notes.secret", "/..%2fopenapi%2fhalfminute.yaml", "/../logback-test.xml",
        "/%2e%2e/logback-test.xml", "/assets/", "/.git/config", "/index.html/", "/favicon.ico%00.js"})
    void nothingElseIsServed(String path) {
        assertEquals("not-found", page(path).code(), path);
    }

    @Test
    void browsersAreToldWhatThePagesNeverDo() {
        for (var reply : new WebFixture.Reply[] {page("/"), page("/missing.js"), web.get("/wallboard", AGENT)}) {
            String policy = reply.header("content-security-policy");
            assertTrue(policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals("nosniff", reply.header("x-content-type-options"));
            assertEquals("no-referrer", reply.header("referrer-policy"));
        }
    }

    @Test
    void answersOfTheApiAreNotKept() {
        assertEquals("no-store", web.get("/wallboard", AGENT).header("cache-control"));
        assertEquals("no-store", web.get("/nowhere", AGENT).header("cache-control"));
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            WebSettings settings = WebSettings.DEFAULT.listeningOn("127.0.0.1", taken.getLocalPort());
            try (WebServer server = new WebServer(settings, new Ports(web.live, web.machine, web.sessions, web.records,
                    web.tickets, null, null, null, null, null, null, null, null, null, null))) {
                var failure = assertThrows(CompletionException.class, () -> server.start().join());
                assertTrue(failure.getMessage().contains(":" + taken.getLocalPort()), failure.getMessage());
            }
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        WebSettings shipped = WebSettings.DEFAULT;

        assertThrows(IllegalArgumentException.class, () -> shipped.listeningOn("127.0.0.1", -1));
        assertThrows(IllegalArgumentException.class, () -> new WebSettings("127.0.0.1", 0, shipped.publicOrigin(), shipped.tls(),
                false, Duration.ofSeconds(1), Duration.ofSeconds(10), 1, 2_000, 2_000, 1, Duration.ofMillis(1), 1,
                Duration.ofSeconds(1), Duration.ofSeconds(20), 1, 1));
    }
}
