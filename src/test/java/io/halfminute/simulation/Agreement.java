package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.simulation.BatchMeans.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Compares exact figures with measured ones, and keeps the comparison as a table in {@code target/theory}. */
final class Agreement {

    /** Normal distribution, two sides, one in a thousand for some ten figures. */
    private static final double MOST_ROOTS = 3.9;

    private final String name;
    private final Map<String, List<Double>> offs = new TreeMap<>();
    private final List<String> lines = new ArrayList<>(List.of("| case | figure | exact | measured | give or take |",
            "|---|---|---|---|---|"));

    Agreement(String name) {
        this.name = name;
    }

    /** A published figure is what the formula gives, to its last digit. */
    static void published(String figure, double published, double computed, int digits) {
        assertEquals(published, computed, 0.51 * Math.pow(10, -digits), figure);
    }

    void compare(String trial, String figure, double exact, Estimate measured) {
        lines.add(String.format(Locale.ROOT, "| %s | %s | %.6f | %.6f | %.6f |", trial, figure, exact, measured.mean(),
                measured.halfWidth()));
        if (measured.error() > 0) {
            offs.computeIfAbsent(figure, _ -> new ArrayList<>()).add((measured.mean() - exact) / measured.error());
        }
        assertTrue(Math.abs(measured.mean() - exact) <= measured.halfWidth(), lines.getLast());
    }

    /**
     * A single interval may be wide. Trials that have chance of their own each can be taken together: if nothing is wrong
     * their deviations, in standard errors, cancel, and the sum of k of them is at most some roots of k. What is always a
     * little too large or too small is found here.
     */
    void together() {
        offs.forEach((figure, all) ->
                assertTrue(Math.abs(roots(all)) <= MOST_ROOTS, figure + " is off by " + all));
    }

    private static double roots(List<Double> deviations) {
        return deviations.stream().mapToDouble(Double::doubleValue).sum() / Math.sqrt(deviations.size());
    }

    void write() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "theory"));
        offs.forEach((figure, all) -> lines.add(String.format(Locale.ROOT,
                "| together, %d trials | %s | | %+.2f roots | %.2f |", all.size(), figure, roots(all), MOST_ROOTS)));
        Files.write(folder.resolve(name + ".md"), lines);
    }
}
