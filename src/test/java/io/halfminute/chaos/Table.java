package io.halfminute.chaos;

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

/** The outcomes for people and as JSON. */
final class Table {

    private static final int MOST_FINDINGS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    /** When and on what. */
    void machine(boolean full) {
        out.printf("%s, %d processors, load average %s, the %s form%n%n", Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(), load(), full ? "full" : "short");
    }

    private static String load() {
        try {
            return String.join(" ", List.of(Files.readString(Path.of("/proc/loadavg")).split(" ")).subList(0, 3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One outcome, as soon as it is there. */
    void print(String name, Outcome outcome) {
        out.printf("%-5s %-12s %s%n", word(outcome), name, outcome.fault());
        if (!outcome.skipped().isEmpty()) {
            out.println("      " + outcome.skipped());
            return;
        }
        out.printf("      %d rounds, %d calls; held: %s%n", outcome.rounds(), outcome.calls(), outcome.held());
        outcome.measures().forEach(measure -> out.println("      " + measure));
        outcome.findings().stream().limit(MOST_FINDINGS).forEach(finding -> out.println("      " + finding));
        if (outcome.findings().size() > MOST_FINDINGS) {
            out.println("      and " + (outcome.findings().size() - MOST_FINDINGS) + " more findings");
        }
        out.flush();
    }

    /** @return whether everything that was tried held */
    boolean sum(List<Outcome> outcomes) {
        long failed = outcomes.stream().filter(outcome -> word(outcome).equals("FAIL")).count();
        long skipped = outcomes.stream().filter(outcome -> word(outcome).equals("skip")).count();
        out.printf("%n%d held, %d did not, %d skipped; load average %s%n", outcomes.size() - failed - skipped, failed, skipped, load());
        return failed == 0;
    }

    private static String word(Outcome outcome) {
        return !outcome.skipped().isEmpty() ? "skip" : outcome.isHeld() ? "held" : "FAIL";
    }

    /** A list of objects, in the order in which they were tried; times in milliseconds, -1 for never. */
    static void write(List<Outcome> outcomes, Path file) {
        ArrayNode list = JSON.createArrayNode();
        for (Outcome outcome : outcomes) {
            ObjectNode node = list.addObject().put("fault", outcome.fault()).put("held", outcome.held())
                    .put("rounds", outcome.rounds()).put("calls", outcome.calls()).put("outcome", word(outcome))
                    .put("skipped", outcome.skipped());
            ArrayNode measures = node.putArray("measures");
            outcome.measures().forEach(measure -> measures.addObject().put("name", measure.name())
                    .put("limitMs", measure.limitMs()).put("medianMs", measure.middle()).put("worstMs", measure.worst())
                    .put("n", measure.ms().size()));
            ArrayNode findings = node.putArray("findings");
            outcome.findings().forEach(finding -> findings.add(finding.toString()));
        }
        try {
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
