package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.HotlineUnderTest;
import java.time.Duration;
import java.util.List;

/**
 * Of two callers one talks and the other waits for the same agent while servers come and go.
 *
 * @param talking the record of the one as it was before
 * @param waiting the record of the other as it was before
 */
record OneTalksOneWaits(JsonNode talking, JsonNode waiting) {

    private static final String AGENT = "1001";
    private static final String FIRST = "13800000001";
    private static final String SECOND = "13800000002";
    private static final int TALK_MS = 12_000;

    /** Both have called; the phone of the only agent hangs up after 12 s. */
    static OneTalksOneWaits at(HotlineUnderTest hotline, String dialled) {
        hotline.answering(100, TALK_MS, AGENT);
        hotline.call(FIRST, dialled, 60_000);
        Calls calls = new Calls(hotline.supervisor());
        JsonNode talking = calls.answered(FIRST);
        hotline.call(SECOND, dialled, 90_000);
        return new OneTalksOneWaits(talking, calls.arrived(SECOND));
    }

    /** Nobody was cut off, nobody lost his place, and the server that is there now knew both. */
    void assertServed(Calls after, Duration soon) {
        await("the agent is found in his call").atMost(soon).until(() -> after.state(AGENT).equals("on-call"));
        JsonNode talked = after.ended(FIRST);
        assertEquals(talking.at("/answeredMs"), talked.at("/answeredMs"));
        assertEquals("answered", talked.at("/end").asText());
        assertTrue(talked.at("/endedMs").asLong() - talked.at("/answeredMs").asLong() > TALK_MS - 1_000, "nobody was cut off");
        JsonNode served = after.ended(SECOND);
        assertEquals(waiting.at("/arrivedMs"), served.at("/arrivedMs"), "his first arrival counts");
        assertEquals("answered", served.at("/end").asText());
        assertEquals(List.of(AGENT + " answered"), Calls.offers(served));
    }
}
