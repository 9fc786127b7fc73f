package io.halfminute.study;

import java.util.List;
import java.util.Locale;

/** Plots as inline SVG: no script, no outside file, readable in print. */
final class Svg {

    private static final int WIDTH = 860;
    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 16;
    private static final int BOTTOM = 40;
    private static final int HEIGHT = 320;
    private static final int TICKS = 5;
    /** Told apart also by those who see fewer colours (Okabe and Ito 2008). */
    private static final List<String> COLOURS = List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9",
            "#000000");

    /** One line of a plot. */
    record Series(String name, List<double[]> points) {
    }

    private Svg() {
    }

    /** Text that comes from elsewhere, as it may stand in a page. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Points joined by lines, with names; the axes begin and end at round figures. */
    static String lines(List<Series> series, String xName, String yName) {
        double[] x = range(series, 0);
        double[] y = range(series, 1);
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, height(series), WIDTH, WIDTH,
                height(series)));
        axes(svg, x, y, xName, yName);
        for (int index = 0; index < series.size(); index++) {
            draw(svg, series.get(index), index, x, y);
        }
        return svg.append("</svg>").toString();
    }

    private static int height(List<Series> series) {
        return HEIGHT + 18 * ((series.size() + 1) / 2);
    }

    private static double[] range(List<Series> series, int axis) {
        double least = series.stream().flatMap(one -> one.points().stream()).mapToDouble(point -> point[axis])
                .filter(Double::isFinite).min().orElse(0);
        double most = series.stream().flatMap(one -> one.points().stream()).mapToDouble(point -> point[axis])
                .filter(Double::isFinite).max().orElse(1);
        double step = step(most - least);
        return new double[] {Math.floor(least / step) * step, Math.ceil((most + step / 1e6) / step) * step, step};
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double span) {
        double rough = Math.max(span, 1e-9) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }

    private static double xAt(double value, double[] range) {
        return LEFT + (value - range[0]) / (range[1] - range[0]) * (WIDTH - LEFT - RIGHT);
    }

    private static double yAt(double value, double[] range) {
        return HEIGHT - BOTTOM - (value - range[0]) / (range[1] - range[0]) * (HEIGHT - TOP - BOTTOM);
    }

    private static void axes(StringBuilder svg, double[] x, double[] y, String xName, String yName) {
        for (double value = y[0]; value <= y[1] + y[2] / 2; value += y[2]) {
            svg.append(String.format(Locale.ROOT, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" "
                    + "text-anchor=\"end\">%s</text>", LEFT, yAt(value, y), WIDTH - RIGHT, LEFT - 6, yAt(value, y) + 4,
                    figure(value)));
        }
        for (double value = x[0]; value <= x[1] + x[2] / 2; value += x[2]) {
            svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    xAt(value, x), HEIGHT - BOTTOM + 16, figure(value)));
        }
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                + "<text x=\"%d\" y=\"12\">%s</text>", WIDTH - RIGHT, HEIGHT - 6, escape(xName), 4, escape(yName)));
    }

    private static String figure(double value) {
        double clean = Math.abs(value) < 1e-9 ? 0 : value;
        return clean == Math.rint(clean) ? String.valueOf((long) clean) : String.format(Locale.ROOT, "%.4g", clean)
                .replaceFirst("0+$", "").replaceFirst("\\.$", "");
    }

    private static void draw(StringBuilder svg, Series series, int index, double[] x, double[] y) {
        String colour = COLOURS.get(index % COLOURS.size());
        StringBuilder path = new StringBuilder();
        for (double[] point : series.points()) {
            if (Double.isFinite(point[1])) {
                path.append(path.isEmpty() ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", xAt(point[0], x),
                        yAt(point[1], y)));
                svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
                        xAt(point[0], x), yAt(point[1], y), colour));
            }
        }
        int legendX = LEFT + index % 2 * (WIDTH - LEFT) / 2;
        int legendY = HEIGHT + 10 + 18 * (index / 2);
        svg.append(String.format(Locale.ROOT, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>"
                + "<path d=\"M%d %dh24\" stroke=\"%s\" stroke-width=\"2\"%s/><text x=\"%d\" y=\"%d\">%s</text>", path, colour,
                dash(index), legendX, legendY - 4, colour, dash(index), legendX + 30, legendY, escape(series.name())));
    }

    private static String dash(int index) {
        return index < COLOURS.size() ? "" : " stroke-dasharray=\"6 3\"";
    }
}
