package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.BOSS;
import static io.halfminute.web.WebFixture.NOBODY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bodies from a seed, near to what is right and far from it: none makes the server err, and it still serves afterwards. */
class HostileBodiesTest {

    private static final int BODIES = 10_000;
    private static final long SEED = 20_261_122;
    /** Each with a body that would do. */
    private static final List<List<String>> TARGETS = List.of(
            List.of("POST", "/session", "{\"name\":\"1001\",\"password\":\"right\"}"),
            List.of("PUT", "/agents/1001/state", "{\"state\":\"paused\",\"reason\":\"meal\"}"),
            List.of("PUT", "/agents/1001/skills", "{\"skills\":{\"mandarin\":3}}"),
            List.of("PATCH", "/tickets/7", "{\"version\":3,\"class\":\"complaint\",\"type\":\"logistics\"}"),
            List.of("POST", "/tickets/7/notes", "{\"text\":\"parcel is late\",\"callId\":\"hm-1.0\"}"));
    private static final List<String> PIECES = List.of("{", "}", "[", "]", "\"", ":", ",", "\\", "\\u0000", "\\ud800", "null", "true",
            "-1", "1e999", "99999999999999999999", "0.1", "\u0000", "\u007f", "\ufeff", "\ud83d\ude00", "\u202e", "';--", "${jndi:x}",
            "../..", "<script>", "%00", "\"__proto__\":1,", "{}", "[[[[", " ".repeat(100), "x".repeat(5_000));

    @RegisterExtension
    static final WebFixture web = new WebFixture(unhurried());

    private final Random random = new Random(SEED);

    /** As shipped, with as many requests as there are bodies, and time on a busy machine. */
    private static WebSettings unhurried() {
        WebSettings shipped = WebSettings.DEFAULT;
        return new WebSettings("127.0.0.1", 0, shipped.publicOrigin(), shipped.tls(), false, Duration.ofMinutes(1),
                shipped.idleTimeout(), shipped.maxConnections(), shipped.maxBodyBytes(), shipped.maxHeaderBytes(),
                shipped.blockingAtOnce(), shipped.boardEvery(), shipped.maxLiveClients(), shipped.slowClientAfter(),
                shipped.pingEvery(), shipped.clientMessagesPerMinute(), BODIES);
    }

    @Test
    void tenThousandHostileBodiesMakeNoServersFault() {
        for (int n = 0; n < BODIES; n++) {
            List<String> target = TARGETS.get(n % TARGETS.size());
            String body = spoilt(target.getLast());
            var reply = web.raw(target.getFirst(), "/api/v1" + target.get(1), body, who(), "application/json");
            assertTrue(reply.status() < 500, () -> target + " " + body + " -> " + reply.status() + " " + reply.text());
        }
        assertEquals(200, web.get("/wallboard", BOSS).status());
    }

    private Map<String, String> who() {
        return List.of(BOSS, BOSS, AGENT, NOBODY).get(random.nextInt(4));
    }

    /** One to four changes: a piece put in, a stretch cut out, two letters exchanged. */
    private String spoilt(String good) {
        StringBuilder body = new StringBuilder(good);
        for (int left = 1 + random.nextInt(4); left > 0 && !body.isEmpty(); left--) {
            int at = random.nextInt(body.length());
            switch (random.nextInt(3)) {
                case 0 -> body.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> body.delete(at, at + random.nextInt(body.length() - at) + 1);
                default -> body.setCharAt(at, (char) random.nextInt(256));
            }
        }
        return body.toString();
    }
}
