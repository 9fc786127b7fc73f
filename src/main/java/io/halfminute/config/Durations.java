package io.halfminute.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 2m}, {@code 12h}, {@code 7d}. A unit is always needed. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private Durations() {
    }

    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    private static Duration unit(String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    /** In the largest unit that divides it. */
    static String format(Duration duration) {
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            if (!duration.isZero() && duration.toMillis() % unit(unit).toMillis() == 0) {
                return duration.toMillis() / unit(unit).toMillis() + unit;
            }
        }
        return duration.isZero() ? "0s" : duration.toMillis() + "ms";
    }
}
