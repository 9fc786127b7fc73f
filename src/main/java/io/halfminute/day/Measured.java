package io.halfminute.day;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Laws of a scenario from what was seen; none from too little. */
final class Measured {

    /** Fewer say too little. */
    static final int ENOUGH = 20;
    private static final double MOST_SPREAD = 5;

    private Measured() {
    }

    /** Anything between, but for the twentieth at either end. */
    static Optional<String> between(List<Long> ms) {
        List<Long> sorted = ms.stream().sorted().toList();
        return sorted.size() < ENOUGH ? Optional.empty()
                : Optional.of(sorted.get(sorted.size() / 20) + "ms-" + sorted.get(sorted.size() - 1 - sorted.size() / 20) + "ms");
    }

    /** With that mean, and that standard deviation of the logarithm. */
    static Optional<String> logNormal(List<Long> ms) {
        if (ms.size() < ENOUGH) {
            return Optional.empty();
        }
        double mean = ms.stream().mapToLong(Long::longValue).average().orElseThrow();
        double[] logarithms = ms.stream().mapToDouble(each -> Math.log(Math.max(1, each))).toArray();
        double middle = 0;
        for (double each : logarithms) {
            middle += each / logarithms.length;
        }
        double squares = 0;
        for (double each : logarithms) {
            squares += (each - middle) * (each - middle);
        }
        double spread = Math.min(MOST_SPREAD, Math.sqrt(squares / (logarithms.length - 1)));
        return Optional.of(String.format(Locale.ROOT, "log-normal %dms %.2f", Math.round(mean), spread));
    }

    /** In per cent, with one digit behind the point. */
    static Optional<String> share(long some, long all) {
        return all < ENOUGH ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%.1f", 100.0 * some / all));
    }
}
