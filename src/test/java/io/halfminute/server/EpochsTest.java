package io.halfminute.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochsTest {

    @TempDir
    private Path folder;

    @Test
    void aClockThatWasSetBackDoesNotMakeALeadershipOlder() {
        assertEquals(5_000, epoch(5_000));
        assertEquals(5_001, epoch(1_000));
        assertEquals(5_002, epoch(5_002));
        assertEquals(9_000, epoch(9_000));
    }

    @Test
    void aNumberThatCannotBeReadStopsTheStartAndIsNamed() throws IOException {
        epoch(1);
        Files.writeString(folder.resolve("run/epoch"), "nonsense");
        assertTrue(assertThrows(StartFailure.class, () -> epoch(2)).getMessage().contains("run/epoch"));
    }

    private long epoch(long nowMs) {
        return new Epochs(new DataFolder(folder), () -> nowMs).next();
    }
}
