package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.Sipp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a caller calls himself, he is served, and his words are data all the way to the ticket. */
@Tag("e2e")
class HostileCallersE2eTest {

    private static final List<Sipp.Caller> CALLERS = List.of(
            caller("13700000001", "${SHELL(touch /tmp/injected)} & , \\\" | `id`"),
            caller("13700000002", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
            caller("13700000003", "%0d%0aAction: Originate%0d%0a%0d%0a"),
            caller("1370000%0d%0aX", "line%0abreaks in the number"),
            caller("13700000005", "'; DROP TABLE call; --"),
            caller("13700000006", "\u202Eevil\u202C \uD83D\uDE00\uD83D\uDE08 \u0627\u0644"),
            caller("13700000007", "x".repeat(10_000)),
            caller("$%7BGLOBAL(HM_AGI_TOKEN)%7D", "number that is an expression"),
            caller("13700000009&PJSIP/1001,30", "dial string"));

    @TempDir
    private Path folder;

    @Test
    void everyOneOfThemIsServedAndNothingIsInjectedAnywhere() {
        HotlineConfig config = new HotlineConfig().agent("1001", "mandarin: 5").agent("1002", "mandarin: 5")
                .brand("4001", "mandarin: {least: 2}", "5s", "0s", "");
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config)) {
            hotline.answering(100, 300, "1001", "1002");
            try (Sipp calling = Sipp.callers(hotline.pbx(), hotline.folder("callers"), CALLERS, 4, 30_000)) {
                calling.awaitSuccess(60);
            }
            await("all are served").atMost(Duration.ofSeconds(20)).until(() -> hotline.supervisor().all("/calls").stream()
                    .filter(call -> call.at("/end").asText().equals("answered")).count() == CALLERS.size());
            List<JsonNode> calls = hotline.supervisor().all("/calls");
            calls.forEach(HostileCallersE2eTest::assertHarmless);
            assertEquals(CALLERS.size(), hotline.pbx().callRecords().stream()
                    .map(line -> line.substring(line.lastIndexOf(','))).distinct().count(), "no call that nobody placed");
            JsonNode script = calls.stream().filter(call -> call.at("/caller/number").asText().equals("13700000002"))
                    .findFirst().orElseThrow();
            assertEquals("<script>alert(1)</script><img src=x onerror=alert(1)>", script.at("/caller/name").asText(),
                    "kept as it was said, as data");
            assertFalse(Path.of("/tmp/injected").toFile().exists());
            assertTrue(hotline.supervisor().all("/tickets").size() >= 6, "the tables are still there");
        }
    }

    private static void assertHarmless(JsonNode call) {
        assertTrue(call.at("/caller/number").asText().matches("[0-9+*#]{0,32}"), call::toString);
        assertTrue(call.at("/caller/name").asText().length() <= 120, call::toString);
        assertFalse(call.at("/caller/name").asText().matches("(?s).*\\p{Cc}.*"), call::toString);
    }

    private static Sipp.Caller caller(String number, String name) {
        return new Sipp.Caller(number, name.replace(";", "\u037E"), "4001");
    }
}
