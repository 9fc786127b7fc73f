package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.Api;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Looks calls up by their callers' numbers, as a supervisor sees them. */
final class Calls {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Api supervisor;

    Calls(Api supervisor) {
        this.supervisor = supervisor;
    }

    /** All calls of this number so far, newest first. */
    List<JsonNode> of(String number) {
        return supervisor.all("/calls?number=" + number);
    }

    /** The one call of this number, once it is there. */
    JsonNode arrived(String number) {
        await("a call of " + number).atMost(SOON).until(() -> !of(number).isEmpty());
        return of(number).getFirst();
    }

    /** The one call of this number with its time line, once an agent has picked up. */
    JsonNode answered(String number) {
        await("an answer for " + number).atMost(SOON).until(() -> of(number).stream()
                .anyMatch(call -> !call.at("/answeredMs").isNull()));
        return detail(number);
    }

    /** The one call of this number with its time line, once it is over. */
    JsonNode ended(String number) {
        await("the end of the call of " + number).atMost(SOON).until(() -> of(number).stream()
                .anyMatch(call -> !call.at("/endedMs").isNull()));
        JsonNode call = detail(number);
        assertTiled(call);
        return call;
    }

    private JsonNode detail(String number) {
        List<JsonNode> calls = of(number);
        assertEquals(1, calls.size(), "calls of " + number);
        return supervisor.get("/calls/" + calls.getFirst().at("/callId").asText());
    }

    /** TEL-LOG: the stretches tile the call, and it is in a ticket. */
    private static void assertTiled(JsonNode call) {
        long at = call.at("/arrivedMs").asLong();
        for (JsonNode stretch : call.at("/timeline")) {
            assertEquals(at, stretch.at("/fromMs").asLong(), () -> "a gap in " + call);
            at = stretch.at("/toMs").asLong();
        }
        assertEquals(call.at("/endedMs").asLong(), at, () -> "the time line does not reach the end: " + call);
        assertTrue(call.at("/ticket").asLong() > 0, () -> "no ticket: " + call);
    }

    /** The outcomes of its offers, such as {@code 1001 no-answer}. */
    static List<String> offers(JsonNode call) {
        return StreamSupport.stream(call.at("/offers").spliterator(), false)
                .map(offer -> offer.at("/agent").asText() + " " + offer.at("/outcome").asText()).toList();
    }

    /** What the hotline's agent is doing. */
    String state(String agent) {
        return supervisor.agent(agent).at("/state").asText();
    }
}
