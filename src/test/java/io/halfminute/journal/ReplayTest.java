package io.halfminute.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.simulation.Faults;
import io.halfminute.simulation.Hotline;
import io.halfminute.simulation.Machine;
import io.halfminute.simulation.Plan;
import io.halfminute.simulation.Simulation;
import io.halfminute.simulation.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A played day with everything going wrong, kept in a journal and played again. */
class ReplayTest {

    private static final long FIRST_OFFER = 1_767_571_200_000_000L;
    private static final JournalLimits SMALL_FILES = new JournalLimits(1_000, 20_000, 1_000_000);

    @TempDir
    Path folder;

    @Test
    void everyDecisionOfADayWithFaultsIsTheSameAgain() throws IOException {
        Journal journal = keep(SMALL_FILES, Faults.MANY);
        assertEquals(0, journal.lost());
        assertTrue(JournalFiles.in(folder).size() > 2, "it goes over several files");
        Replay.Result result = Replay.of(folder);
        assertNull(result.difference());
        assertNull(result.firstHole());
        assertEquals(journal.written(), result.steps());
        assertTrue(result.decisions() > 400, result.toString());
    }

    @Test
    void aFileThatCannotBeBegunPushesNoOlderOneOut() throws IOException {
        Path older = Files.createFile(folder.resolve("journal-0000000000001-000001.jsonl.gz"));
        Files.createFile(folder.resolve("journal-0000000000002-000001.jsonl.gz"));
        try (JournalFiles files = new JournalFiles(folder, new JournalLimits(2, 1_000, 1), 2)) {
            assertThrows(IOException.class, () -> files.write("{}"));
        }
        assertTrue(Files.exists(older));
    }

    @Test
    void aChangedDecisionIsFoundAndBothSidesAreTold() throws IOException {
        keep(JournalLimits.DEFAULT, Faults.NONE);
        Path file = JournalFiles.in(folder).getFirst();
        List<String> lines = lines(file);
        int at = firstWith(lines, "\"decisions\"");
        lines.set(at, lines.get(at).replaceFirst(" to [0-9]+ among", " to 99999 among"));
        write(file, lines);
        Replay.Result result = Replay.of(folder);
        assertFalse(result.alike());
        assertTrue(result.difference().contains("99999") && result.difference().contains("line " + (at + 1)),
                result.difference());
    }

    @Test
    void anInputThatWasOtherwiseIsFoundByWhatCameOfIt() throws IOException {
        keep(JournalLimits.DEFAULT, Faults.NONE);
        Path file = JournalFiles.in(folder).getFirst();
        List<String> lines = lines(file);
        int at = firstWith(lines, "\"CallArrived\"");
        lines.set(at, lines.get(at).replace("\"dialled\":\"4001\"", "\"dialled\":\"4009\"")
                .replace("\"dialled\":\"4002\"", "\"dialled\":\"4009\""));
        write(file, lines);
        assertFalse(Replay.of(folder).alike());
    }

    @Test
    void whatFollowsAHoleIsSkippedAndNotTakenForADifference() throws IOException {
        keep(JournalLimits.DEFAULT, Faults.NONE);
        Path file = JournalFiles.in(folder).getFirst();
        List<String> lines = lines(file);
        lines.remove(lines.size() / 2);
        write(file, lines);
        Replay.Result result = Replay.of(folder);
        assertTrue(result.alike());
        assertTrue(result.firstHole().contains("follows step"), result.firstHole());
        assertEquals(lines.size() - 1, result.steps() + result.skipped());
    }

    @Test
    void aFileThatWasCutOffByAKillIsReadAsFarAsItGoes() throws IOException {
        Journal journal = keep(JournalLimits.DEFAULT, Faults.NONE);
        Path file = JournalFiles.in(folder).getFirst();
        byte[] all = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(all, all.length * 2 / 3));
        Replay.Result result = Replay.of(folder);
        assertTrue(result.alike());
        assertTrue(result.steps() > 0 && result.steps() < journal.written(), result.toString());
    }

    @Test
    void onlyTheOwnerCanReadItAndTheOldestFileGoes() throws IOException {
        keep(new JournalLimits(3, 20_000, 1_000_000), Faults.MANY);
        List<Path> files = JournalFiles.in(folder);
        assertEquals(3, files.size());
        for (Path file : files) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        Replay.Result result = Replay.of(folder);
        assertEquals(0, result.steps());
        assertTrue(result.firstHole().contains("the beginning of its run is gone"), result.firstHole());
    }

    @Test
    void aDiskThatTakesNothingCostsTheJournalAndNobodyElse() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        Journal journal = new Journal(file, JournalLimits.DEFAULT, plan(Faults.NONE).setup(), FIRST_OFFER, 0);
        play(plan(Faults.NONE), journal);
        journal.close();
        assertEquals(0, journal.written());
        assertTrue(journal.lost() > 1_000, journal.lost() + " lost");
    }

    private static Plan plan(Faults faults) {
        return Hotline.day(3, 600, 0, faults);
    }

    private Journal keep(JournalLimits limits, Faults faults) {
        Plan plan = plan(faults);
        Journal journal = new Journal(folder, limits, plan.setup(), FIRST_OFFER, Plan.START_MS);
        play(plan, journal);
        journal.close();
        return journal;
    }

    private static void play(Plan plan, Journal journal) {
        Machine real = Machine.of(new Acd(plan.setup(), FIRST_OFFER));
        Simulation.play(plan, new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                Outputs outputs = real.apply(input, nowMs);
                journal.step(input, nowMs, outputs, null);
                return outputs;
            }

            @Override
            public long nextDeadlineMs() {
                return real.nextDeadlineMs();
            }
        }, new Watch());
    }

    private static int firstWith(List<String> lines, String part) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError("no line has " + part);
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new java.util.ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        }
    }

    private static void write(Path file, List<String> lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
