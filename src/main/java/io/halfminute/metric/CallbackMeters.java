package io.halfminute.metric;

import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many callbacks are open, and what became of the others. */
final class CallbackMeters {

    private final MeterRegistry registry;
    private final Map<CallbackId, CallbackState> open = new ConcurrentHashMap<>();

    CallbackMeters(MeterRegistry registry) {
        this.registry = registry;
        for (CallbackState state : CallbackState.values()) {
            if (state.isOpen()) {
                Gauge.builder("halfminute.callbacks", () -> open.values().stream().filter(state::equals).count())
                        .tag("state", code(state)).description("Open callbacks by where they stand").register(registry);
            } else {
                closed(state);
            }
        }
    }

    void changed(Callback now) {
        if (now.isOpen()) {
            open.put(now.id(), now.state());
        } else {
            open.remove(now.id());
            closed(now.state()).increment();
        }
    }

    private Counter closed(CallbackState state) {
        return Counter.builder("halfminute.callbacks.closed").tag("outcome", code(state))
                .description("Callbacks that are done, by what became of them").register(registry);
    }

    private static String code(CallbackState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
