package io.halfminute.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process appends to the outbox and says after each batch that it is safe; it is killed while it does. */
class OutboxKillTest {

    private static final int KILLS = 3;
    private static final int BATCHES = 150;
    private static final int BATCH = 5;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        Path file = folder.resolve("outbox.db");
        Set<String> acknowledged = new HashSet<>();
        for (int run = 0; run < KILLS; run++) {
            appendAndKill(file, "run" + run, acknowledged);
        }
        try (Outbox outbox = Outbox.open(file, OutboxLimits.DEFAULT)) {
            List<String> kept = outbox.oldest(1_000_000).stream().map(Outbox.Entry::body).toList();

            assertTrue(acknowledged.size() >= KILLS * BATCHES * BATCH, acknowledged.size() + " were acknowledged");
            assertEquals(kept.size(), new HashSet<>(kept).size(), "nothing twice");
            acknowledged.removeAll(kept);
            assertEquals(Set.of(), acknowledged, "nothing lost");
            assertEquals(0, kept.size() % BATCH, "no half batch");
        }
    }

    private static void appendAndKill(Path file, String run, Set<String> acknowledged) throws Exception {
        Process appender = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "--enable-native-access=ALL-UNNAMED", Appender.class.getName(),
                file.toString(), run).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = appender.inputReader()) {
            for (int batches = 0; batches < BATCHES; batches++) {
                add(said.readLine(), acknowledged);
            }
            appender.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            for (String more = said.readLine(); more != null; more = said.readLine()) {
                add(more, acknowledged);
            }
        } catch (IOException streamClosedByTheKill) {
            assertTrue(!appender.isAlive());
        }
    }

    private static void add(String batch, Set<String> acknowledged) {
        if (batch.endsWith(".")) {
            IntStream.range(0, BATCH).forEach(at -> acknowledged.add(batch.replace(".", "-" + at)));
        }
    }

    /** The process that is killed. */
    public static final class Appender {
        private Appender() {
        }

        /** @param args the file, and a name for this run */
        public static void main(String[] args) {
            try (Outbox outbox = Outbox.open(Path.of(args[0]), OutboxLimits.DEFAULT)) {
                for (int batch = 0; batch < 200_000; batch++) {
                    String name = args[1] + "-" + batch;
                    outbox.append(batch, IntStream.range(0, BATCH).mapToObj(at -> name + "-" + at).toList(),
                            List.of(new Outbox.Living("call", "1", name)));
                    System.out.println(name + ".");
                }
            }
        }
    }
}
