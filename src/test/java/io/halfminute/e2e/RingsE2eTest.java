package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is looked for first, and who next, with real phones. */
@Tag("e2e")
class RingsE2eTest {

    private static final String WANTED_FIRST = "4001";
    private static final String GREETED = "4002";

    @TempDir
    private static Path folder;
    private static HotlineUnderTest hotline;
    private static Calls calls;

    @BeforeAll
    static void start() {
        hotline = HotlineUnderTest.start(folder, new HotlineConfig()
                .agent("1001", "mandarin: 5").agent("1002", "mandarin: 3").agent("1003", "english: 4")
                .agent("1004", "english: 4").server("routing: {hope: 0}")
                .brand(WANTED_FIRST, "mandarin: {least: 2, wanted: 4}", "12s", "1s", "").rings("[wanted, least]")
                .brand(GREETED, "english: {least: 2}", "4s", "0s", ", greeting: greeting-shop-b"));
        calls = new Calls(hotline.supervisor());
    }

    @AfterAll
    static void stop() {
        hotline.close();
    }

    @AfterEach
    void everybodyGoesHome() {
        hotline.everybodyGoesHome();
    }

    @Test
    void theCallerWaitsForTheWantedAgentAndGetsTheNextBestInTime() {
        hotline.answering(100, 25_000, "1001");
        String first = call("13800130001", WANTED_FIRST, 30_000);
        calls.answered(first);
        hotline.answering(100, 500, "1002");
        JsonNode second = calls.ended(call("13800130002", WANTED_FIRST, 28_000));
        assertEquals(List.of("1002 answered"), Calls.offers(second));
        long waited = second.at("/answeredMs").asLong() - second.at("/arrivedMs").asLong();
        assertTrue(waited > 5_000 && waited < 30_000, "waited " + waited + " ms");
    }

    @Test
    void aRepeatCallerReachesTheAgentWhoKnowsTheCaseThoughAnotherIsLongerIdle() {
        hotline.answering(100, 300, "1003");
        JsonNode first = calls.ended(call("13800130003", GREETED, 20_000));
        assertEquals(List.of("1003 answered"), Calls.offers(first));
        hotline.allOut();
        hotline.answering(100, 300, "1004");
        hotline.answering(100, 300, "1003");
        call("13800130003", GREETED, 20_000);
        await().atMost(Duration.ofSeconds(30)).until(() -> calls.of("13800130003").size() == 2
                && calls.of("13800130003").stream().noneMatch(call -> call.at("/endedMs").isNull()));
        String again = calls.of("13800130003").getFirst().at("/callId").asText();
        assertEquals(List.of("1003 answered"), Calls.offers(hotline.supervisor().get("/calls/" + again)));
    }

    private static String call(String number, String dialled, int stayMs) {
        hotline.call(number, dialled, stayMs);
        return number;
    }
}
