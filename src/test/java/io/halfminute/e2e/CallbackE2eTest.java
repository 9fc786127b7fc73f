package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.RtpEar;
import io.halfminute.testing.Sipp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers who are called back through a real Asterisk: the agent's phone on one side, the trunk's on the other. */
@Tag("e2e")
class CallbackE2eTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CUSTOMER = "13900139000";
    private static final String OTHER = "13900139001";

    @TempDir
    private Path folder;

    @Test
    void agentAndCustomerAreBroughtTogetherAndItIsNoArrival() {
        try (HotlineUnderTest hotline = start(2)) {
            Sipp customer = hotline.customers("phone-answers", Map.of("RING_MS", "300", "TALK_MS", "60000"));
            hotline.answering(200, 2_000, "1001");
            promise(hotline);
            awaitState(hotline, "reached");
            assertTrue(customer.messages().contains("INVITE sip:913900139000@"), "the trunk's number");
            JsonNode call = new Calls(hotline.supervisor()).ended(CUSTOMER);
            assertEquals("out", call.at("/direction").asText());
            assertEquals("answered", call.at("/end").asText());
            assertEquals("1001", call.at("/agents/0").asText());
            assertEquals(0, hotline.supervisor().get("/wallboard").at("/totals/offered").asInt());
        }
    }

    @Test
    void aBusyCustomerIsTriedAgainUntilTheTriesAreUsedUpAndTheAgentIsFree() {
        try (HotlineUnderTest hotline = start(2)) {
            hotline.customers("phone-refuses", Map.of("STATUS", "486 Busy Here"));
            hotline.answering(200, 60_000, "1001");
            promise(hotline);
            awaitState(hotline, "not-reached");
            JsonNode callback = hotline.supervisor().get("/callbacks").at("/items/0");
            assertEquals(2, callback.at("/tries").asInt());
            assertTrue(callback.at("/cause").asText().startsWith("BUSY"), callback.toString());
            await("the agent is free").atMost(SOON)
                    .until(() -> hotline.supervisor().agent("1001").at("/state").asText().equals("ready"));
        }
    }

    @Test
    void anAgentWhoDoesNotPickUpLeavesTheCallbackWaiting() {
        try (HotlineUnderTest hotline = start(2)) {
            Sipp customer = hotline.customers("phone-answers", Map.of("RING_MS", "300", "TALK_MS", "60000"));
            hotline.answering(60_000, 1_000, "1001");
            promise(hotline);
            Calls calls = new Calls(hotline.supervisor());
            await("an attempt is over").atMost(SOON).until(() -> calls.of(CUSTOMER).stream()
                    .anyMatch(call -> call.at("/end").asText().equals("not-reached")));
            JsonNode call = calls.of(CUSTOMER).getLast();
            assertEquals("no-answer", hotline.supervisor().get("/calls/" + call.at("/callId").asText())
                    .at("/offers/0/outcome").asText());
            assertEquals(0, hotline.supervisor().get("/callbacks?open=true").at("/items/0/tries").asInt());
            assertTrue(!customer.messages().contains("INVITE"), "the customer's phone does not ring");
        }
    }

    @Test
    void aServerThatDiesWhileTheCustomerIsDialledFindsThemTalking() {
        try (HotlineUnderTest hotline = start(2)) {
            Sipp customer = hotline.customers("phone-answers", Map.of("RING_MS", "4000", "TALK_MS", "60000"));
            hotline.answering(200, 25_000, "1001");
            promise(hotline);
            await("the customer's phone rings").atMost(SOON).until(() -> customer.messages().contains("INVITE"));
            hotline.killServer();
            hotline.startServer();
            awaitState(hotline, "talking");
            assertEquals("on-call", hotline.supervisor().agent("1001").at("/state").asText());
            awaitState(hotline, "reached");
            assertEquals(1, new Calls(hotline.supervisor()).of(CUSTOMER).size());
        }
    }

    @Test
    void whoPressesTheKeyWhileHeWaitsIsCalledBackAndWhoPressesAnotherIsServedInHisPlace() throws Exception {
        try (HotlineUnderTest hotline = start(2); RtpEar one = RtpEar.at(PbxUnderTest.CALLERS);
             RtpEar other = RtpEar.at(PbxUnderTest.CALLERS)) {
            Sipp customer = hotline.customers("phone-answers", Map.of("RING_MS", "300", "TALK_MS", "60000"));
            hotline.call(CUSTOMER, "4001", 90_000, one.port());
            hotline.call(OTHER, "4001", 90_000, other.port());
            Calls calls = new Calls(hotline.supervisor());
            awaitAsked(hotline, calls, CUSTOMER);
            awaitAsked(hotline, calls, OTHER);
            other.press(5);
            one.press(1);
            JsonNode call = calls.ended(CUSTOMER);
            assertEquals("callback-taken", call.at("/end").asText());
            JsonNode callback = hotline.supervisor().get("/callbacks?open=true").at("/items/0");
            assertEquals("key", callback.at("/why").asText());
            assertEquals(call.at("/arrivedMs").asLong(), callback.at("/sinceMs").asLong(), "he keeps his place");
            hotline.answering(200, 2_000, "1001");
            assertEquals("answered", calls.ended(OTHER).at("/end").asText());
            awaitState(hotline, "reached");
            assertTrue(customer.messages().contains("INVITE sip:913900139000@"), "the number that he rang from");
        }
    }

    private static void awaitAsked(HotlineUnderTest hotline, Calls calls, String number) {
        String call = calls.arrived(number).at("/callId").asText();
        await(number + " hears that a key gets him a callback").atMost(SOON).until(() ->
                hotline.supervisor().get("/calls/" + call).at("/steps").findValuesAsText("kind").contains("callback-proposed"));
    }

    private static void promise(HotlineUnderTest hotline) {
        JsonNode made = hotline.supervisor().call("POST", "/callbacks",
                JSON.createObjectNode().put("number", CUSTOMER).put("brand", "b4001"));
        assertEquals(CUSTOMER, made.at("/number").asText());
    }

    private static void awaitState(HotlineUnderTest hotline, String state) {
        await("the callback is " + state).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).until(() ->
                hotline.supervisor().get("/callbacks").at("/items/0/state").asText().equals(state));
    }

    private HotlineUnderTest start(int tries) {
        HotlineConfig config = new HotlineConfig()
                .brand("4001", "mandarin: {least: 2}", "5s", "0s", ", outgoing: {prefix: \"9\", shows: \"4001\"}")
                .agent("1001", "mandarin: 5")
                .server("callbacks: {tries: " + tries + ", spacing: 2s, by-key: {on: true, waited: 1s}, hours: {from: \"00:00\", to: \"24:00\"}}");
        return HotlineUnderTest.start(folder, config);
    }
}
