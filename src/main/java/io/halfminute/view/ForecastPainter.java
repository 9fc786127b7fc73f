package io.halfminute.view;

import io.halfminute.forecast.Act;
import io.halfminute.forecast.Forecast;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.QueueId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Makes a {@link ForecastState} of a {@link Forecast}. */
final class ForecastPainter {

    private final Forecast forecast;
    private final Map<CallId, Forecast.Wait> waits;

    ForecastPainter(Forecast forecast) {
        this.forecast = forecast;
        this.waits = forecast.waitsByCall();
    }

    /** @param name a queue's name */
    ForecastState paint(Function<QueueId, String> name) {
        Forecast.Expected hotline = forecast.hotline();
        return new ForecastState(forecast.atMs(), forecast.untilMs(), code(forecast.status()), hotline.share(),
                hotline.low(), hotline.high(), hotline.calls(), BoardState.Definition.OF_ALL_CALLS,
                forecast.advice() == null ? null : advice(forecast.advice()),
                forecast.queues().stream().map(queue -> queue(queue, name)).toList(),
                new ForecastState.Past(forecast.past().told(), forecast.past().held(), forecast.past().compared(),
                        forecast.past().meanError()));
    }

    /** Of a call that waits; null when none was foretold. */
    ForecastState.Wait wait(CallId call) {
        Forecast.Wait wait = waits.get(call);
        return wait == null ? null : wait(wait);
    }

    private ForecastState.Wait wait(Forecast.Wait wait) {
        return new ForecastState.Wait(wait.answerMs(), wait.byMs(), wait.spokenMinutes(forecast.atMs()),
                wait.silent() == null ? null : code(wait.silent()));
    }

    private ForecastState.Queue queue(Forecast.OfQueue queue, Function<QueueId, String> name) {
        Forecast.Expected expected = queue.expected();
        return new ForecastState.Queue(queue.queue().value(), name.apply(queue.queue()), expected.share(), expected.low(),
                expected.high(), expected.calls(), queue.arrivalsPerHour(), wait(queue.newcomer()));
    }

    private static ForecastState.Advice advice(Forecast.Advice advice) {
        return switch (advice.act()) {
            case Act.EndWrapUps ending -> new ForecastState.Advice("end-wrap-ups", ending.agents(), null, null, null,
                    advice.share(), advice.lift());
            case Act.CallBack back -> new ForecastState.Advice("call-back", back.agents(), back.reason(), null, null,
                    advice.share(), advice.lift());
            case Act.OpenRing ring -> new ForecastState.Advice("open-ring", null, null, ring.queue().value(), ring.ring(),
                    advice.share(), advice.lift());
            case Act.OfferCallbacks _ -> new ForecastState.Advice("offer-callbacks", null, null, null, null,
                    advice.share(), advice.lift());
        };
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
