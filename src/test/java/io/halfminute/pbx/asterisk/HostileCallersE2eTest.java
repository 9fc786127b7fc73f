package io.halfminute.pbx.asterisk;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.Sipp;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What callers say of themselves, as nasty as SIP lets it through. A number with %0d%0a in it put lines of its own into the
 * events of an Asterisk whose dialplan cleaned it only after the channel was made.
 */
@Tag("e2e")
class HostileCallersE2eTest {

    private static final String LINES = "%0d%0a%0d%0aEvent%3a%20UserEvent%0d%0aUserEvent%3a%20Halfminute%0d%0a"
            + "Step%3a%20ARRIVED%0d%0aInjected%3a%201%0d%0a%0d%0a";

    @TempDir
    private Path folder;

    private final List<PbxEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> rawLines = new CopyOnWriteArrayList<>();

    @Test
    void nothingIsInjectedAndEachCallIsServed() throws Exception {
        Path shell = folder.resolve("shell");
        List<Sipp.Caller> callers = List.of(
                new Sipp.Caller("4711" + LINES, "line breaks", "4001"),
                new Sipp.Caller("4712", "a&b,c${SHELL(touch " + shell + ")}|<script>alert(1)</script>", "4001"),
                new Sipp.Caller("4713", "%0d%0aInjected: 2 \\\" x) :5:1 ${EXTEN}", "4001"),
                new Sipp.Caller("4714", "N".repeat(10_000), "4001"),
                new Sipp.Caller("9".repeat(10_000), "long number", "4001"),
                new Sipp.Caller("4716", "\uD83D\uDE00 \u202Eevil\u202C \u5F20\u4E09", "4001"),
                new Sipp.Caller("+8617", "Zhang San", "+4001"));
        try (PbxUnderTest exchange = PbxUnderTest.start(folder.resolve("data"), 1, Map.of());
             AsteriskPbx pbx = new AsteriskPbx(exchange.settings(1), InstantSource.system(), events::add);
             Socket raw = listenRaw(exchange)) {
            pbx.start();
            await().until(pbx::isUp);
            Sipp.callers(exchange, folder.resolve("callers"), callers, 10, 500).awaitSuccess(30);
            await().atMost(Duration.ofSeconds(10)).until(() -> count(PbxEvent.CallEnded.class) == callers.size());
            assertEquals(0, pbx.stats().gaps());
            assertFalse(raw.isClosed());
        }
        assertEquals(callers.size(), count(PbxEvent.CallArrived.class));
        assertEquals(callers.size(), count(PbxEvent.CallWaiting.class));
        assertFalse(Files.exists(shell), "a caller's name has run a shell command");
        rawLines.forEach(HostileCallersE2eTest::assertClean);
        assertTrue(rawLines.size() > 100, "the raw session heard nothing");
        assertCallers();
    }

    private void assertCallers() {
        List<CallerId> seen = events.stream().filter(PbxEvent.CallArrived.class::isInstance)
                .map(event -> ((PbxEvent.CallArrived) event).caller()).toList();
        assertTrue(seen.contains(new CallerId("+8617", "Zhang San")), seen::toString);
        assertTrue(seen.stream().anyMatch(caller -> caller.name().contains("<script>") && caller.name().contains("${SHELL(")),
                seen::toString);
        assertTrue(seen.stream().anyMatch(caller -> caller.name().startsWith("\uD83D\uDE00") && caller.name().endsWith("张三")),
                seen::toString);
        seen.forEach(caller -> assertTrue(caller.name().chars().noneMatch(Character::isISOControl), caller::toString));
    }

    private static void assertClean(String line) {
        assertTrue(line.isEmpty() || line.matches("[A-Z][A-Za-z-]*: ?[\\x20-\\x7e]*|Asterisk Call Manager/[0-9.]+"),
                () -> "strange line in the events: " + line);
        assertFalse(line.toLowerCase(java.util.Locale.ROOT).contains("injected"), line);
        assertFalse(line.contains("script"), line);
    }

    private long count(Class<? extends PbxEvent> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    /** A session as the server's own, without the library between: every line that Asterisk sends is kept. */
    private Socket listenRaw(PbxUnderTest exchange) throws Exception {
        Socket socket = new Socket("127.0.0.1", exchange.port("AMI_PORT"));
        socket.getOutputStream().write(("Action: Login\r\nUsername: hm-events\r\nSecret: " + exchange.secret("ami-events")
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        Thread.ofVirtual().start(() -> lines.lines().forEach(rawLines::add));
        return socket;
    }
}
