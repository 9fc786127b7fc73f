package io.halfminute.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.Api;
import java.util.ArrayList;
import java.util.List;

/**
 * A call as our records have it, read over the HTTP API. Times are milliseconds since 1970, 0 for what did not happen.
 *
 * @param seen    false when it ended while no server watched: its end is then the latest possible one
 * @param agents  who talked with the caller
 * @param stretch the time line
 */
record KeptCall(String id, String number, long arrivedMs, long answeredMs, long endedMs, boolean seen, List<String> agents,
                List<Stretch> stretch) {

    /** A session may send fifty requests in a second. */
    private static final long REQUESTS_PAUSE_MS = 25;

    /** A piece of the time line. */
    record Stretch(long fromMs, long toMs) {
    }

    /** Every call, each with its time line. */
    static List<KeptCall> read(Api supervisor) {
        List<KeptCall> calls = new ArrayList<>();
        for (JsonNode listed : supervisor.all("/calls")) {
            Wait.pause(REQUESTS_PAUSE_MS);
            calls.add(of(supervisor.get("/calls/" + listed.at("/callId").asText())));
        }
        return calls;
    }

    static KeptCall of(JsonNode call) {
        List<Stretch> line = new ArrayList<>();
        call.at("/timeline").forEach(piece -> line.add(new Stretch(piece.at("/fromMs").asLong(), piece.at("/toMs").asLong())));
        List<String> agents = new ArrayList<>();
        call.at("/agents").forEach(agent -> agents.add(agent.asText()));
        return new KeptCall(call.at("/callId").asText(), call.at("/caller/number").asText(), call.at("/arrivedMs").asLong(),
                call.at("/answeredMs").asLong(), call.at("/endedMs").asLong(), call.at("/seen").asBoolean(), agents, line);
    }
}
