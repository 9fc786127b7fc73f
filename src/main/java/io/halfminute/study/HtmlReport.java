package io.halfminute.study;

import io.halfminute.queue.ServiceLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** A page that stands alone: tables and plots, headings in English and Chinese, nothing loaded from anywhere. */
public final class HtmlReport {

    private static final int MOST_LINES = 8;
    private static final String STYLE = """
            body{font-family:sans-serif;max-width:62em;margin:2em auto;padding:0 1em;color:#222}
            table{border-collapse:collapse;margin:1em 0}td,th{border-bottom:1px solid #ccc;padding:.3em .7em;text-align:right}
            td:first-child,th:first-child{text-align:left}th{background:#f4f4f4}svg{max-width:100%;height:auto}""";

    private final StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\"><title>Halfminute: simulation 仿真报告</title><style>"
            + STYLE + "</style></head><body><h1>Simulation 仿真报告</h1><p>In time 及时率: "
            + Svg.escape(ServiceLevel.OF_ALL_CALLS.formula())
            + ". Give or take 误差: 95 % confidence, Student's t over days.</p>");

    /** One comparison: overall figures, by queue, by hour, by group of agents. */
    public HtmlReport add(Comparison comparison) {
        heading(comparison.scenario().title() + " · seeds " + comparison.seed() + " to "
                + (comparison.seed() + comparison.replications() - 1));
        table("policy 策略", comparison, Figures.OVERALL, List.of("in time, % 及时", "gave up, % 放弃", "50 % wait, s 等待",
                "95 % wait, s", "99 % wait, s", "99.9 % wait, s (all)", "worst wait, s 最长等待"));
        part("Occupancy 占用率, %", comparison, Figures.OCCUPANCY);
        part("In time by queue 各队列, %", comparison, Figures.IN_TIME_QUEUE);
        part("In time by hour 各时段, %", comparison, Figures.IN_TIME_HOUR);
        page.append(byHour(comparison));
        return this;
    }

    /** Any other table or plot; {@code svg} is taken as it is. */
    public HtmlReport add(String title, List<List<String>> rows, String svg) {
        heading(title);
        if (!rows.isEmpty()) {
            page.append("<table>");
            rows.forEach(row -> cells(row, row == rows.getFirst() ? "th" : "td"));
            page.append("</table>");
        }
        page.append(svg);
        return this;
    }

    private void heading(String text) {
        page.append("<h2>").append(Svg.escape(text)).append("</h2>");
    }

    private void part(String title, Comparison comparison, String prefix) {
        SortedSet<String> names = comparison.figures(prefix);
        page.append("<h3>").append(Svg.escape(title)).append("</h3>");
        table("policy 策略", comparison, List.copyOf(names), names.stream().map(name ->
                prefix.equals(Figures.IN_TIME_HOUR) ? clock(comparison, name) : name.substring(prefix.length())).toList());
    }

    private static String clock(Comparison comparison, String figure) {
        int hour = Integer.parseInt(figure.substring(Figures.IN_TIME_HOUR.length()));
        return (comparison.scenario().startHour() + hour) % 24 + ":00";
    }

    private void table(String corner, Comparison comparison, List<String> figures, List<String> headings) {
        page.append("<table>");
        List<String> first = new ArrayList<>(List.of(corner));
        first.addAll(headings);
        cells(first, "th");
        for (String policy : comparison.days().keySet()) {
            List<String> row = new ArrayList<>(List.of(policy));
            figures.forEach(figure -> row.add(figure.endsWith("_s") ? Markdown.seconds(comparison.estimate(policy, figure))
                    : Markdown.percent(comparison.estimate(policy, figure))));
            cells(row, "td");
        }
        page.append("</table>");
    }

    private void cells(List<String> cells, String tag) {
        page.append("<tr>");
        cells.forEach(cell -> page.append('<').append(tag).append('>').append(Svg.escape(cell)).append("</").append(tag)
                .append('>'));
        page.append("</tr>");
    }

    private static String byHour(Comparison comparison) {
        List<Svg.Series> series = comparison.days().keySet().stream().limit(MOST_LINES).map(policy -> new Svg.Series(policy,
                comparison.figures(Figures.IN_TIME_HOUR).stream().map(name -> new double[] {
                    comparison.scenario().startHour() + Integer.parseInt(name.substring(Figures.IN_TIME_HOUR.length())),
                    100 * comparison.estimate(policy, name).mean()}).toList())).toList();
        return Svg.lines(series, "hour 时", "in time, % 及时");
    }

    /** The page. */
    public String text() {
        return page + "</body></html>\n";
    }
}
