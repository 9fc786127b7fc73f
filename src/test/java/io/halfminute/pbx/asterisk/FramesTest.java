package io.halfminute.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What comes over the wire of Asterisk's manager interface, good and bad. */
class FramesTest {

    private static final long SEED = 20_261_122;
    private static final int BAD_FRAMES = 100_000;
    private static final String GOOD = "Event: Hangup\r\nUniqueid: hm-1.0\r\n\r\n";
    private static final List<String> BITS = List.of("\r\n", "\r", "\n", ":", ": ", " ", "Event", "Hangup", "Uniqueid: hm-1.0", "Response: ",
            "ActionID: 1", "\u0000", "张三", "x".repeat(5_000), "Cause: 99999999999999999999", "Timestamp: 1e99", "UserEvent: Halfminute");

    private static List<Map<String, String>> read(String text) {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Map<String, String>> read(InputStream in) {
        List<Map<String, String>> all = new ArrayList<>();
        try {
            Frames frames = new Frames(in);
            for (Map<String, String> frame = frames.next(); frame != null; frame = frames.next()) {
                all.add(frame);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    @Test
    void theGreetingIsNobodys() {
        assertEquals(List.of(Map.of("Event", "FullyBooted")), read("Asterisk Call Manager/11.0.0\r\nEvent: FullyBooted\r\n\r\n"));
    }

    @Test
    void aValueIsTakenAsItIs() {
        assertEquals(List.of(Map.of("Event", "A", "Name", "张: 三 ", "Empty", "")),
                read("Event: A\r\nName: 张: 三 \r\nEmpty: \r\nno name\r\n: nor here\r\n\r\n"));
    }

    @Test
    void aLoneLineFeedEndsNoLine() {
        assertEquals(List.of(Map.of("Event", "A", "Name", "x\nEvent: B")), read("Event: A\r\nName: x\nEvent: B\r\n\r\n"));
    }

    @Test
    void aNameThatComesTwiceIsNeitherValue() {
        assertEquals("Hangup\nDialEnd", read("Event: Hangup\r\nEvent: DialEnd\r\n\r\n").getFirst().get("Event"));
    }

    @Test
    void aLineThatIsTooLongIsCutAndTheNextOneIsWhole() {
        Map<String, String> frame = read("Name: " + "x".repeat(100_000) + "\r\nUniqueid: hm-1.0\r\n\r\n").getFirst();
        assertEquals(Frames.LONGEST_LINE - "Name: ".length(), frame.get("Name").length());
        assertEquals("hm-1.0", frame.get("Uniqueid"));
    }

    @Test
    void aFrameWithoutEndDoesNotGrowForEver() {
        StringBuilder text = new StringBuilder("Event: A\r\n");
        for (int n = 0; n < 10 * Frames.MOST_LINES; n++) {
            text.append("Name").append(n).append(": x\r\n");
        }
        List<Map<String, String>> frames = read(text + "\r\n" + GOOD);
        assertEquals(Frames.MOST_LINES, frames.getFirst().size());
        assertEquals("Hangup", frames.get(1).get("Event"));
    }

    @Test
    void whatIsCutOffInTheMiddleIsNoFrame() throws IOException {
        assertNull(new Frames(new ByteArrayInputStream("Event: Hangup\r\nUniq".getBytes(StandardCharsets.UTF_8))).next());
    }

    @Test
    void aFrameMayComeByteByByte() {
        InputStream slow = new ByteArrayInputStream((GOOD + GOOD).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(1, length));
            }
        };
        assertEquals(read(GOOD + GOOD), read(slow));
    }

    @Test
    void aHundredThousandBadFramesBreakNothing() {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < BAD_FRAMES; n++) {
            // The long one seldom, or there is nothing else.
            text.append(BITS.get(random.nextInt(200) == 0 ? 13 : (random.nextInt(BITS.size() - 1) + 14) % BITS.size()));
        }
        List<Map<String, String>> frames = read(text + "\r\n\r\n\r\n" + GOOD);
        assertTrue(frames.size() > BAD_FRAMES / 1_000, frames.size() + " frames were found");
        frames.forEach(frame -> HeardEvents.of(frame));
        assertNotNull(HeardEvents.of(frames.getLast()));
    }
}
