package io.halfminute.pbx.asterisk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What Asterisk's manager interface writes, taken apart: lines {@code Name: value} that end with CR LF, an empty line after each
 * event or answer. A name that comes again has all its values, with line breaks between them, so that a value into which
 * somebody smuggled a header is never mistaken for one. Not for several threads.
 */
final class Frames {

    /** In bytes; the rest of a longer line is dropped. Asterisk's own are far shorter, callers' are as long as they please. */
    static final int LONGEST_LINE = 4_096;
    /** Further ones are dropped; the events that are heard have some thirty. */
    static final int MOST_LINES = 200;
    private static final int SEPARATOR = 2;

    private final InputStream in;
    private final byte[] read = new byte[16_384];
    private final byte[] line = new byte[LONGEST_LINE];
    private int next;
    private int end;

    Frames(InputStream in) {
        this.in = in;
    }

    /**
     * Waits for the next one that is not empty.
     *
     * @return null when the other side has closed the connection
     */
    Map<String, String> next() throws IOException {
        Map<String, String> frame = new HashMap<>(64);
        int length = readLine();
        for (int lines = 0; length > 0 || length == 0 && frame.isEmpty(); lines++) {
            if (lines < MOST_LINES) {
                put(frame, length);
            }
            length = readLine();
        }
        return length < 0 ? null : frame;
    }

    /** One without a name, such as the greeting, is nobody's. */
    private void put(Map<String, String> frame, int length) {
        for (int i = 1; i + 1 < length; i++) {
            if (line[i] == ':' && line[i + 1] == ' ') {
                frame.merge(text(0, i), text(i + SEPARATOR, length), (one, other) -> one + "\n" + other);
                return;
            }
        }
    }

    private String text(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    /** @return its length in bytes, without its end; -1 when there is none */
    private int readLine() throws IOException {
        int length = 0;
        byte before = 0;
        for (int now = readByte(); now >= 0; now = readByte()) {
            if (now == '\n' && before == '\r') {
                return Math.min(length - 1, LONGEST_LINE);
            }
            if (length < LONGEST_LINE) {
                line[length] = (byte) now;
            }
            length++;
            before = (byte) now;
        }
        return -1;
    }

    private int readByte() throws IOException {
        if (next == end) {
            next = 0;
            end = in.read(read);
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return read[next++] & 0xFF;
    }
}
