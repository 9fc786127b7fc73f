package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.Sipp;
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
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config);
                Sipp first = Sipp.answering(hotline.pbx(), hotline.folder("first"), 100, 15_000);
                Sipp second = Sipp.answering(hotline.pbx(), hotline.folder("second"), 100, 500)) {
            first.register(hotline.pbx(), List.of("1001"));
            hotline.ready("1001");
            hotline.call("13600000001", "4001", 40_000);
            Calls calls = new Calls(hotline.supervisor());
            calls.answered("13600000001");

            config.agent("1002", "mandarin: 5").write(hotline.config());
            await("the new phone may register").atMost(Duration.ofSeconds(15))
                    .until(() -> Files.readString(hotline.data().resolve("pbx/etc/pjsip_phones.conf")).contains("1002"));
            second.register(hotline.pbx(), List.of("1002"));
            hotline.ready("1002");
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
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config);
                Sipp phone = Sipp.answering(hotline.pbx(), hotline.folder("phone"), 100, 500)) {
            Files.writeString(hotline.config().resolve("queues.yaml"), "queues: {q4001: {rnig: 5s}}\n");
            await("the refusal is said").atMost(Duration.ofSeconds(10)).until(() -> hotline.log().contains("rnig"));
            phone.register(hotline.pbx(), List.of("1001"));
            hotline.ready("1001");
            hotline.call("13600000003", "4001", 40_000);
            assertEquals("answered", new Calls(hotline.supervisor()).ended("13600000003").at("/end").asText());
        }
    }
}
