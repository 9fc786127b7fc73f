package io.halfminute.server;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The lines of {@code server.log}, as text or as one JSON object each; customers' numbers are masked in both, whatever wrote
 * them. A call's id, given as the key value {@code call}, is a field of its own.
 */
public final class LogLines extends EncoderBase<ILoggingEvent> {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{0}: %msg%replace( %kvp){'^ $', ''}%n";

    private final PatternLayout text = new PatternLayout();
    private final ThrowableProxyConverter trace = new ThrowableProxyConverter();
    private boolean json;

    /** @param format {@code text} or {@code json} */
    public void setFormat(String format) {
        json = "json".equals(format);
    }

    @Override
    public void start() {
        text.setContext(getContext());
        text.setPattern(PATTERN);
        text.start();
        trace.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return (json ? object(event).encode() + "\n" : NumberMask.in(text.doLayout(event))).getBytes(StandardCharsets.UTF_8);
    }

    private JsonObject object(ILoggingEvent event) {
        JsonObject line = new JsonObject().put("at", Instant.ofEpochMilli(event.getTimeStamp()).toString())
                .put("level", event.getLevel().toString()).put("thread", event.getThreadName())
                .put("logger", event.getLoggerName()).put("message", NumberMask.in(event.getFormattedMessage()));
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> line.put(pair.key, NumberMask.in(String.valueOf(pair.value))));
        }
        event.getMDCPropertyMap().forEach((key, value) -> line.put(key, NumberMask.in(value)));
        if (event.getThrowableProxy() != null) {
            line.put("trace", NumberMask.in(trace.convert(event)));
        }
        return line;
    }
}
