package io.halfminute.forecast;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.callback.ByKey;
import io.halfminute.forecast.Forecast.Silence;
import io.halfminute.pbx.CallId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds those who will wait long, so that they may choose to be called back: whose bound is as far away as is configured, or for
 * whom nobody is expected to come free. Each is named once. One thread owns it.
 */
public final class CallbackProposer {

    private final int mostCalls;
    private final Set<CallId> named = new HashSet<>();
    private ByKey key = ByKey.OFF;

    /** @param mostCalls of so many at most it remembers that it has named them; more are not named */
    public CallbackProposer(int mostCalls) {
        this.mostCalls = mostCalls;
    }

    /** Takes in what happened. */
    public void accept(List<AcdEvent> events) {
        for (AcdEvent event : events) {
            switch (event) {
                case AcdEvent.SetupChanged changed -> key = changed.setup().callbacks().key();
                case AcdEvent.CallAnswered answered -> named.remove(answered.call());
                case AcdEvent.CallEnded ended -> named.remove(ended.call());
                default -> { }
            }
        }
    }

    /** Who may choose now. Nobody while the forecast still learns. */
    public List<AcdInput.ProposeCallback> toPropose(Forecast forecast) {
        if (!key.on() || forecast.status() != Forecast.Status.READY) {
            return List.of();
        }
        return forecast.waits().stream().filter(wait -> isLong(wait, forecast.atMs()))
                .map(Forecast.Wait::call).filter(call -> named.size() < mostCalls && named.add(call))
                .map(AcdInput.ProposeCallback::new).toList();
    }

    private boolean isLong(Forecast.Wait wait, long nowMs) {
        return wait.silent() == Silence.NOBODY || wait.byMs() != null && wait.byMs() - nowMs >= key.predictedMs();
    }
}
