package io.halfminute.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimersTest {

    private final Timers<String> timers = new Timers<>();
    private final List<String> fired = new ArrayList<>();

    private int poll(long nowMs) {
        return timers.poll(nowMs, 10, fired::add);
    }

    @Test
    void theEarliestFiresFirstAndNothingBeforeItsTime() {
        timers.schedule("late", 300);
        timers.schedule("early", 100);
        assertEquals(0, poll(99));
        assertEquals(1, poll(100));
        assertEquals(1, poll(1_000));
        assertEquals(List.of("early", "late"), fired);
    }

    @Test
    void timersOfOneMomentFireInTheOrderInWhichTheyWereSet() {
        timers.schedule("b", 100);
        timers.schedule("a", 100);
        timers.schedule("c", 100);
        poll(100);
        assertEquals(List.of("b", "a", "c"), fired);
    }

    @Test
    void settingATimerAgainMovesIt() {
        timers.schedule("call", 100);
        timers.schedule("call", 500);
        assertEquals(500, timers.nextMs());
        assertEquals(0, poll(499));
        timers.schedule("call", 200);
        assertEquals(1, poll(499));
        assertEquals(0, poll(10_000));
    }

    @Test
    void aTimerThatWasCancelledDoesNotFire() {
        timers.schedule("call", 100);
        timers.cancel("call");
        timers.cancel("never set");
        assertEquals(Timers.NEVER, timers.nextMs());
        assertEquals(0, poll(1_000));
        assertFalse(timers.has("call"));
    }

    @Test
    void aTimerFiresOnce() {
        timers.schedule("call", 100);
        assertTrue(timers.has("call"));
        assertEquals(1, poll(100));
        assertEquals(0, poll(100));
        assertEquals(0, timers.size());
    }

    @Test
    void onePollFiresNoMoreThanItsLimit() {
        for (int i = 0; i < 5; i++) {
            timers.schedule("t" + i, i);
        }
        assertEquals(3, timers.poll(100, 3, fired::add));
        assertEquals(3, timers.nextMs());
        assertEquals(2, timers.poll(100, 3, fired::add));
    }

    @Test
    void whatFiresMaySetItselfAgainAndCancelOthers() {
        timers.schedule("heartbeat", 100);
        timers.schedule("victim", 150);
        timers.poll(200, 10, key -> {
            fired.add(key);
            timers.cancel("victim");
            timers.schedule("heartbeat", 300);
        });
        assertEquals(List.of("heartbeat"), fired);
        assertEquals(300, timers.nextMs());
    }

    @Test
    void timersThatMoveAllDayDoNotFillTheHeap() {
        for (int i = 0; i < 100_000; i++) {
            timers.schedule("deadline", 1_000_000 + i);
            timers.schedule("call " + i % 10, i);
        }
        assertEquals(11, timers.size());
        assertEquals(99_990, timers.nextMs());
        poll(2_000_000);
        assertEquals(10, fired.size());
        assertEquals("call 0", fired.getFirst());
    }
}
