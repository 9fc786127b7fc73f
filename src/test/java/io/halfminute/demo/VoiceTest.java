package io.halfminute.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VoiceTest {

    /** Corners of the table in ITU-T G.711: silence is 0xD5, the loudest samples are 0xAA and 0x2A; 16 bits a sample. */
    @Test
    void soundIsCodedAsTheStandardSays() {
        assertEquals((byte) 0xd5, Voice.toALaw(0));
        assertEquals((byte) 0x55, Voice.toALaw(-1));
        assertEquals((byte) 0xaa, Voice.toALaw(32_767));
        assertEquals((byte) 0x2a, Voice.toALaw(-32_768));
        assertEquals((byte) 0xc5, Voice.toALaw(256), "the second segment");
        assertEquals((byte) 0xf5, Voice.toALaw(512), "the third segment");
    }

    @Test
    void theMurmurLastsFourSecondsAndIsNotSilent() {
        byte[] sample = Voice.sample();
        assertEquals(32_000, sample.length);
        int loud = 0;
        for (byte each : sample) {
            loud += ((each ^ 0x55) & 0x7f) != 0 ? 1 : 0;
        }
        assertTrue(loud > 10_000, "only " + loud + " samples are not silent");
    }
}
