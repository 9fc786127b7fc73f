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
    private static int numbers;

    private final List<Sipp> started = new ArrayList<>();

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
        started.forEach(Sipp::close);
        hotline.allOut();
    }

    @Test
    void theCallerWaitsForTheWantedAgentAndGetsTheNextBestInTime() {
        answering(25_000, "1001");
        String first = call("13800130001", WANTED_FIRST, 30_000);
        calls.answered(first);
        answering(500, "1002");
        JsonNode second = calls.ended(call("13800130002", WANTED_FIRST, 28_000));
        assertEquals(List.of("1002 answered"), Calls.offers(second));
        long waited = second.at("/answeredMs").asLong() - second.at("/arrivedMs").asLong();
        assertTrue(waited > 5_000 && waited < 30_000, "waited " + waited + " ms");
    }

    @Test
    void aRepeatCallerReachesTheAgentWhoKnowsTheCaseThoughAnotherIsLongerIdle() {
        answering(300, "1003");
        JsonNode first = calls.ended(call("13800130003", GREETED, 20_000));
        assertEquals(List.of("1003 answered"), Calls.offers(first));
        hotline.allOut();
        answering(300, "1004");
        answering(300, "1003");
        call("13800130003", GREETED, 20_000);
        await().atMost(Duration.ofSeconds(30)).until(() -> calls.of("13800130003").size() == 2
                && calls.of("13800130003").stream().noneMatch(call -> call.at("/endedMs").isNull()));
        String again = calls.of("13800130003").getFirst().at("/callId").asText();
        assertEquals(List.of("1003 answered"), Calls.offers(hotline.supervisor().get("/calls/" + again)));
    }

    private void answering(int talkMs, String... agents) {
        Sipp phones = Sipp.answering(hotline.pbx(), hotline.folder("phones-" + numbers++), 100, talkMs);
        started.add(phones.register(hotline.pbx(), List.of(agents)));
        hotline.ready(agents);
    }

    private String call(String number, String dialled, int stayMs) {
        started.add(Sipp.callers(hotline.pbx(), hotline.folder("caller-" + number + "-" + numbers++),
                List.of(new Sipp.Caller(number, "Wang", dialled)), 1, stayMs));
        return number;
    }
}
