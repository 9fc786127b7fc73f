package io.halfminute.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfminute.testing.HotlineConfig;
import io.halfminute.testing.HotlineUnderTest;
import io.halfminute.testing.PbxUnderTest;
import io.halfminute.testing.RtpEar;
import io.halfminute.testing.Sipp;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller who waits hears how long it will be at most. The music here is silence, so that all sound is speech. */
@Tag("e2e")
class WaitToldE2eTest {

    private static final String NUMBER = "4001";
    private static final String LINE = "13800131000";
    /** As many talks as it takes until the forecast rests on them. */
    private static final int TALKS = 50;
    private static final String[] AGENTS = {"1001", "1002"};

    @TempDir
    private Path folder;
    private final List<Sipp> started = new ArrayList<>();

    @Test
    void whoWaitsHearsItAndAnAgentWhoComesFreeIsNotKeptWaitingByIt() throws Exception {
        silentMusic();
        HotlineConfig config = new HotlineConfig().brand(NUMBER, "mandarin: {least: 2}", "20s", "0s", ", music: silent")
                .server("forecast: {every: 1s, most-lag: 10s, shortest-told: 0s}");
        List.of(AGENTS).forEach(agent -> config.agent(agent, "mandarin: 3"));
        try (HotlineUnderTest hotline = HotlineUnderTest.start(folder, config); RtpEar ear = RtpEar.at(PbxUnderTest.CALLERS)) {
            Calls calls = new Calls(hotline.supervisor());
            learn(hotline);
            phones(hotline, "slow", 2_000, 15_000);
            hotline.ready("1001");
            hotline.call("13800131001", NUMBER, 60_000);
            calls.answered("13800131001");
            started.add(Sipp.callers(hotline.pbx(), hotline.folder("who-waits"), List.of(new Sipp.Caller(LINE, "", NUMBER)), 1,
                    60_000, ear.port()));
            await("he hears somebody speak").atMost(Duration.ofSeconds(20)).until(() -> ear.loudPackets() > 25);
            hotline.ready("1002");
            assertTold(hotline, calls.ended(LINE));
            hotline.killServer();
            hotline.startServer();
            awaitForecast(hotline, "what was learned is known again");
        } finally {
            started.forEach(Sipp::close);
        }
    }

    /** TEL-30: from the agent's readiness to the ring nothing is waited for, though the sentence has not come to its end. */
    private static void assertTold(HotlineUnderTest hotline, JsonNode call) {
        JsonNode told = StreamSupport.stream(call.at("/steps").spliterator(), false)
                .filter(step -> step.at("/kind").asText().equals("wait-told")).findFirst().orElseThrow();
        assertEquals(told.at("/atMs").asLong() + 1_000 * told.at("/seconds").asLong(), told.at("/byMs").asLong());
        assertTrue(call.at("/answeredMs").asLong() <= told.at("/byMs").asLong(), () -> "it held: " + call);
        JsonNode offer = call.at("/offers/0");
        long ringing = offer.at("/ringingMs").asLong();
        assertTrue(ringing - told.at("/atMs").asLong() < 3_000, () -> "he was still being spoken to: " + call);
        assertTrue(ringing - offer.at("/madeMs").asLong() < 300, () -> "the phone rang late: " + offer);
        assertEquals("1002", offer.at("/agent").asText());
        assertTrue(hotline.supervisor().metrics().contains("halfminute_waits_told_total{held=\"yes\"} 1.0"));
    }

    /** Short talks, one after the other. */
    private void learn(HotlineUnderTest hotline) {
        Sipp quick = phones(hotline, "quick", 50, 300);
        hotline.ready(AGENTS);
        List<Sipp.Caller> callers = IntStream.range(0, TALKS)
                .mapToObj(n -> new Sipp.Caller("1390000" + String.format("%04d", n), "", NUMBER)).toList();
        try (Sipp calling = Sipp.callers(hotline.pbx(), hotline.folder("callers"), callers, 3, 60_000)) {
            calling.awaitSuccess(60);
        }
        awaitForecast(hotline, "the forecast rests on what was seen");
        hotline.allOut();
        quick.close();
    }

    private static void awaitForecast(HotlineUnderTest hotline, String why) {
        await(why).atMost(Duration.ofSeconds(20))
                .until(() -> hotline.supervisor().get("/forecast").at("/forecast/status").asText().equals("ready"));
    }

    private Sipp phones(HotlineUnderTest hotline, String name, int ringMs, int talkMs) {
        Sipp phones = Sipp.answering(hotline.pbx(), hotline.folder(name), ringMs, talkMs);
        started.add(phones.register(hotline.pbx(), List.of(AGENTS)));
        return phones;
    }

    private void silentMusic() throws Exception {
        Path music = Files.createDirectories(folder.resolve("data/pbx/music/silent"));
        AudioFormat telephone = new AudioFormat(8_000, 16, 1, true, false);
        byte[] tenSeconds = new byte[160_000];
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(tenSeconds), telephone, tenSeconds.length / 2),
                AudioFileFormat.Type.WAVE, music.resolve("silent.wav").toFile());
    }
}
