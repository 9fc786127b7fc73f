package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration changes while people talk. */
@Tag("e2e")
class ConfigChangeE2eTest {

    @TempDir
    private Path folder;

    @Test
    void aNewAgentWithANewPhoneTakesCallsAndATalkThatWasGoingOnGoesOn() throws IOException {
        HotlineConfig config = new HotlineConfig().agent("1001", "mandarin: 5")
                .brand("4001", "mandarin: {least: 2}", "5s", "0s", "");
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config)) {
            hotline.answering(100, 15_000, "1001");
            hotline.call("13600000001", "4001", 40_000);
            Calls calls = new Calls(hotline.supervisor());
            calls.answered("13600000001");

            assertFalse(hotline.pbx().knowsPhone("1002"), "a phone that the PBX was not told of");
            config.agent("1002", "mandarin: 5").write(hotline.config());
            await("the PBX knows the new phone").atMost(Duration.ofSeconds(15)).until(() -> hotline.pbx().knowsPhone("1002"));
            hotline.answering(100, 500, "1002");
            hotline.call("13600000002", "4001", 40_000);
            assertEquals(List.of("1002 answered"), Calls.offers(calls.ended("13600000002")));
            JsonNode untouched = calls.ended("13600000001");
            assertEquals("answered", untouched.at("/end").asText());
            assertTrue(untouched.at("/endedMs").asLong() - untouched.at("/answeredMs").asLong() > 14_000, "nobody was cut off");
        }
    }

    @Test
    void aChangeThatWillNotDoIsRefusedAndTheOldConfigurationStaysInForce() throws IOException {
        HotlineConfig config = new HotlineConfig().agent("1001", "mandarin: 5")
                .brand("4001", "mandarin: {least: 2}", "5s", "0s", "");
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config)) {
            Files.writeString(hotline.config().resolve("queues.yaml"), "queues: {q4001: {rnig: 5s}}\n");
            await("the refusal is said").atMost(Duration.ofSeconds(10)).until(() -> hotline.log().contains("rnig"));
            hotline.answering(100, 500, "1001");
            hotline.call("13600000003", "4001", 40_000);
            assertEquals("answered", new Calls(hotline.supervisor()).ended("13600000003").at("/end").asText());
        }
    }
}
