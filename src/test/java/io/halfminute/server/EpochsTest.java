package io.halfminute.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        long leap = epoch(1_000);
        assertTrue(leap > 5_000 + 1_000_000, "no room for the numbers of the run before");
        assertTrue(epoch(5_002) > leap);
    }

    @Test
    void aNumberThatCannotBeReadDoesNotKeepTheHotlineClosed() throws IOException {
        epoch(1);
        Files.writeString(folder.resolve("run/epoch"), "nonsense");
        assertEquals(2, epoch(2));
    }

    private long epoch(long nowMs) {
        return new Epochs(new DataFolder(folder), () -> nowMs).next();
    }
}
