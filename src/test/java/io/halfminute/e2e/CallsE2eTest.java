package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.RtpEar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One call at a time, each to its end, each with its record and its ticket. */
@Tag("e2e")
class CallsE2eTest {

    private static final String CHINESE = "4001";
    private static final String ENGLISH = "4002";
    private static final String GREETED = "4003";

    @TempDir
    private static Path folder;
    private static HotlineUnderTest hotline;
    private static Calls calls;
    private static int numbers;

    @BeforeAll
    static void start() {
        hotline = HotlineUnderTest.start(folder, new HotlineConfig()
                .agent("1001", "mandarin: 5").agent("1002", "mandarin: 3").agent("1003", "english: 4")
                .brand(CHINESE, "mandarin: {least: 2, wanted: 4}", "2s", "1s", "")
                .brand(ENGLISH, "english: {least: 2}", "2s", "1s", "")
                .brand(GREETED, "english: {least: 2}", "2s", "1s", ", greeting: greeting-shop-b"));
        calls = new Calls(hotline.supervisor());
    }

    @AfterAll
    static void stop() {
        hotline.close();
    }

    @AfterEach
    void everybodyGoesHome() {
        hotline.everybodyGoesHome();
        await("all calls are over").atMost(Duration.ofSeconds(40))
                .until(() -> hotline.supervisor().get("/wallboard").at("/waitingCount").asInt() == 0
                        && hotline.pbx().cli("core show channels count").contains("0 active channels"));
    }

    @Test
    void theCallerReachesTheAgentWithTheSkillAndNotTheOther() {
        hotline.answering(100, 1_000, "1001", "1003");
        String number = calls(ENGLISH, 20_000);
        JsonNode call = calls.ended(number);
        assertEquals("answered", call.at("/end").asText());
        assertEquals(List.of("1003 answered"), Calls.offers(call));
        assertTrue(call.at("/inTime").asBoolean());
    }

    @Test
    void theAgentWithTheLevelAskedForIsPreferredToTheLongerIdle() {
        hotline.answering(100, 500, "1002", "1001");
        JsonNode call = calls.ended(calls(CHINESE, 20_000));
        assertEquals(List.of("1001 answered"), Calls.offers(call));
        assertEquals("1002", call.at("/decisions/0/candidates/1/agent").asText());
    }

    @Test
    void anAgentWhoDoesNotPickUpCostsTheCallerNoMoreThanHisRingTime() {
        silent("1001");
        hotline.answering(100, 500, "1002");
        JsonNode call = calls.ended(calls(CHINESE, 20_000));
        assertEquals(List.of("1001 no-answer", "1002 answered"), Calls.offers(call));
        long between = call.at("/offers/1/ringingMs").asLong() - call.at("/offers/0/endedMs").asLong();
        assertTrue(between < 500, "the next phone rang " + between + " ms after the first had stopped");
        assertTrue(call.at("/inTime").asBoolean(), "TEL-30");
    }

    @Test
    void busyRefusedAndUnreachablePhonesSendTheCallOn() {
        hotline.refusing("486 Busy Here", "1001");
        hotline.answering(100, 500, "1002");
        assertEquals(List.of("1001 busy", "1002 answered"), Calls.offers(calls.ended(calls(CHINESE, 20_000))));
    }

    @Test
    void aCallerWhoHangsUpInTheGreetingIsARecordAndATicket() {
        JsonNode call = calls.ended(calls(GREETED, 500));
        assertEquals("abandoned", call.at("/end").asText());
        assertEquals("flow", call.at("/timeline/0/kind").asText());
        assertEquals(1, call.at("/timeline").size());
    }

    @Test
    void aCallerWhoHangsUpWhileHeWaitsIsARecordAndATicket() {
        JsonNode call = calls.ended(calls(CHINESE, 1_500));
        assertEquals("abandoned", call.at("/end").asText());
        assertEquals("waiting", call.at("/timeline").get(call.at("/timeline").size() - 1).at("/kind").asText());
        assertEquals(List.of(), Calls.offers(call));
    }

    @Test
    void aCallerWhoHangsUpWhileItRingsIsARecordAndATicketAndNobodyMissedAnything() {
        silent("1001");
        JsonNode call = calls.ended(calls(CHINESE, 1_000));
        assertEquals("abandoned", call.at("/end").asText());
        assertEquals(List.of("1001 caller-left"), Calls.offers(call));
        await().until(() -> calls.state("1001").equals("ready"));
    }

    @Test
    void whenNobodyIsThereTheCallerHearsMusicUntilAnAgentSignsIn() throws Exception {
        try (RtpEar ear = RtpEar.at(PbxUnderTest.CALLERS)) {
            String number = number();
            hotline.call(number, CHINESE, 25_000, ear.port());
            calls.arrived(number);
            await("two seconds of music in the caller's ear").atMost(Duration.ofSeconds(10))
                    .until(() -> ear.loudPackets() > 100);
            hotline.answering(100, 500, "1001");
            assertEquals(List.of("1001 answered"), Calls.offers(calls.ended(number)));
        }
    }

    @Test
    void aRepeatCallJoinsTheOpenTicketOfItsNumber() {
        JsonNode first = calls.ended(calls(CHINESE, 700));
        String number = first.at("/caller/number").asText();
        hotline.call(number, CHINESE, 700);
        await().atMost(Duration.ofSeconds(20)).until(() -> calls.of(number).size() == 2
                && calls.of(number).stream().noneMatch(call -> call.at("/endedMs").isNull()));
        assertEquals(1, calls.of(number).stream().map(call -> call.at("/ticket").asLong()).distinct().count());
    }

    @Test
    void aCallerOfANumberThatNobodyHasIsToldSoAndCountsAsRefused() {
        assertEquals("refused", calls.ended(calls("4999", 20_000)).at("/end").asText());
    }

    /** Phones that ring for longer than anybody waits. */
    private static void silent(String... agents) {
        hotline.answering(60_000, 1_000, agents);
    }

    /** A call of a number that has not called before. */
    private static String calls(String dialled, int stayMs) {
        String number = number();
        hotline.call(number, dialled, stayMs);
        return number;
    }

    private static String number() {
        return "1380013" + String.format("%04d", numbers++);
    }
}
