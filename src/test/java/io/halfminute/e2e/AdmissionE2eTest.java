package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.RtpEar;
import io.halfminute.testing.Sipp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TEL-24: whoever does not fit in is told so, is on record, and is rung back. */
@Tag("e2e")
class AdmissionE2eTest {

    private static final int CALLERS = 12;
    private static final int FIT = 3;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void ofTwelveCallersInTheSameMomentThreeGetInAndEachOtherHearsThatHeWillBeRungBackAndIs() throws Exception {
        HotlineConfig config = new HotlineConfig().agent("1001", "mandarin: 5")
                .brand("4001", "mandarin: {least: 2}", "5s", "0s", ", most-calls: " + FIT + ", outgoing: {prefix: \"9\"}")
                .server("callbacks: {hours: {from: \"00:00\", to: \"24:00\"}}");
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config); RtpEar ear = RtpEar.at(PbxUnderTest.CALLERS)) {
            List<Sipp.Caller> callers = IntStream.range(0, CALLERS)
                    .mapToObj(n -> new Sipp.Caller("139000010" + (10 + n), "", "4001")).toList();
            try (Sipp _ = Sipp.callers(hotline.pbx(), hotline.folder("callers"), callers, 200, 90_000)) {
                await("those who do not fit are gone").atMost(SOON).until(() -> ended(hotline).size() == CALLERS - FIT);
                ended(hotline).forEach(call -> assertTurnedAway(hotline.supervisor().get("/calls/" + call.at("/callId").asText())));
                assertEquals(FIT, hotline.supervisor().get("/wallboard").at("/waitingCount").asInt());
                assertEquals(Map.of("refused/waiting", (long) CALLERS - FIT), callbacks(hotline));
                assertTrue(hotline.supervisor().metrics().contains(
                        "halfminute_calls_refused_total{why=\"brand-full\"} " + (CALLERS - FIT) + ".0"));
                await("it is an alarm").atMost(SOON).until(() -> hotline.supervisor().get("/alarms").at("/items").findValuesAsText("kind")
                        .contains("calls-turned-away"));
                try (Sipp _ = Sipp.callers(hotline.pbx(), hotline.folder("one-more"),
                        List.of(new Sipp.Caller("13900002000", "", "4001")), 1, 90_000, ear.port())) {
                    await("he hears it").atMost(SOON).until(() -> ear.loudPackets() > 50);
                    await("he is gone").atMost(SOON).until(() -> ended(hotline).size() == CALLERS - FIT + 1);
                }
                Sipp customers = hotline.customers("phone-answers", Map.of("RING_MS", "100", "TALK_MS", "60000"));
                hotline.answering(100, 500, "1001");
                await("somebody is rung back").atMost(SOON).until(() -> callbacks(hotline).containsKey("refused/reached"));
                assertTrue(customers.messages().contains("INVITE sip:91390000"), "the number that called");
            }
        }
    }

    private static List<JsonNode> ended(HotlineUnderTest hotline) {
        return hotline.supervisor().all("/calls").stream().filter(call -> !call.at("/endedMs").isNull()).toList();
    }

    private static Map<String, Long> callbacks(HotlineUnderTest hotline) {
        JsonNode all = hotline.supervisor().get("/callbacks").at("/items");
        return StreamSupport.stream(all.spliterator(), false).collect(Collectors.groupingBy(
                each -> each.at("/why").asText() + "/" + each.at("/state").asText(), Collectors.counting()));
    }

    private static void assertTurnedAway(JsonNode call) {
        assertEquals("refused", call.at("/end").asText(), call.toString());
        assertEquals("brand-full", call.at("/steps/0/why").asText(), call.toString());
        assertTrue(call.at("/steps/0/calledBack").asBoolean(), call.toString());
        assertTrue(call.at("/ticket").asLong() > 0, call.toString());
        assertTrue(call.at("/endedMs").asLong() - call.at("/arrivedMs").asLong() > 1_000, () -> "he was told in words: " + call);
    }
}
