package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
        try (HotlineUnderTest hotline = start("1001", "1002")) {
            OneTalksOneWaits callers = OneTalksOneWaits.at(hotline, NUMBER);
            hotline.killServer();
            hotline.startServer();
            callers.assertServed(new Calls(hotline.supervisor()), Duration.ofSeconds(10));
        }
    }

    @Test
    void whileNoServerIsAliveWaitingCallersReachReadyAgentsByThePbxAlone() {
        try (HotlineUnderTest hotline = start("1001")) {
            Sipp phone = hotline.answering(100, 15_000, "1001");
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

    private HotlineUnderTest start(String... agents) {
        HotlineConfig config = new HotlineConfig().brand(NUMBER, "mandarin: {least: 2}", "5s", "0s", "");
        List.of(agents).forEach(agent -> config.agent(agent, "mandarin: 5"));
        return HotlineUnderTest.start(folder, config);
    }
}
