package io.halfminute.view;

import static io.halfminute.view.Story.COMPLAINTS;
import static io.halfminute.view.Story.DAY_MS;
import static io.halfminute.view.Story.LI;
import static io.halfminute.view.Story.NOON;
import static io.halfminute.view.Story.ORDERS;
import static io.halfminute.view.Story.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.halfminute.call.CallEnd;
import io.halfminute.record.DayTotals;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayCountsTest {

    private static final long MIDNIGHT = NOON + DAY_MS / 2;
    private final Story story = new Story().configured();

    private void assertFates(long inTime, long late, long lost, long open) {
        BoardState.Totals totals = story.totals();
        assertEquals("in time %d, late %d, lost %d, open %d".formatted(inTime, late, lost, open),
                "in time %d, late %d, lost %d, open %d".formatted(totals.inTime(), totals.late(), totals.lost(), totals.open()));
        assertEquals(totals.offered(), inTime + late + lost + open);
    }

    @Test
    void aCallAnsweredOnTheLastMillisecondIsInTimeAndCountsAtTheAnswer() {
        story.arrives(1, ORDERS);
        assertFates(0, 0, 0, 1);
        story.rings(1, LI).after(30_000).answers(1, LI);
        assertFates(1, 0, 0, 0);
        assertEquals(1.0, story.totals().serviceLevelToday());
        assertEquals(1.0, story.queue(ORDERS).serviceLevelNow());
    }

    @Test
    void aMissedCallCountsWhenTheDeadlinePassesAndNotAgainWhenItIsAnswered() {
        story.arrives(1, ORDERS).after(30_001).misses(1).misses(1);
        assertFates(0, 1, 0, 0);
        assertEquals(0.0, story.totals().serviceLevelNow());
        story.after(5_000).answers(1, LI).ends(1, CallEnd.ANSWERED);
        assertFates(0, 1, 0, 0);
        assertEquals(1, story.totals().answered());
    }

    @Test
    void aCallerWhoHangsUpBeforeTheDeadlineIsLostForTheServiceLevelToo() {
        story.arrives(1, ORDERS).after(5_000).ends(1, CallEnd.ABANDONED);
        assertFates(0, 0, 1, 0);
        assertEquals(1, story.totals().abandoned());
        assertEquals(0.0, story.totals().serviceLevelToday());
    }

    @Test
    void aCallerWhoHangsUpAfterTheDeadlineIsLate() {
        story.arrives(1, ORDERS).after(40_000).ends(1, CallEnd.ABANDONED);
        assertFates(0, 1, 0, 0);
    }

    @Test
    void newsOfAnAnswerInTimeThatComeLateCorrectTheCount() {
        story.arrives(1, ORDERS).rings(1, LI).at(NOON + 30_010).misses(1).at(NOON + 29_990).answers(1, LI);
        assertFates(1, 0, 0, 0);
        assertEquals(1.0, story.totals().serviceLevelNow());
    }

    @Test
    void refusedAndDivertedCallsLowerTheServiceLevel() {
        story.arrives(1, ORDERS).ends(1, CallEnd.REFUSED).arrives(2, ORDERS).ends(2, CallEnd.DIVERTED)
                .arrives(3, ORDERS).answers(3, LI).arrives(4, ORDERS).answers(4, WANG);
        assertFates(2, 0, 2, 0);
        assertEquals(0.5, story.totals().serviceLevelToday());
        assertEquals(1, story.totals().refused());
        assertEquals(1, story.totals().diverted());
    }

    @Test
    void aSecondAnswerOfTheSameCallIsNoSecondAnsweredCall() {
        story.arrives(1, ORDERS).answers(1, LI).after(50_000).talkEnds(1, LI).waits(1, ORDERS).answers(1, WANG);
        assertFates(1, 0, 0, 0);
        assertEquals(1, story.totals().answered());
    }

    @Test
    void aCallThatReachesItsQueueFromTheMenuCountsThere() {
        story.arrives(1, null).waits(1, COMPLAINTS);
        assertEquals(1, story.queue(COMPLAINTS).offered());
        assertEquals(1, story.queue(COMPLAINTS).open());
        story.waits(1, ORDERS).answers(1, LI);
        assertEquals(1, story.queue(COMPLAINTS).inTime(), "it counts where it first came to");
        assertEquals(0, story.queue(ORDERS).offered());
    }

    @Test
    void nowIsTheLastQuarterOfAnHour() {
        story.arrives(1, ORDERS).ends(1, CallEnd.ABANDONED).after(10 * 60_000).arrives(2, ORDERS).answers(2, LI);
        assertEquals(0.5, story.totals().serviceLevelNow());
        story.after(5 * 60_000).tick();
        assertEquals(1.0, story.totals().serviceLevelNow());
        story.after(15 * 60_000).tick();
        assertNull(story.totals().serviceLevelNow());
        assertEquals(0.5, story.totals().serviceLevelToday());
    }

    @Test
    void midnightBeginsNewCountsWithoutTheCallsOfTheDayBefore() {
        story.arrives(1, ORDERS).ends(1, CallEnd.ABANDONED).at(MIDNIGHT - 5_000).arrives(2, ORDERS).arrives(3, ORDERS)
                .answers(3, LI);
        story.at(MIDNIGHT).tick();
        assertFates(0, 0, 0, 0);
        assertEquals(0, story.desk(LI).today().answered());
        story.after(1_000).answers(2, WANG).ends(2, CallEnd.ANSWERED).ends(3, CallEnd.ANSWERED);
        assertFates(0, 0, 0, 0);
        story.arrives(4, ORDERS).answers(4, WANG);
        assertFates(1, 0, 0, 0);
    }

    @Test
    void anOldEventDoesNotBringYesterdayBack() {
        story.at(MIDNIGHT).arrives(1, ORDERS).at(MIDNIGHT - 1).arrives(2, ORDERS).at(MIDNIGHT).tick();
        assertEquals(1, story.totals().offered());
    }

    @Test
    void theDayGoesOnWithWhatTheStoreKnows() {
        Story restarted = new Story();
        restarted.views.seed(new DayTotals(NOON - DAY_MS / 2, new DayTotals.Counts(10, 8, 7, 2, 1, 1, 1, 0),
                Map.of(ORDERS, new DayTotals.Counts(9, 8, 7, 1, 1, 1, 0, 0)), Map.of(LI, new DayTotals.AgentDay(8, 2, 60_000))));
        restarted.configured().arrives(1, ORDERS, NOON - 20_000, true).answers(1, LI);
        assertEquals(11, restarted.totals().offered());
        assertEquals(8, restarted.totals().inTime());
        assertEquals(10, restarted.queue(ORDERS).offered());
        assertEquals(new DeskState.Today(9, 2, 60_000), restarted.desk(LI).today());
    }

    @Test
    void theStoresDayMayComeAfterTheFirstEventsButOnlyOnce() {
        DayTotals day = new DayTotals(NOON - DAY_MS / 2, new DayTotals.Counts(1, 1, 1, 0, 0, 0, 0, 0), Map.of(),
                Map.of(LI, new DayTotals.AgentDay(1, 0, 10)));
        story.arrives(1, ORDERS).answers(1, LI);
        story.views.seed(day);
        assertEquals(2, story.totals().inTime());
        assertEquals(2, story.desk(LI).today().answered());
        assertThrows(IllegalStateException.class, () -> story.views.seed(day));
    }

    @Test
    void yesterdaysTotalsAreLetGo() {
        story.views.seed(new DayTotals(NOON - DAY_MS * 3 / 2, new DayTotals.Counts(1, 1, 1, 0, 0, 0, 0, 0), Map.of(),
                Map.of()));
        assertFates(0, 0, 0, 0);
    }

    @Test
    void totalsThatDoNotAddUpAreRefused() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new DayTotals.Counts(10, 1, 1, 1, 1, 0, 0, 0)).getMessage();
        assertEquals(true, message.contains("offered 10"), message);
    }
}
