package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** TEL-24: the server dies without a word. */
@Tag("e2e")
class RestartE2eTest {

    private static final String NUMBER = "4001";

    @TempDir
    private Path folder;

    @Test
    void nobodyIsCutOffAndTheServerThatStartsKnowsEveryCall() {
        HotlineConfig config = new HotlineConfig().agent("1001", "mandarin: 5").agent("1002", "mandarin: 5")
                .brand(NUMBER, "mandarin: {least: 2}", "5s", "0s", "");
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config);
                Sipp phone = Sipp.answering(hotline.pbx(), hotline.folder("phone"), 100, 12_000)) {
            phone.register(hotline.pbx(), List.of("1001"));
            hotline.ready("1001");
            hotline.call("13800000001", NUMBER, 40_000);
            Calls before = new Calls(hotline.supervisor());
            JsonNode talking = before.answered("13800000001");
            hotline.call("13800000002", NUMBER, 60_000);
            JsonNode waiting = before.arrived("13800000002");

            hotline.killServer();
            hotline.startServer();

            Calls after = new Calls(hotline.supervisor());
            await("the agent is found in his call").atMost(Duration.ofSeconds(10))
                    .until(() -> after.state("1001").equals("on-call"));
            JsonNode talked = after.ended("13800000001");
            assertEquals(talking.at("/answeredMs"), talked.at("/answeredMs"));
            assertEquals("answered", talked.at("/end").asText());
            assertTrue(talked.at("/endedMs").asLong() - talked.at("/answeredMs").asLong() > 11_000, "nobody was cut off");
            JsonNode served = after.ended("13800000002");
            assertEquals(waiting.at("/arrivedMs"), served.at("/arrivedMs"), "his first arrival counts");
            assertEquals("answered", served.at("/end").asText());
            assertEquals(List.of("1001 answered"), Calls.offers(served));
        }
    }

    @Test
    void whileNoServerIsAliveWaitingCallersReachReadyAgentsByThePbxAlone() {
        HotlineConfig config = new HotlineConfig().agent("1001", "mandarin: 5")
                .brand(NUMBER, "mandarin: {least: 2}", "5s", "0s", "");
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config);
                Sipp phone = Sipp.answering(hotline.pbx(), hotline.folder("phone"), 100, 15_000)) {
            phone.register(hotline.pbx(), List.of("1001"));
            hotline.ready("1001");
            await("the PBX knows whom it may ring by itself").atMost(Duration.ofSeconds(10))
                    .until(() -> hotline.pbx().cli("queue show hm-fallback").contains("PJSIP/1001"));
            hotline.killServer();
            hotline.call("13800000003", NUMBER, 60_000);
            await("the agent's phone is answered without a server").atMost(Duration.ofSeconds(20))
                    .until(() -> phone.messages().contains("SIP/2.0 200 OK") && phone.messages().contains("m=audio"));
            hotline.startServer();
            Calls after = new Calls(hotline.supervisor());
            await("the server finds the agent in the call that it knew nothing of").atMost(Duration.ofSeconds(10))
                    .until(() -> after.state("1001").equals("on-call"));
            JsonNode call = after.ended("13800000003");
            assertEquals("answered", call.at("/end").asText());
            assertEquals("1001", call.at("/agents/0").asText());
        }
    }
}
