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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * TEL-30 with agents who let it ring, each for a random time: within the thirty seconds there is time for four of them, and
 * the fourth is quick enough. {@code -Dtries.seed} plays a run's times again.
 */
@Tag("e2e")
class TriesE2eTest {

    private static final String NUMBER = "4001";
    private static final int RING_MS = 5_000;
    private static final int TALK_MS = 1_000;
    private static final List<String> SLOW = List.of("1001", "1002", "1003");
    private static final String QUICK = "1004";
    private static final long SEED = Long.getLong("tries.seed", System.nanoTime());

    @TempDir
    private Path folder;
    private final Random chance = new Random(SEED);
    private final List<Sipp> started = new ArrayList<>();

    @Test
    void threeLetItRingAndTheFourthStillPicksUpInTime() {
        System.out.println("tries: -Dtries.seed=" + SEED);
        HotlineConfig config = new HotlineConfig()
                .brand(NUMBER, "mandarin: {least: 2, wanted: 5}", RING_MS / 1_000 + "s", "0s", "");
        SLOW.forEach(agent -> config.agent(agent, "mandarin: 5"));
        config.agent(QUICK, "mandarin: 3");
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config)) {
            SLOW.forEach(agent -> phone(hotline, agent, RING_MS + 1_000 + chance.nextInt(15_000)));
            phone(hotline, QUICK, 200 + chance.nextInt(3_500));
            hotline.ready(Stream.concat(SLOW.stream(), Stream.of(QUICK)).toArray(String[]::new));
            Calls calls = new Calls(hotline.supervisor());
            assertTries(call(hotline, calls, "13800130001"));
            SLOW.forEach(agent -> assertEquals("ready", calls.state(agent), "one miss is forgiven"));
            assertTries(call(hotline, calls, "13800130002"));
            SLOW.forEach(agent -> assertPaused(hotline, agent));
            JsonNode third = call(hotline, calls, "13800130003");
            assertEquals(List.of(QUICK + " answered"), Calls.offers(third), "nobody waits for an empty chair");
        } finally {
            started.forEach(Sipp::close);
        }
    }

    /** Each try rang as long as a phone is let ring, and the next followed at once. */
    private static void assertTries(JsonNode call) {
        assertEquals(List.of("1001 no-answer", "1002 no-answer", "1003 no-answer", QUICK + " answered"), Calls.offers(call));
        assertTrue(call.at("/inTime").asBoolean(), () -> "not in time: " + call);
        for (int nth = 0; nth < SLOW.size(); nth++) {
            JsonNode missed = call.at("/offers/" + nth);
            long rang = missed.at("/endedMs").asLong() - missed.at("/ringingMs").asLong();
            assertTrue(rang > RING_MS - 500 && rang < RING_MS + 1_000, "rang for " + rang + " ms");
            long between = call.at("/offers/" + (nth + 1) + "/ringingMs").asLong() - missed.at("/endedMs").asLong();
            assertTrue(between < 500, "the next phone rang " + between + " ms after the one before had stopped");
        }
        assertEquals(SLOW.size() + 1, call.at("/decisions").size(), "each try has its reasons");
    }

    private static void assertPaused(HotlineUnderTest hotline, String agent) {
        await(agent + " is taken out of the line").atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            JsonNode seen = hotline.supervisor().agent(agent);
            assertEquals("paused no-answer", seen.at("/state").asText() + " " + seen.at("/reason").asText());
        });
    }

    private void phone(HotlineUnderTest hotline, String agent, int ringMs) {
        Sipp phone = Sipp.answering(hotline.pbx(), hotline.folder("phone-" + agent), ringMs, TALK_MS);
        started.add(phone);
        phone.register(hotline.pbx(), List.of(agent));
    }

    private static JsonNode call(HotlineUnderTest hotline, Calls calls, String number) {
        hotline.call(number, NUMBER, 60_000);
        calls.answered(number);
        JsonNode call = calls.ended(number);
        await("the agent is free again").until(() -> calls.state(QUICK).equals("ready"));
        return call;
    }
}
