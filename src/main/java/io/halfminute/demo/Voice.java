package io.halfminute.demo;

/** A murmur in place of speech: syllables of a low tone, in G.711 A-law at 8000 samples a second. */
final class Voice {

    private static final int RATE = 8_000;
    private static final int SECONDS = 4;
    private static final double SYLLABLES_A_SECOND = 3.5;

    private Voice() {
    }

    static byte[] sample() {
        byte[] sound = new byte[RATE * SECONDS];
        for (int i = 0; i < sound.length; i++) {
            double time = (double) i / RATE;
            double loudness = Math.max(0, Math.sin(Math.PI * SYLLABLES_A_SECOND * time)) * (time % 2 < 1.5 ? 1 : 0);
            double tone = Math.sin(2 * Math.PI * 140 * time) + 0.5 * Math.sin(2 * Math.PI * 420 * time);
            sound[i] = toALaw((int) (5_000 * loudness * tone));
        }
        return sound;
    }

    /** ITU-T G.711: sign, three bits of segment, four of step, every second bit inverted. */
    static byte toALaw(int sample) {
        int sign = sample >= 0 ? 0x80 : 0;
        int magnitude = Math.min(sample >= 0 ? sample : -sample - 1, 32_767) >> 3;
        int segment = Math.max(0, 32 - Integer.numberOfLeadingZeros(magnitude >> 5));
        int step = (segment == 0 ? magnitude >> 1 : magnitude >> segment) & 0x0f;
        return (byte) ((sign | segment << 4 | step) ^ 0x55);
    }
}
