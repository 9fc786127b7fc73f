package io.halfminute.journal;

import io.halfminute.acd.Acd;
import io.halfminute.acd.Outputs;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Plays the inputs of a journal through the same machine and compares what it does with what it did. */
public final class Replay {

    /**
     * What came of it.
     *
     * @param runs      runs of the server that were played
     * @param steps     steps that were played and compared
     * @param decisions decisions among them
     * @param skipped   steps that could not be played: the beginning of their run is gone, or steps before them are missing
     * @param firstHole where the first of those is; null when there is none
     * @param difference the first step that differs, with both sides; null when all are alike
     */
    public record Result(int runs, long steps, long decisions, long skipped, String firstHole, String difference) {

        /** Whether every step that could be played was as it had been. */
        public boolean alike() {
            return difference == null;
        }
    }

    private Acd acd;
    private long expected;
    private int runs;
    private long steps;
    private long decisions;
    private long skipped;
    private String firstHole;
    private String difference;

    private Replay() {
    }

    /** All files of a journal's folder. */
    public static Result of(Path folder) throws IOException {
        return of(JournalFiles.in(folder));
    }

    /**
     * @param files in their order
     * @throws IOException when one cannot be read; a file that was cut off by a kill ends where it ends
     */
    public static Result of(List<Path> files) throws IOException {
        Replay replay = new Replay();
        for (Path file : files) {
            replay.play(file);
        }
        return new Result(replay.runs, replay.steps, replay.decisions, replay.skipped, replay.firstHole, replay.difference);
    }

    private void play(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            for (int at = 1; line != null && difference == null; at++) {
                take(line, file.getFileName() + " line " + at);
                line = lines.readLine();
            }
        } catch (EOFException | ZipException cutOff) {
            // The server was killed while it wrote; all that it had flushed has been read.
            return;
        }
    }

    private void take(String text, String where) {
        Line line;
        try {
            line = JournalJson.read(text);
        } catch (IllegalArgumentException halfALine) {
            hole(where + ": " + halfALine.getMessage());
            return;
        }
        if (line.isBeginning()) {
            acd = new Acd(line.setup(), line.firstOffer());
            expected = 1;
            runs++;
        } else if (acd == null || line.number() != expected) {
            hole(where + ": " + (acd == null ? "the beginning of its run is gone"
                    : "step " + line.number() + " follows step " + (expected - 1)));
        } else {
            step(line, where);
        }
    }

    /** Without the missing steps the state is not known, up to the next run. */
    private void hole(String where) {
        acd = null;
        skipped++;
        firstHole = firstHole == null ? where : firstHole;
    }

    private void step(Line line, String where) {
        expected++;
        steps++;
        List<String> recorded = line.decisions() == null ? List.of() : line.decisions();
        decisions += recorded.size();
        try {
            Outputs outputs = acd.apply(line.input(), line.atMs());
            compare(line, recorded, outputs, where);
        } catch (RuntimeException failed) {
            if (!failed.toString().equals(line.failed())) {
                differs(line, where, line.failed() == null ? "no failure" : line.failed(), failed.toString());
            }
        }
    }

    private void compare(Line line, List<String> recorded, Outputs outputs, String where) {
        List<String> now = Digest.decisions(outputs);
        if (line.failed() != null) {
            differs(line, where, line.failed(), "no failure");
        } else if (!now.equals(recorded)) {
            differs(line, where, recorded.toString(), now.toString());
        } else if (!Objects.equals(Digest.of(outputs), line.digest())) {
            differs(line, where, "outputs with digest " + line.digest(), outputs.toString());
        }
    }

    private void differs(Line line, String where, String recorded, String now) {
        difference = where + ", step " + line.number() + " at " + line.atMs() + " on " + line.input() + "\n  recorded: "
                + recorded + "\n  replayed: " + now;
    }
}
