package io.halfminute.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmBookTest {

    private static final long WALL = 1_700_000_000_000L;

    private final AlarmBook book = new AlarmBook();
    private final List<AlarmChange> happened = new ArrayList<>();

    private void pbx(boolean down, long atMs) {
        happened.addAll(book.look(List.of(Sign.of(AlarmKind.PBX_DOWN, down, 0, 0)), atMs, WALL + atMs));
    }

    @Test
    void aBriefFaultIsNoAlarm() {
        pbx(false, 0);
        pbx(true, 500);
        pbx(true, 1_000);
        pbx(false, 1_500);
        pbx(true, 2_000);
        pbx(true, 2_500);
        assertEquals(List.of(), happened);
    }

    @Test
    void aFaultThatLastsIsOneAlarmSinceItsBeginning() {
        pbx(false, 0);
        for (long atMs = 500; atMs < 60_000; atMs += 500) {
            pbx(true, atMs);
        }
        assertEquals(1, happened.size());
        assertTrue(happened.getFirst().raised());
        assertEquals(WALL + 500, happened.getFirst().alarm().sinceMs());
        assertEquals(1, book.picture().count(AlarmKind.PBX_DOWN));
    }

    @Test
    void aLinkThatFluttersIsOneAlarmUntilItHasBeenWellForAWhile() {
        for (long atMs = 0; atMs < 60_000; atMs += 500) {
            pbx(atMs % 4_000 != 0, atMs);
        }
        assertEquals(1, happened.size());
        for (long atMs = 60_000; atMs <= 70_000; atMs += 500) {
            pbx(false, atMs);
        }
        assertEquals(2, happened.size());
        assertFalse(happened.getLast().raised());
        assertEquals(List.of(), book.picture().alarms());
        assertEquals(2, book.picture().recent().size());
    }

    @Test
    void aWallClockThatIsSetRaisesAndClearsNothing() {
        Sign down = Sign.of(AlarmKind.PBX_DOWN, true, 0, 0);
        book.look(List.of(down), 0, WALL);
        assertEquals(List.of(), book.look(List.of(down), 500, WALL + 3_600_000));
        assertEquals(1, book.look(List.of(down), 1_000, WALL).size());
    }

    @Test
    void whatIsNotWatchedAnyMoreIsNoAlarmAnyMore() {
        FloorRule floor = new FloorRule(AlarmKind.QUEUE_FLOOR, "orders", 2, 0, 1440, 0);
        assertEquals(1, book.look(List.of(floor.sign(1, 180)), 0, WALL).size());
        List<AlarmChange> changes = book.look(List.of(), 500, WALL);
        assertEquals(1, changes.size());
        assertFalse(changes.getFirst().raised());
    }

    @Test
    void theFigureOfAnAlarmIsThatOfTheLastLook() {
        book.look(List.of(Sign.of(AlarmKind.OUTBOX_FILLING, true, 100, 90)), 0, WALL);
        book.look(List.of(Sign.of(AlarmKind.OUTBOX_FILLING, true, 250, 90)), 500, WALL);
        assertEquals("250 records wait for the database; the mark is 90", book.picture().alarms().getFirst().en());
    }

    @Test
    void theWorstComeFirst() {
        book.look(List.of(Sign.of(AlarmKind.DEADLINES_MISSED, true, 30, 20), Sign.of(AlarmKind.MACHINE_SILENT, true, 3, 2)), 0, WALL);
        assertEquals(AlarmKind.MACHINE_SILENT, book.picture().alarms().getFirst().kind());
    }

    @Test
    void changesAreRememberedUpToALimit() {
        for (long round = 0; round < 1_000; round++) {
            book.look(List.of(Sign.of(AlarmKind.INVARIANT_BROKEN, round % 2 == 0, 1, 0)), round, WALL);
        }
        assertEquals(AlarmPicture.MOST_RECENT, book.picture().recent().size());
        assertEquals(1_000, book.picture().recent().getFirst().number());
    }

    @Test
    void everyTextNamesNoMoreThanItIsGiven() {
        for (AlarmKind kind : AlarmKind.values()) {
            Alarm alarm = new Alarm(kind, "orders", WALL, 7, 9);
            assertFalse(alarm.en().isBlank() || alarm.zh().isBlank() || alarm.en().contains("%1") || alarm.zh().contains("%2"));
        }
    }
}
