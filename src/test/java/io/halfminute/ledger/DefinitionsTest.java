package io.halfminute.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.queue.ServiceLevel;
import io.halfminute.queue.ServiceLevel.Counts;
import io.halfminute.record.Window;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    private static final Calendar SHANGHAI = new Calendar(ZoneId.of("Asia/Shanghai"), LocalTime.MIDNIGHT);
    private static final Question QUESTION = new Question(new Window(0, 2_000), Grouping.QUEUE, null, null, null);
    private static final Definition LATER = new Definition(ServiceLevel.OF_ANSWERED, 2, 1_000, "answered / all",
            Counts::answered, Counts::total);

    /** Ten calls in each piece: 5 in time, 2 late, 3 refused. */
    private static final LedgerQueries TEN_CALLS_A_PIECE = (piece, question, beginnings) -> {
        LedgerLine line = new LedgerLine("q", new Counts(5, 2, 0, 0, 0, 0, 0, 0, 3), 0, 7, 7_000, 2_000);
        return new LedgerQueries.Counted(line, List.of(line), List.of(CountingRules.PRESENT), List.of(30_000));
    };

    /** What has once been reported by these stands: a changed line here is a changed past. */
    @Test
    void theDefinitionsOfTheHouseAreTheseAndOnlyGrowByNewVersions() {
        List<String> published = Definitions.HOUSE.in(new Window(0, Long.MAX_VALUE)).stream()
                .map(each -> each.level() + " v" + each.version() + " from " + each.validFromMs() + ": " + each.formula()).toList();
        assertEquals(List.of(
                "OF_ANSWERED v1 from 0: answered in time / answered",
                "REMOVED_OF_ANSWERED_AND_ABANDONED v1 from 0: (answered in time + hung up in time) / (answered + hung up + timed out)",
                "REMOVED_OF_QUEUED v1 from 0: (answered, hung up or promised a callback in time) / queued",
                "OF_ANSWERED_AND_ABANDONED v1 from 0: answered in time / (answered + hung up)",
                "WITHOUT_SHORT_ABANDONS v1 from 0: answered in time / (answered + hung up - hung up at once)",
                "WITHOUT_ABANDONS_IN_TIME v1 from 0: answered in time / (answered + hung up late)",
                "WITH_FLOW_OUTS v1 from 0: answered in time / (answered + hung up + timed out + left by key)",
                "OF_ALL_CALLS v1 from 0: answered in time / all calls that reached the hotline"), published);
        assertEquals(new CountingRules(1, 5_000), CountingRules.PRESENT);
    }

    @Test
    void aReportOverTwoVersionsCountsEachPartByItsOwnAndSaysSo() {
        Report report = new Reports(TEN_CALLS_A_PIECE, Definitions.withMore(LATER)).report(QUESTION, SHANGHAI);

        assertTrue(report.isMixed());
        assertEquals((5 + 7) / (7.0 + 10), report.total().levels().get(ServiceLevel.OF_ANSWERED));
        assertEquals(0.5, report.total().levels().get(ServiceLevel.OF_ALL_CALLS));
        assertEquals(List.of(1_000L, 0L), report.definitions().stream()
                .filter(each -> each.definition().level() == ServiceLevel.OF_ANSWERED).map(Report.Valid::toMs).toList());
    }

    @Test
    void aReportOfThePastKnowsNothingOfALaterVersion() {
        Question past = new Question(new Window(0, 1_000), Grouping.QUEUE, null, null, null);
        Report before = new Reports(TEN_CALLS_A_PIECE, Definitions.HOUSE).report(past, SHANGHAI);
        Report after = new Reports(TEN_CALLS_A_PIECE, Definitions.withMore(LATER)).report(past, SHANGHAI);

        assertFalse(after.isMixed());
        assertEquals(before.total(), after.total());
    }

    @Test
    void aVersionThatWouldChangeThePastIsRefused() {
        Definition again = new Definition(ServiceLevel.OF_ANSWERED, 2, 0, "other", Counts::answered, Counts::total);
        String message = assertThrows(IllegalArgumentException.class, () -> Definitions.withMore(again)).getMessage();
        assertTrue(message.contains("OF_ANSWERED version 2"), message);
    }

    @Test
    void theHourThatComesTwiceIsTwoRowsAndADayMayHave25() {
        Calendar berlin = new Calendar(ZoneId.of("Europe/Berlin"), LocalTime.of(6, 0));
        long autumn = java.time.Instant.parse("2026-10-25T04:00:00Z").toEpochMilli();
        Window night = new Window(autumn - 5 * 3_600_000, autumn);

        assertEquals(5, berlin.beginnings(night, Grouping.HOUR).size());
        List<Long> days = berlin.beginnings(new Window(autumn - 24 * 3_600_000, autumn + 48 * 3_600_000), Grouping.DAY);
        assertEquals(25 * 3_600_000L, days.get(1) - days.get(0));
        assertEquals(24 * 3_600_000L, days.get(2) - days.get(1));
    }

    @Test
    void hoursEndEvenWhereClocksJumpByHalfAnHour() {
        Calendar island = new Calendar(ZoneId.of("Australia/Lord_Howe"), LocalTime.MIDNIGHT);
        long april = java.time.Instant.parse("2026-04-04T00:00:00Z").toEpochMilli();
        List<Long> hours = island.beginnings(new Window(april, april + 48 * 3_600_000L), Grouping.HOUR);
        assertTrue(hours.size() >= 48 && hours.size() <= 50, hours.size() + " hours");
    }

    @Test
    void moreRowsThanAReportMayHaveAreRefusedWithAdvice() {
        Question year = new Question(new Window(0, 365L * 86_400_000), Grouping.HOUR, null, null, null);
        String message = assertThrows(IllegalArgumentException.class,
                () -> new Reports(TEN_CALLS_A_PIECE, Definitions.HOUSE).report(year, SHANGHAI)).getMessage();
        assertTrue(message.contains("by day"), message);
    }
}
