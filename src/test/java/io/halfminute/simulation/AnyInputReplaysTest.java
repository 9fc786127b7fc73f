package io.halfminute.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.acd.Setup;
import io.halfminute.journal.Journal;
import io.halfminute.journal.JournalLimits;
import io.halfminute.journal.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs without sense, changed configurations among them, give the same when they come out of the journal. */
class AnyInputReplaysTest {

    private static final int STEPS = 20_000;

    @TempDir
    Path folder;

    @Test
    void whateverTheMachineTakesItTakesAlikeAgain() throws IOException {
        SplittableRandom chance = new SplittableRandom(20_261_122);
        AnyInput inputs = new AnyInput(chance, true);
        Setup setup = inputs.setup();
        Acd acd = new Acd(setup, 1_767_571_200_000L);
        Journal journal = new Journal(folder, new JournalLimits(20, 16 << 20, STEPS), setup, 1_767_571_200_000L, 0);
        long nowMs = 1_000_000;
        for (int step = 0; step < STEPS; step++) {
            nowMs += chance.nextInt(800);
            AcdInput input = inputs.next(nowMs);
            Outputs outputs = acd.apply(input, nowMs);
            inputs.heard(outputs);
            journal.step(input, nowMs, outputs, null);
        }
        journal.close();
        Replay.Result result = Replay.of(folder);
        assertNull(result.difference());
        assertNull(result.firstHole());
        assertEquals(STEPS, result.steps());
        assertTrue(result.decisions() > 100, result.toString());
    }
}
