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
        out.printf("%n%-26s %-4s %28s %28s%n", "", "", "ours", "app_queue");
        out.printf("%-26s %-4s %10s %10s %6s %10s %10s %6s%n", "figure", "unit", "p50", "p99", "n", "p50", "p99", "n");
        for (Figure figure : figures) {
            out.printf("%-26s %-4s %s %s%n", figure.name(), figure.unit(), cells(figure.ours()), cells(figure.appQueue()));
        }
    }

    private static String cells(Stats stats) {
        return stats == null ? "%10s %10s %6s".formatted("-", "-", "-")
                : String.format(Locale.ROOT, "%10.2f %10.2f %6d", stats.p50(), stats.p99(), stats.n());
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
        return stats == null ? null : JSON.createObjectNode().put("p50", finite(stats.p50())).put("p99", finite(stats.p99()))
                .put("n", stats.n());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Math.round(value * 1e4) / 1e4 : null;
    }
}
