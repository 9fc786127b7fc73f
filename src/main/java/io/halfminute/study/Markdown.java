package io.halfminute.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison as a table, for the terminal and for documents alike. */
public final class Markdown {

    private Markdown() {
    }

    /** Each policy a row, the first one the measure of the others. */
    public static String of(Comparison comparison) {
        List<String> policies = List.copyOf(comparison.days().keySet());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("policy", "in time, %", "less than the first, points", "gave up, %", "99 % wait, s", "worst wait, s"));
        policies.forEach(policy -> rows.add(row(comparison, policies.getFirst(), policy)));
        return table(rows);
    }

    private static List<String> row(Comparison comparison, String first, String policy) {
        Estimate behind = comparison.difference(first, policy, Figures.IN_TIME);
        return List.of(policy, percent(comparison.estimate(policy, Figures.IN_TIME)),
                policy.equals(first) ? "" : signed(behind), percent(comparison.estimate(policy, Figures.ABANDONED)),
                seconds(comparison.estimate(policy, "p99_wait_s")), seconds(comparison.estimate(policy, Figures.WORST_WAIT)));
    }

    /** What the first has over the other, in percentage points, with its interval. */
    private static String signed(Estimate share) {
        return String.format(Locale.ROOT, "%+.2f ± %.2f", 100 * share.mean(), 100 * share.halfWidth());
    }

    static String percent(Estimate share) {
        return String.format(Locale.ROOT, "%.2f ± %.2f", 100 * share.mean(), 100 * share.halfWidth());
    }

    static String seconds(Estimate time) {
        return String.format(Locale.ROOT, "%.1f ± %.1f", time.mean(), time.halfWidth());
    }

    /** A table for reading; the first row has the headings. */
    public static String table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < rows.size(); index++) {
            line(text, rows.get(index), widths);
            if (index == 0) {
                for (int width : widths) {
                    text.append('|').append("-".repeat(width + 2));
                }
                text.append("|\n");
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            text.append("| ").append(cell).append(" ".repeat(widths[column] - cell.length() + 1));
        }
        text.append("|\n");
    }
}
