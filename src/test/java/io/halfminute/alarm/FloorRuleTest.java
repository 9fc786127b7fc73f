package io.halfminute.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FloorRuleTest {

    private static final int THREE_AT_NIGHT = 180;
    private static final int NOON = 720;

    private static FloorRule from(int fromMinute, int toMinute) {
        return new FloorRule(AlarmKind.SKILL_FLOOR, "english", 2, fromMinute, toMinute, 30_000);
    }

    @Test
    void aNightWatchReachesOverMidnight() {
        FloorRule night = from(1_320, 360);
        assertTrue(night.appliesAt(THREE_AT_NIGHT));
        assertTrue(night.appliesAt(1_439));
        assertFalse(night.appliesAt(360));
        assertFalse(night.appliesAt(NOON));
    }

    @Test
    void aWholeDayIsEveryMinute() {
        FloorRule day = from(0, 1_440);
        assertTrue(day.appliesAt(0) && day.appliesAt(1_439));
    }

    @Test
    void whoLeavesThePostAtThreeInTheMorningIsMissedAfterThirtySeconds() {
        AlarmBook book = new AlarmBook();
        FloorRule floor = from(0, 1_440);
        book.look(List.of(floor.sign(2, THREE_AT_NIGHT)), 0, 0);
        book.look(List.of(floor.sign(1, THREE_AT_NIGHT)), 500, 500);
        assertEquals(List.of(), book.look(List.of(floor.sign(1, THREE_AT_NIGHT)), 30_000, 30_000));
        List<AlarmChange> changes = book.look(List.of(floor.sign(1, THREE_AT_NIGHT)), 30_500, 30_500);
        assertEquals("Agents ready with skill english: 1, there have to be 2", changes.getFirst().alarm().en());
    }

    @Test
    void aFloorOfNobodyOrOfNoTimeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> from(600, 600));
        assertThrows(IllegalArgumentException.class, () -> new FloorRule(AlarmKind.QUEUE_FLOOR, "orders", 0, 0, 1_440, 0));
    }
}
