package io.halfminute.metric;

import io.halfminute.acd.AcdEvent;
import io.halfminute.pbx.CallId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether callers were told the truth about their wait. What a caller was told first counts; one who hangs up before that
 * time is over counts neither way, since nobody knows whether it would have held.
 */
final class ToldMeters {

    private final int maxCalls;
    private final Counter held;
    private final Counter broken;
    private final Map<CallId, Long> byMs = new HashMap<>();

    ToldMeters(MeterRegistry registry, int maxCalls) {
        this.maxCalls = maxCalls;
        held = told(registry, "yes");
        broken = told(registry, "no");
    }

    void apply(AcdEvent event) {
        switch (event) {
            case AcdEvent.WaitTold told when byMs.size() < maxCalls -> byMs.putIfAbsent(told.call(), told.byMs());
            case AcdEvent.CallAnswered answered -> settle(answered.call(), answered.atMs(), true);
            case AcdEvent.CallEnded ended -> settle(ended.call(), ended.atMs(), false);
            default -> { }
        }
    }

    private void settle(CallId call, long atMs, boolean answered) {
        Long promised = byMs.remove(call);
        if (promised != null && atMs > promised) {
            broken.increment();
        } else if (promised != null && answered) {
            held.increment();
        }
    }

    private static Counter told(MeterRegistry registry, String held) {
        return Counter.builder("halfminute.waits.told").tag("held", held)
                .description("Callers who were told within which time they would be answered, by whether they were")
                .register(registry);
    }
}
