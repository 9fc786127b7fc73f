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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two phones ring together for each call and are picked up in the same moment, over and over: one wins, and the other is
 * free again. {@code -Dtogether.calls=2000} makes it a long run.
 */
@Tag("e2e")
class TogetherE2eTest {

    private static final int CALLS = Integer.getInteger("together.calls", 200);
    private static final int PER_SECOND = 10;
    /** Each phone picks up after one of these; those with the same do so in the same moment. */
    private static final List<Integer> RING_MS = List.of(150, 150, 152, 155);
    private static final int PHONES_OF_A_KIND = 8;
    /** Long enough that who is told to be quiet while the other talks was told at once, on a busy machine too. */
    private static final int TALK_MS = 1_000;
    private static final Map<String, String> MANY_QUESTIONS = Map.of("sessions.requests-per-second", "10000");

    @TempDir
    private Path folder;

    @Test
    void ofTwoWhoPickUpInTheSameMomentOneTalksAndTheOtherIsFreeAtOnce() {
        // With a target as short as the ring time there is never time to try one after the other.
        HotlineConfig config = new HotlineConfig().brand("4001", "mandarin: {least: 1}", "2s", "0s, target: 2s", "");
        List<List<String>> kinds = new ArrayList<>();
        for (int kind = 0; kind < RING_MS.size(); kind++) {
            int from = 1001 + kind * PHONES_OF_A_KIND;
            kinds.add(IntStream.range(from, from + PHONES_OF_A_KIND).mapToObj(Integer::toString).toList());
        }
        kinds.forEach(agents -> agents.forEach(agent -> config.agent(agent, "mandarin: 3")));
        List<Sipp> phones = new ArrayList<>();
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config, MANY_QUESTIONS)) {
            for (int kind = 0; kind < RING_MS.size(); kind++) {
                phones.add(Sipp.phones(hotline.pbx(), hotline.folder("phones-" + kind), "phone-races",
                        Map.of("RING_MS", "" + RING_MS.get(kind), "TALK_MS", "" + TALK_MS)));
                phones.getLast().register(hotline.pbx(), kinds.get(kind));
                hotline.ready(kinds.get(kind).toArray(String[]::new));
            }
            List<Sipp.Caller> callers = IntStream.range(0, CALLS)
                    .mapToObj(n -> new Sipp.Caller("1390000" + String.format("%04d", n), "", "4001")).toList();
            try (Sipp ringing = Sipp.callers(hotline.pbx(), hotline.folder("callers"), callers, PER_SECOND, 60_000)) {
                ringing.awaitSuccess(60 + 2 * CALLS / PER_SECOND);
            }
            assertAllAccountedFor(hotline);
            assertOneWinnerAtThePhones(phones);
        } finally {
            phones.forEach(Sipp::close);
        }
    }

    private static void assertAllAccountedFor(HotlineUnderTest hotline) {
        Api supervisor = hotline.supervisor();
        await("every call has ended in the records").atMost(Duration.ofSeconds(20)).until(() ->
                supervisor.all("/calls").stream().filter(call -> !call.at("/endedMs").isNull()).count() == CALLS);
        await("everybody is free again").atMost(Duration.ofSeconds(10)).until(() -> {
            List<String> states = supervisor.get("/agents").at("/items").findValuesAsText("state");
            return states.stream().filter("ready"::equals).count() == RING_MS.size() * PHONES_OF_A_KIND;
        });
        Map<String, Integer> outcomes = new TreeMap<>();
        for (JsonNode call : supervisor.all("/calls")) {
            List<String> offers = Calls.offers(supervisor.get("/calls/" + call.at("/callId").asText()));
            assertEquals(1, offers.stream().filter(offer -> offer.endsWith(" answered")).count(), offers::toString);
            offers.forEach(offer -> outcomes.merge(offer.replaceFirst("\\S+ ", ""), 1, Integer::sum));
        }
        System.out.println("together: outcomes " + outcomes);
        assertEquals(CALLS, outcomes.get("answered"));
        assertTrue(outcomes.getOrDefault("answered-elsewhere", 0) > CALLS * 9 / 10, outcomes::toString);
        assertEquals(Map.of(), outcomes.entrySet().stream().filter(entry -> !entry.getKey().startsWith("answered"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), "nobody missed anything");
        assertEquals(CALLS, hotline.pbx().callRecords().stream().filter(line -> line.contains("\"ANSWERED\""))
                .map(line -> line.substring(line.lastIndexOf(',') + 1)).distinct().count(), "answered by the PBX's own records");
        assertTrue(supervisor.metrics().lines().noneMatch(line -> line.matches("halfminute_invariant\\S* [1-9].*")),
                "no invariant was broken");
    }

    private static void assertOneWinnerAtThePhones(List<Sipp> phones) {
        Dialogs dialogs = new Dialogs();
        phones.forEach(phone -> dialogs.read(phone.messageFile()));
        Map<String, List<Dialog>> calls = dialogs.byCaller();
        assertEquals(CALLS, calls.size());
        List<Long> silencedUs = new ArrayList<>();
        int glares = 0;
        for (Map.Entry<String, List<Dialog>> call : calls.entrySet()) {
            List<Dialog> winners = call.getValue().stream().filter(Dialog::talked).toList();
            assertEquals(1, winners.size(), "phones that talked with " + call.getKey());
            for (Dialog loser : call.getValue()) {
                if (loser != winners.getFirst()) {
                    assertTrue(loser.endedByPbxUs > 0, () -> "a phone was left alone with " + call.getKey());
                    glares += loser.pickedUp() ? 1 : 0;
                    silencedUs.add(loser.endedByPbxUs - winners.getFirst().pickedUpUs);
                }
            }
        }
        silencedUs.sort(null);
        System.out.printf("together: %d calls, %d rung together, %d picked up by both; the other was told after %.1f ms in the "
                + "median, %.1f ms at the 99th percentile, %.1f ms at most%n", calls.size(), silencedUs.size(), glares,
                silencedUs.get(silencedUs.size() / 2) / 1e3, silencedUs.get(silencedUs.size() * 99 / 100) / 1e3,
                silencedUs.getLast() / 1e3);
        assertTrue(glares > CALLS / 20, "both picked up " + glares + " times");
        assertTrue(silencedUs.getLast() < TALK_MS * 1_000L, "told at once");
    }
}
