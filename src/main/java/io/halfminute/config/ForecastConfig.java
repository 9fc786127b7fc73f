package io.halfminute.config;

import io.halfminute.forecast.ForecastSpec;
import io.halfminute.forecast.Telling;
import java.time.Duration;

/**
 * How the next minutes are foretold.
 *
 * @param on      whether they are
 * @param telling which callers are told
 */
public record ForecastConfig(boolean on, ForecastSpec spec, Telling telling) {

    private static final ForecastSpec STANDARD = ForecastSpec.DEFAULT;

    static ForecastConfig read(Section section) {
        boolean on = section.get("on", true, Values.flag());
        int everyMs = millis(section, "every", STANDARD.everyMs(), Duration.ofSeconds(1), Duration.ofMinutes(5));
        int aheadMs = millis(section, "ahead", STANDARD.aheadMs(), Duration.ofMinutes(1), Duration.ofHours(2));
        ForecastSpec spec = new ForecastSpec(everyMs, aheadMs, effort(section), speech(section), advice(section));
        return section.finish(new ForecastConfig(on, spec, telling(section)));
    }

    private static ForecastSpec.Effort effort(Section section) {
        ForecastSpec.Effort standard = STANDARD.effort();
        return new ForecastSpec.Effort(
                section.get("plays", standard.plays(), Values.integer(20, 10_000)),
                millis(section, "budget", standard.budgetMs(), Duration.ofMillis(5), Duration.ofSeconds(5)),
                millis(section, "most-lag", standard.mostLagMs(), Duration.ofMillis(10), Duration.ofSeconds(10)),
                section.get("remembered", standard.kept(), Values.integer(50, 100_000)),
                section.get("most-calls", standard.mostCalls(), Values.integer(10, 100_000)),
                standard.seed());
    }

    private static ForecastSpec.Speech speech(Section section) {
        ForecastSpec.Speech standard = STANDARD.speech();
        return new ForecastSpec.Speech(
                percent(section, "sure", standard.sure(), 50, 98),
                millis(section, "longest-told", standard.mostMs(), Duration.ofMinutes(1), Duration.ofHours(1)),
                section.get("widest-told", (int) standard.mostSpread(), Values.integer(2, 100)));
    }

    private static Telling telling(Section section) {
        return new Telling(section.get("told", Telling.DEFAULT.on(), Values.flag()),
                millis(section, "shortest-told", Telling.DEFAULT.leastMs(), Duration.ZERO, Duration.ofHours(1)),
                millis(section, "told-again", Telling.DEFAULT.againMs(), Duration.ofSeconds(20), Duration.ofHours(1)));
    }

    private static ForecastSpec.Advice advice(Section section) {
        ForecastSpec.Advice standard = STANDARD.advice();
        return new ForecastSpec.Advice(
                percent(section, "aim", standard.aim(), 0, 100),
                percent(section, "margin", standard.margin(), 0, 100),
                millis(section, "back-in", standard.callBackMs(), Duration.ZERO, Duration.ofMinutes(10)),
                percent(section, "callbacks-taken", standard.callbacksTaken(), 0, 100));
    }

    private static double percent(Section section, String key, double standard, int least, int most) {
        return section.get(key, (int) Math.round(100 * standard), Values.integer(least, most)) / 100.0;
    }

    private static int millis(Section section, String key, int standardMs, Duration least, Duration most) {
        return Math.toIntExact(section.get(key, Duration.ofMillis(standardMs), Values.duration(least, most)).toMillis());
    }
}
