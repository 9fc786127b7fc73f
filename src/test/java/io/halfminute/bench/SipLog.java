package io.halfminute.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what SIPp's {@code -trace_msg} writes: a ruler with date and time in microseconds, a line that says which way, a
 * blank line, and the message. The time is this machine's, so two processes' logs can be compared.
 */
public final class SipLog {

    private static final Pattern RULER = Pattern.compile("-{20,} (\\d{4}-\\d\\d-\\d\\d)\\s(\\d\\d:\\d\\d:\\d\\d\\.\\d{6}).*");
    private static final Pattern WAY = Pattern.compile("\\w+ message (received|sent) .*");

    private final List<SipMessage> messages = new ArrayList<>();
    private long atUs;
    private boolean received;
    private String start;
    private String callId;
    private String from;
    private String sequence;

    private SipLog() {
        forget();
    }

    /** All messages of a file in their order; a last one that is cut off is left out or comes without its end. */
    public static List<SipMessage> read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            SipLog log = new SipLog();
            reader.lines().forEach(log::line);
            log.finish();
            return log.messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        Matcher ruler = RULER.matcher(line);
        if (ruler.matches()) {
            finish();
            atUs = microseconds(ruler.group(1), ruler.group(2));
        } else if (start.isEmpty()) {
            before(line);
        } else {
            header(line);
        }
    }

    private void before(String line) {
        Matcher way = WAY.matcher(line);
        if (way.matches()) {
            received = way.group(1).equals("received");
        } else if (!line.isBlank() && atUs != 0) {
            start = line;
        }
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        String value = line.substring(colon + 1).strip();
        switch (colon < 0 ? "" : line.substring(0, colon)) {
            case "Call-ID" -> callId = value;
            case "From" -> from = SipMessage.user(value);
            case "CSeq" -> sequence = value;
            default -> { }
        }
    }

    private void finish() {
        if (!callId.isEmpty()) {
            messages.add(new SipMessage(atUs, received, start, callId, from, sequence));
        }
        forget();
    }

    private void forget() {
        atUs = 0;
        start = "";
        callId = "";
        from = "";
        sequence = "";
    }

    private static long microseconds(String date, String time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH,
                LocalDateTime.parse(date + "T" + time).atZone(ZoneId.systemDefault()).toInstant());
    }
}
