package io.halfminute.forecast;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.pbx.CallId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses which of those who wait are told how long it will be at most, and how that is said: the bound of the forecast, which
 * holds for as many callers as is configured, rounded up to a time for which there is a sentence, so that it holds no less
 * often when it is said. One thread owns it.
 */
public final class WaitTeller {

    /** The times for which every language has a sentence, in seconds: the prompts {@code wait-30} to {@code wait-3600}. */
    public static final List<Integer> SENTENCES =
            List.of(30, 60, 90, 120, 180, 240, 300, 360, 480, 600, 900, 1_200, 1_800, 2_700, 3_600);

    /** After that a newer forecast knows better. Longer than a waiting caller takes to look whether there is something to hear. */
    private static final int WORTH_SAYING_MS = 5_000;
    private static final int SECOND_MS = 1_000;

    private final Telling telling;
    private final int mostCalls;
    private final Map<CallId, Long> notBeforeMs = new HashMap<>();

    /** @param mostCalls of so many at most it remembers what they were told; more are told nothing */
    public WaitTeller(Telling telling, int mostCalls) {
        this.telling = telling;
        this.mostCalls = mostCalls;
    }

    /** Takes in what happened. */
    public void accept(List<AcdEvent> events) {
        for (AcdEvent event : events) {
            switch (event) {
                case AcdEvent.WaitTold told -> notBeforeMs.computeIfPresent(told.call(), (_, _) -> told.atMs() + telling.againMs());
                case AcdEvent.CallAnswered answered -> notBeforeMs.remove(answered.call());
                case AcdEvent.CallEnded ended -> notBeforeMs.remove(ended.call());
                default -> { }
            }
        }
    }

    /** Who is to be told what now. Nobody while the forecast still learns. */
    public List<AcdInput.TellWait> toTell(Forecast forecast) {
        List<AcdInput.TellWait> some = new ArrayList<>();
        if (telling.on() && forecast.status() == Forecast.Status.READY) {
            forecast.waits().stream().filter(wait -> isTold(wait, forecast.atMs())).forEach(wait -> {
                notBeforeMs.put(wait.call(), forecast.atMs() + WORTH_SAYING_MS + SECOND_MS);
                some.add(new AcdInput.TellWait(wait.call(), sentence(wait.byMs() - forecast.atMs()),
                        forecast.atMs() + WORTH_SAYING_MS));
            });
        }
        return some;
    }

    private boolean isTold(Forecast.Wait wait, long nowMs) {
        if (wait.silent() != null || wait.byMs() - nowMs < telling.leastMs()
                || wait.byMs() - nowMs > SENTENCES.getLast() * SECOND_MS) {
            return false;
        }
        Long notBefore = notBeforeMs.get(wait.call());
        return notBefore == null ? notBeforeMs.size() < mostCalls : notBefore <= nowMs;
    }

    private static int sentence(long ms) {
        return SENTENCES.stream().filter(seconds -> seconds * SECOND_MS >= ms).findFirst().orElseThrow();
    }
}
