package io.halfminute.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TEL-24: the fault that is likeliest, in its short form. How long it takes is for a quiet machine: ./halfminute chaos. */
@Tag("e2e")
class ChaosE2eTest {

    @TempDir
    private Path folder;

    @Test
    void aServerThatDiesTwiceUnderCallsLosesNobodyAndNoRecord() {
        // Where a start takes longer than the PBX's patience it would serve callers by itself, and the test something else.
        Outcome outcome = new KillServer(Map.of("pbx.heartbeat.max-age", "60s")).run(folder, Form.SHORT);

        assertEquals(List.of(), outcome.findings());
        assertTrue(outcome.calls() >= 26, () -> outcome.calls() + " calls");
    }
}
