package io.halfminute.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    @TempDir
    Path folder;
    private Outbox outbox;

    @BeforeEach
    void open() {
        outbox = Outbox.open(folder.resolve("deep/outbox.db"), new OutboxLimits(10, 1_000, 50));
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void entriesComeOutInTheOrderInWhichTheyWentIn() {
        outbox.append(1, List.of("a", "b"), List.of());
        outbox.append(2, List.of("c"), List.of());

        assertEquals(List.of("a", "b"), outbox.oldest(2).stream().map(Outbox.Entry::body).toList());
    }

    @Test
    void aNumberIsNotUsedAgainAfterItsEntryIsGoneAndTheFileWasReopened() {
        outbox.append(1, List.of("a"), List.of());
        long first = outbox.oldest(1).getFirst().number();
        outbox.remove(outbox.oldest(1));
        String id = outbox.id();
        reopen();
        outbox.append(2, List.of("b"), List.of());

        assertTrue(outbox.oldest(1).getFirst().number() > first);
        assertEquals(id, outbox.id());
    }

    @Test
    void whatLivesIsReplacedByItsKeyAndGoesWithItsEnd() {
        outbox.append(1, List.of("a"), List.of(new Outbox.Living("call", "1", "old"), new Outbox.Living("call", "2", "x")));
        outbox.append(2, List.of("b"), List.of(new Outbox.Living("call", "1", "new"), new Outbox.Living("call", "2", null)));
        reopen();

        assertEquals(List.of(new Outbox.Living("call", "1", "new")), outbox.living());
        assertEquals(2, outbox.lastAliveMs());
    }

    @Test
    void aFullOutboxTakesAllOfABatchOrNothing() {
        outbox.append(1, List.of("1", "2", "3", "4", "5", "6", "7", "8"), List.of());

        assertThrows(Outbox.Full.class, () -> outbox.append(2, List.of("9", "10", "11"), List.of()));
        assertEquals(8, outbox.depth().rows());
        assertTrue(outbox.depth().alarm());
        assertThrows(Outbox.Full.class, () -> outbox.append(2, List.of("x".repeat(1_000)), List.of()));
    }

    @Test
    void depthIsKnownAgainAfterAStart() {
        outbox.append(7, List.of("four", "5"), List.of());
        reopen();

        assertEquals(new Outbox.Depth(2, 5, 7, 0, false), outbox.depth());
    }

    @Test
    void whatIsPutAsideIsOutOfTheWayButNotLost() {
        outbox.append(1, List.of("bad", "good"), List.of());
        outbox.setAside(outbox.oldest(1).getFirst(), "why");

        assertEquals(List.of("good"), outbox.oldest(9).stream().map(Outbox.Entry::body).toList());
        assertEquals(1, outbox.depth().aside());
    }

    private void reopen() {
        outbox.close();
        open();
    }
}
