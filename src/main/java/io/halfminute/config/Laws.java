package io.halfminute.config;

import io.halfminute.simulation.Law;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something takes, as people write it: {@code 3s} (always), {@code 1s-6s} (anything between, alike),
 * {@code exponential 2m} (that mean), {@code log-normal 3m 0.7} (that mean and spread of the logarithm), {@code never}.
 */
final class Laws {

    private static final Pattern FORM = Pattern.compile("(?:(exponential|log-normal) +)?(\\w+?)(?:-(\\w+))?(?: +([0-9.]{1,6}))?");
    private static final String WHAT_WOULD_DO =
            "what would do is such as 3s, 1s-6s, \"exponential 2m\", \"log-normal 3m 0.7\" or never";

    private Laws() {
    }

    static Parser<Law> law() {
        return text -> {
            if (text.equals("never")) {
                return Law.never();
            }
            Matcher form = FORM.matcher(text);
            return Optional.of(form).filter(Matcher::matches).flatMap(Laws::law)
                    .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no law; " + WHAT_WOULD_DO));
        };
    }

    private static Optional<Law> law(Matcher form) {
        Optional<Long> first = ms(form.group(2));
        Optional<Long> second = Optional.ofNullable(form.group(3)).flatMap(Laws::ms);
        String name = form.group(1) == null ? "" : form.group(1);
        boolean hasSecond = form.group(3) != null;
        boolean hasSpread = form.group(4) != null;
        if (first.isEmpty() || hasSpread != name.equals("log-normal") || hasSecond && !name.isEmpty()) {
            return Optional.empty();
        }
        if (hasSecond) {
            return second.filter(most -> most >= first.get()).map(most -> Law.between(first.get(), most));
        }
        return switch (name) {
            case "exponential" -> Optional.of(Law.exponential(first.get()));
            case "log-normal" -> spread(form.group(4)).map(spread -> Law.logNormal(first.get(), spread));
            default -> Optional.of(Law.always(first.get()));
        };
    }

    private static Optional<Double> spread(String text) {
        try {
            double spread = Double.parseDouble(text);
            return spread <= 5 ? Optional.of(spread) : Optional.empty();
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Long> ms(String text) {
        return Durations.parse(text).map(Duration::toMillis);
    }
}
