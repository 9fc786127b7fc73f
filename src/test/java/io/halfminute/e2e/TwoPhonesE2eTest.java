package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.e2e.Dialogs.Dialog;
import io.halfminute.testing.Api;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.Sipp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two phones ring for one caller, and something comes between. */
@Tag("e2e")
class TwoPhonesE2eTest {

    private static final String NUMBER = "4001";
    /** Long enough that a server that starts still finds them talking. */
    private static final int TALK_MS = 8_000;
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;
    private static HotlineUnderTest hotline;
    private static int numbers;

    private final List<Sipp> phones = new ArrayList<>();

    @BeforeAll
    static void start() {
        // With a target no longer than the ring time there is never time to try one after the other.
        hotline = HotlineUnderTest.start(folder, new HotlineConfig().agent("1001", "mandarin: 5")
                .agent("1002", "mandarin: 5").brand(NUMBER, "mandarin: {least: 2}", "15s", "0s, target: 15s", ""));
    }

    @AfterAll
    static void stop() {
        hotline.close();
    }

    @AfterEach
    void everybodyGoesHome() {
        phones.forEach(Sipp::close);
        hotline.allOut();
    }

    @Test
    void oneIsBusyAndTheOtherRingsOnAndHasTheCall() {
        at("1001", Sipp.refusing(hotline.pbx(), folderOf("1001"), "486 Busy Here"));
        answering("1002", 1_500);
        hotline.ready("1001", "1002");
        JsonNode call = calls().ended(call(60_000));
        assertEquals(List.of("1001 busy", "1002 answered"), sorted(call));
        assertOneOffer(call);
    }

    @Test
    void aCallerWhoHangsUpWhileTwoRingSilencesBothAndNobodyMissedAnything() {
        answering("1001", 30_000);
        answering("1002", 30_000);
        hotline.ready("1001", "1002");
        JsonNode call = calls().ended(call(2_500));
        assertEquals("abandoned", call.at("/end").asText());
        assertEquals(List.of("1001 caller-left", "1002 caller-left"), sorted(call));
        assertOneOffer(call);
        assertBothAreReady();
        List<Dialog> rings = rings(call);
        assertEquals(2, rings.size());
        rings.forEach(ring -> assertTrue(ring.endedByPbxUs > 0 && !ring.pickedUp(), "told to be quiet"));
    }

    @Test
    void aServerThatStartsWhileTwoRingFindsTheOfferAndOneWins() {
        answering("1001", 12_000);
        answering("1002", 12_500);
        hotline.ready("1001", "1002");
        String number = callUntilBothRing();
        hotline.killServer();
        hotline.startServer();
        assertOneWinnerAndNothingLeft(calls().ended(number));
    }

    @Test
    void onePicksUpWhileNoServerIsAliveAndTheOtherIsSilentAtOnce() {
        answering("1001", 3_000);
        answering("1002", 14_000);
        hotline.ready("1001", "1002");
        String number = callUntilBothRing();
        hotline.killServer();
        await("a phone was picked up").atMost(SOON).until(() -> rings(number).stream().anyMatch(Dialog::pickedUp));
        hotline.startServer();
        assertOneWinnerAndNothingLeft(calls().ended(number));
    }

    private static void assertOneOffer(JsonNode call) {
        assertEquals(1, Stream.of(0, 1).map(n -> call.at("/offers/" + n + "/offer").asLong()).distinct().count(),
                () -> "they rang together: " + call.at("/offers"));
    }

    private void assertOneWinnerAndNothingLeft(JsonNode call) {
        assertEquals("answered", call.at("/end").asText());
        assertEquals(1, call.at("/agents").size(), call::toString);
        assertBothAreReady();
        List<Dialog> rings = rings(call);
        assertEquals(2, rings.size(), "each phone rang once");
        assertEquals(1, rings.stream().filter(Dialog::pickedUp).count());
        Dialog loser = rings.stream().filter(ring -> !ring.pickedUp()).findFirst().orElseThrow();
        Dialog winner = rings.stream().filter(Dialog::pickedUp).findFirst().orElseThrow();
        assertTrue(loser.endedByPbxUs > 0 && loser.endedByPbxUs - winner.pickedUpUs < 500_000, "silent at once");
        assertTrue(winner.talked(), "talked until his own end");
        assertEquals(1, hotline.supervisor().all("/calls?number=" + call.at("/caller/number").asText()).size());
        assertTrue(hotline.pbx().cli("core show channels count").contains("0 active channels"));
        assertTrue(hotline.supervisor().metrics().lines()
                .noneMatch(line -> line.matches("halfminute_invariant\\S* [1-9].*")), "no invariant was broken");
    }

    private static void assertBothAreReady() {
        Api supervisor = hotline.supervisor();
        for (String agent : List.of("1001", "1002")) {
            await(agent + " is free again").atMost(SOON)
                    .until(() -> supervisor.agent(agent).at("/state").asText().equals("ready"));
        }
    }

    private static List<String> sorted(JsonNode call) {
        return Calls.offers(call).stream().sorted().toList();
    }

    private List<Dialog> rings(JsonNode call) {
        return rings(call.at("/caller/number").asText());
    }

    private List<Dialog> rings(String number) {
        Dialogs dialogs = new Dialogs();
        phones.forEach(phone -> dialogs.read(phone.messageFile()));
        return dialogs.byCaller().getOrDefault(number, List.of());
    }

    private String callUntilBothRing() {
        String number = call(90_000);
        await("both ring").atMost(SOON).until(() -> List.of("1001", "1002").stream()
                .allMatch(agent -> calls().state(agent).equals("ringing")));
        return number;
    }

    private String call(int stayMs) {
        String number = "1380013" + String.format("%04d", numbers++);
        hotline.call(number, NUMBER, stayMs);
        return number;
    }

    private static Calls calls() {
        return new Calls(hotline.supervisor());
    }

    private void answering(String agent, int ringMs) {
        at(agent, Sipp.phones(hotline.pbx(), folderOf(agent), "phone-races", Map.of("RING_MS", "" + ringMs,
                "TALK_MS", "" + TALK_MS)));
    }

    private void at(String agent, Sipp phone) {
        phones.add(phone.register(hotline.pbx(), List.of(agent)));
    }

    private static Path folderOf(String agent) {
        return hotline.folder("phone-" + agent + "-" + numbers++);
    }
}
