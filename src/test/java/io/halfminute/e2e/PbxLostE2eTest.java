package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.Ports;
import io.halfminute.testing.Sipp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TEL-24: an Asterisk dies without a word, and what was on it is kept account of. */
@Tag("e2e")
class PbxLostE2eTest {

    private static final String NUMBER = "4001";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int LONG_MS = 90_000;

    @TempDir
    private Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private PbxUnderTest b;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void theOnlyPbxThatDiesCostsItsCallsAndTheHotlineComesBackByItself() {
        HotlineUnderTest hotline = start(Map.of(), "1001");
        hotline.answering(100, 20_000, "1001");
        Calls calls = new Calls(hotline.supervisor());
        hotline.call("13800000001", NUMBER, LONG_MS);
        calls.answered("13800000001");
        hotline.call("13800000002", NUMBER, LONG_MS);
        calls.arrived("13800000002");

        hotline.pbx().kill();
        assertLost(calls.ended("13800000001"), "answered");
        assertLost(calls.ended("13800000002"), "abandoned");

        hotline.pbx().start();
        await("the agent is back").atMost(SOON).until(() -> calls.state("1001").equals("ready"));
        hotline.call("13800000003", NUMBER, LONG_MS);
        assertEquals("1001", calls.answered("13800000003").at("/agents/0").asText());
    }

    @Test
    void ofTwoPbxsTheLossOfOneCostsOnlyTheCallsOnIt() {
        HotlineUnderTest hotline = startTwo("1001", "1002", "1003");
        Calls calls = new Calls(hotline.supervisor());
        phones("1002", 60_000);
        hotline.ready("1002");
        hotline.call("13800000001", NUMBER, LONG_MS);
        assertEquals("1002", calls.answered("13800000001").at("/agents/0").asText(), "a caller at a, an agent at b");
        phones("1003", 20_000);
        hotline.ready("1003");
        callB("13800000002");
        assertEquals("1003", calls.answered("13800000002").at("/agents/0").asText());
        hotline.call("13800000003", NUMBER, LONG_MS);
        calls.arrived("13800000003");

        hotline.pbx().kill();
        assertLost(calls.ended("13800000001"), "answered");
        assertLost(calls.ended("13800000003"), "abandoned");
        callB("13800000004");
        JsonNode untouched = calls.ended("13800000002");
        assertEquals("normal", untouched.at("/cause/reason").asText());
        assertTrue(untouched.at("/endedMs").asLong() - untouched.at("/answeredMs").asLong() > 19_000, "nobody was cut off");
        assertEquals("1003", calls.answered("13800000004").at("/agents/0").asText(), "callers at b go on");

        hotline.pbx().start();
        hotline.answering(100, 20_000, "1001");
        hotline.call("13800000005", NUMBER, LONG_MS);
        assertEquals("1001", calls.answered("13800000005").at("/agents/0").asText(), "a takes calls again");
    }

    /** Its record says why it ended, and is in a ticket, which {@link Calls#ended} has looked for. */
    private static void assertLost(JsonNode call, String end) {
        assertEquals("pbx-lost", call.at("/cause/reason").asText(), call::toString);
        assertEquals(end, call.at("/end").asText());
    }

    private HotlineUnderTest start(Map<String, String> settings, String... agents) {
        HotlineUnderTest hotline = HotlineUnderTest.start(folder, config(agents), settings);
        open.add(hotline);
        return hotline;
    }

    private static HotlineConfig config(String... agents) {
        HotlineConfig config = new HotlineConfig().brand(NUMBER, "mandarin: {least: 2}", "5s", "0s", "");
        List.of(agents).forEach(agent -> config.agent(agent, "mandarin: 5"));
        return config;
    }

    private HotlineUnderTest startTwo(String... agents) {
        HotlineConfig config = config(agents).server("""
                pbx:
                  name: a
                  servers:
                    b: {ami-port: %d, sip: {port: %d, web-socket-port: %d, rtp-start: 44000, rtp-end: 44999}}
                """.formatted(Ports.tcp(), Ports.udp("127.0.0.1"), Ports.tcp()));
        HotlineUnderTest hotline = HotlineUnderTest.start(folder, config, Map.of(), started -> {
            b = PbxUnderTest.startPrepared(started.data().resolve("pbx-b"));
            open.add(b);
        });
        open.add(hotline);
        return hotline;
    }

    /** A phone at b. */
    private void phones(String phone, int talkMs) {
        Sipp sipp = Sipp.answering(b, folder.resolve("phone-" + phone), 100, talkMs);
        open.add(sipp);
        sipp.register(b, List.of(phone));
    }

    private void callB(String number) {
        open.add(Sipp.callers(b, folder.resolve("caller-" + number), List.of(new Sipp.Caller(number, "Wang", NUMBER)), 1, LONG_MS));
    }
}
