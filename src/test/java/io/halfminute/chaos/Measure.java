package io.halfminute.chaos;

import java.util.List;
import java.util.Locale;

/**
 * How long something took, each time that it was tried.
 *
 * @param limitMs what is promised; 0 where nothing is
 * @param ms      -1 for a time that it did not come true
 */
record Measure(String name, long limitMs, List<Long> ms) {
    Measure {
        ms = List.copyOf(ms);
    }

    boolean isHeld() {
        return limitMs == 0 || !ms.isEmpty() && ms.stream().allMatch(each -> each >= 0 && each <= limitMs);
    }

    long worst() {
        return ms.contains(-1L) ? -1 : ms.stream().mapToLong(Long::longValue).max().orElse(-1);
    }

    long middle() {
        return ms.isEmpty() ? -1 : ms.stream().sorted().toList().get(ms.size() / 2);
    }

    @Override
    public String toString() {
        String limit = limitMs == 0 ? "" : String.format(Locale.ROOT, ", at most %.1f", limitMs / 1e3);
        return String.format(Locale.ROOT, "%s: %s s (median %s%s)%s", name, seconds(worst()), seconds(middle()), limit,
                isHeld() ? "" : " TOO LATE");
    }

    private static String seconds(long ms) {
        return ms < 0 ? "never" : String.format(Locale.ROOT, "%.2f", ms / 1e3);
    }
}
