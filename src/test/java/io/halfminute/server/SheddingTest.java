package io.halfminute.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.config.BoardConfig;
import io.halfminute.view.ViewLimits;
import io.halfminute.view.Views;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is least needed is left out first, on the virtual clock. */
class SheddingTest {

    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Shedding shedding =
            new Shedding(new BoardConfig.Slowing(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(5)));

    @Test
    void aMachineThatIsLateSlowsTheBoardAtOnceAndOneThatHasCaughtUpFreesItAfterAWhile() {
        shedding.look(99, 0);
        assertFalse(shedding.isOn());
        assertEquals(100, shedding.boardEveryMs(100));
        shedding.look(100, 250);
        assertTrue(shedding.isOn());
        assertEquals(2_000, shedding.boardEveryMs(100));
        shedding.look(0, 5_000);
        assertTrue(shedding.isOn(), "a moment without lag is no end of the rush");
        shedding.look(0, 5_250);
        assertFalse(shedding.isOn());
    }

    @Test
    void aRushThatComesInWavesIsOneRush() {
        for (long atMs = 0; atMs < 60_000; atMs += 4_000) {
            shedding.look(300, atMs);
            shedding.look(0, atMs + 3_999);
            assertTrue(shedding.isOn(), "at " + atMs);
        }
    }

    @Test
    void theBoardIsMadeAsOftenAsItMayAndAgentsDesksAreNotSlowed() {
        Views views = new Views(ViewLimits.DEFAULT, _ -> 0, _ -> null);
        AtomicInteger boards = new AtomicInteger();
        views.onChange(change -> boards.addAndGet(change.board() ? 1 : 0));
        letRun(views, 0, 10_000);
        assertEquals(10, boards.getAndSet(0), "unchanged, once a second");
        views.publishEvery(shedding.boardEveryMs(ViewLimits.DEFAULT.publishEveryMs()));
        shedding.look(500, 0);
        views.publishEvery(shedding.boardEveryMs(ViewLimits.DEFAULT.publishEveryMs()));
        letRun(views, 10_000, 20_000);
        assertEquals(5, boards.get(), "slowed, once in two seconds");
    }

    private static void letRun(Views views, long fromMs, long toMs) {
        for (long atMs = fromMs + 250; atMs <= toMs; atMs += 250) {
            views.tick(atMs);
        }
    }

    @Test
    void theLagIsTheWorstOfTheLastSecondAndOfTheOneBefore() {
        LagMeter lag = new LagMeter();
        lag.note(3 * MS, 10_000 * MS);
        lag.note(250 * MS, 10_100 * MS);
        lag.note(7 * MS, 10_900 * MS);
        assertEquals(250, lag.worstMs(10_950 * MS));
        lag.note(5 * MS, 11_100 * MS);
        assertEquals(250, lag.worstMs(11_200 * MS));
        lag.note(6 * MS, 12_150 * MS);
        assertEquals(6, lag.worstMs(12_200 * MS), "what was before is forgotten");
        assertEquals(0, lag.worstMs(15_000 * MS), "nothing came, so nothing waits");
    }
}
