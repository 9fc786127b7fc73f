package io.halfminute.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

class LogLinesTest {

    private static String line(String format, String message, Throwable trace) {
        LoggerContext context = new LoggerContext();
        LogLines lines = new LogLines();
        lines.setContext(context);
        lines.setFormat(format);
        lines.start();
        LoggingEvent event = new LoggingEvent("test", context.getLogger("io.halfminute.Test"), Level.ERROR, message, trace, null);
        event.setMDCPropertyMap(Map.of());
        event.setKeyValuePairs(List.of(new KeyValuePair("call", "1763800000.123")));
        return new String(lines.encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void aLineOfJsonIsOneObjectWithTheCallAsAField() {
        String line = line("json", "two\nlines of 13800138000", new IllegalStateException("no 02155550100"));
        JsonObject json = new JsonObject(line);
        assertEquals(1, line.lines().count());
        assertEquals("two\nlines of 138****8000", json.getString("message"));
        assertEquals("1763800000.123", json.getString("call"));
        assertTrue(json.getString("trace").contains("no 021****0100"), line);
    }

    @Test
    void aLineOfTextIsMaskedToo() {
        String line = line("text", "caller 13800138000", new IllegalStateException("+8613912345678"));
        assertFalse(line.contains("13800138000") || line.contains("13912345678"), line);
        assertTrue(line.contains("call=\"1763800000.123\""), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "+8613800138000", "8613800138000", "02155550100", "from=13800138000,", "sip:13800138000@host",
        "\"13800138000\"", "number 62801234."})
    void aNumberIsMaskedWhereverItStands(String text) {
        assertTrue(NumberMask.in(text).contains("****"), NumberMask.in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1763800000.123", "at 1763800000123 ms", "PJSIP/1001-00000012", "offer 17638000001230042", "12 of 500000", "8a1234567f"})
    void timesAndIdsStay(String text) {
        assertEquals(text, NumberMask.in(text));
    }
}
