package io.halfminute.web;

import io.halfminute.ledger.LedgerLine;
import io.halfminute.ledger.Report;
import io.halfminute.queue.ServiceLevel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report as RFC 4180 for spreadsheets. Each row says by itself of which calls it is and by what it was counted, since rows
 * are sorted, filtered and copied away.
 */
final class ReportCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, String> names;
    private final ZoneId zone;

    /** @param names what the rows are called, by key */
    ReportCsv(Map<String, String> names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    /** With a byte order mark, without which some spreadsheets take UTF-8 for something else. */
    String text(Report report) {
        List<String> lines = new ArrayList<>(List.of(line(heading(report)), line(row(report, report.total(), "total"))));
        report.rows().forEach(row -> lines.add(line(row(report, row, Names.of(report.question().by())))));
        return BYTE_ORDER_MARK + String.join("", lines);
    }

    private static List<String> heading(Report report) {
        List<String> heading = new ArrayList<>(List.of("row", "key", "name", "from", "to", "offered"));
        heading.addAll(ReportJson.bucketsOf(report.total().line()).keySet());
        heading.addAll(List.of("waitAverageMs", "waitMaxMs"));
        for (ServiceLevel level : ServiceLevel.values()) {
            heading.add(Names.of(level) + report.definitions().stream().filter(valid -> valid.definition().level() == level)
                    .map(valid -> "v" + valid.definition().version()).collect(Collectors.joining("+", " (", ")")));
        }
        heading.addAll(List.of("clock", "targetsMs", "shortAbandonMs", "timeZone"));
        return heading;
    }

    private List<String> row(Report report, Report.Row row, String kind) {
        LedgerLine line = row.line();
        boolean isTime = row.span() != null;
        long fromMs = isTime ? row.span().fromMs() : report.question().window().fromMs();
        long toMs = isTime ? row.span().toMs() : report.question().window().toMs();
        List<String> cells = new ArrayList<>(List.of(kind, isTime || line.key() == null ? "" : line.key(),
                line.key() == null ? "" : names.getOrDefault(line.key(), ""), time(fromMs), time(toMs),
                Long.toString(line.offered())));
        ReportJson.bucketsOf(line).values().forEach(count -> cells.add(Long.toString(count)));
        cells.add(line.waits() == 0 ? "" : Long.toString(line.waitSumMs() / line.waits()));
        cells.add(line.waits() == 0 ? "" : Long.toString(line.waitMaxMs()));
        for (ServiceLevel level : ServiceLevel.values()) {
            Double share = row.levels().get(level);
            cells.add(share == null ? "" : String.format(Locale.ROOT, "%.6f", share));
        }
        cells.add(ReportJson.CLOCK);
        cells.add(joined(report.targetsMs()));
        cells.add(joined(report.rules().stream().map(rules -> rules.shortAbandonMs()).toList()));
        cells.add(zone.getId());
        return cells;
    }

    private static String joined(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** On the hotline's clock, with its distance to UTC, so that an hour that comes twice is told apart. */
    private String time(long ms) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Instant.ofEpochMilli(ms).atZone(zone));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ReportCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What a spreadsheet would take for a formula, also after blanks, gets an apostrophe in front (CWE-1236). */
    static String cell(String text) {
        String clean = text.replaceAll("\\p{Cc}", " ");
        String harmless = clean.strip().matches("(?s)[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*") ? "'" + clean : clean;
        return harmless.matches("(?s).*[\",;\\s].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
