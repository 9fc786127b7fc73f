package io.halfminute.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The figures for people and as JSON. */
final class Report {

    private static final String HEAD = "%9s %9s %9s %5s".formatted("mean", "p50", "p99", "n");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void say(String text) {
        out.println(text);
    }

    /** When and on what. */
    void machine() {
        out.printf("%s, %d processors, load average before %s%n", Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(), Processor.load());
    }

    /** What went on during each load. */
    void loads(List<SipMessage> phones, List<RealBench.Run> runs) {
        out.printf("%n%-20s %12s %14s %22s%n", "load", "calls", "machine busy", "load average before");
        for (RealBench.Run run : runs) {
            out.printf(Locale.ROOT, "%-20s %12d %13.0f%% %22s%n", run.name(), Delays.completed(phones, run.load().span()),
                    100 * run.load().busyShare(), run.load().before());
        }
        out.println("RTP: music to the callers who waited; none between callers and agents.");
    }

    /** The table. */
    void print(List<Figure> figures) {
        out.printf("%n%-24s %-4s %35s %35s %12s%n", "", "", "ours", "app_queue", "app_queue's");
        out.printf("%-24s %-4s %s %s %12s%n", "figure", "unit", HEAD, HEAD, "mean / ours");
        for (Figure figure : figures) {
            out.printf("%-24s %-4s %s %s %12s%n", figure.name(), figure.unit(), cells(figure.ours()), cells(figure.appQueue()),
                    figure.appQueue() == null ? "-" : String.format(Locale.ROOT, "%.2f", figure.ratio()));
        }
    }

    private static String cells(Stats stats) {
        return stats == null ? "%9s %9s %9s %5s".formatted("-", "-", "-", "-")
                : String.format(Locale.ROOT, "%9.2f %9.2f %9.2f %5d", stats.mean(), stats.p50(), stats.p99(), stats.n());
    }

    /** A list of objects, the first of them idle_to_ring. */
    static void write(List<Figure> figures, Path file) {
        ArrayNode list = JSON.createArrayNode();
        for (Figure figure : figures) {
            ObjectNode node = list.addObject().put("name", figure.name()).put("unit", figure.unit());
            node.set("ours", object(figure.ours()));
            node.set("app_queue", object(figure.appQueue()));
        }
        try {
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where there is nothing; a number that is none (no call was completed) is null, too. */
    private static ObjectNode object(Stats stats) {
        return stats == null ? null : JSON.createObjectNode().put("mean", finite(stats.mean())).put("p50", finite(stats.p50()))
                .put("p99", finite(stats.p99())).put("n", stats.n());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Math.round(value * 1e4) / 1e4 : null;
    }
}
