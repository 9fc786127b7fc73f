package io.halfminute.web;

import static io.halfminute.web.WebFixture.AGENT;
import static io.halfminute.web.WebFixture.BOSS;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.call.CallEnd;
import io.halfminute.ledger.Calendar;
import io.halfminute.ledger.CountingRules;
import io.halfminute.ledger.LedgerLine;
import io.halfminute.ledger.LedgerQueries;
import io.halfminute.queue.ServiceLevel.Counts;
import io.halfminute.record.Story;
import io.halfminute.store.Database;
import io.halfminute.store.KeeperSettings;
import io.halfminute.store.LedgerStore;
import io.halfminute.store.RecordKeeper;
import io.halfminute.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** TEL-30: what is reported of the service level, from the caller's arrival to the file that a supervisor takes away. */
class ServiceLevelApiTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final String DAY = "?from=" + NOON + "&to=" + (NOON + 86_400_000);

    @RegisterExtension
    private final WebFixture web = new WebFixture();
    @TempDir
    Path folder;
    private final List<Story> day = new ArrayList<>();

    /** 100 calls: 80 answered, 64 of them in 30 s; 8 hung up in 5 s, 4 in 30 s, 4 later; 2 timed out, 2 left by key. */
    private void sampleDay() {
        calls(64, story -> story.waits().after(20_000).answered(1, "1001").after(60_000).ends(CallEnd.ANSWERED));
        calls(16, story -> story.waits().after(31_000).answered(1, "1001").after(60_000).ends(CallEnd.ANSWERED));
        calls(8, story -> story.waits().after(4_900).ends(CallEnd.ABANDONED));
        calls(4, story -> story.waits().after(30_000).ends(CallEnd.ABANDONED));
        calls(4, story -> story.waits().after(30_001).ends(CallEnd.ABANDONED));
        calls(2, story -> story.waits().after(90_000).ends(CallEnd.DIVERTED));
        calls(2, story -> story.waits().after(25_000).ends(CallEnd.VOICEMAIL));
    }

    private void calls(int many, Consumer<Story> course) {
        for (int call = 0; call < many; call++) {
            Story story = new Story("c" + day.size(), NOON + day.size() * 60_000L).arrives("", "");
            course.accept(story);
            day.add(story);
        }
    }

    @Test
    void theSampleDayGivesWhatEachVendorWouldReportThroughDatabaseAndApi() {
        try (Database database = TestDatabase.fresh();
                RecordKeeper keeper = RecordKeeper.open(database, KeeperSettings.standard(folder.resolve("outbox.db"), "CN"),
                        (a, b, c) -> { }, InstantSource.system())) {
            sampleDay();
            day.forEach(story -> keeper.accept(story.events()));
            await().atMost(ofSeconds(10)).until(() -> keeper.stats().depth() == 0);
            web.ledger = new LedgerStore(database);
            for (String by : List.of("queue", "brand", "skill", "hour", "day")) {
                JsonObject report = web.get("/service-level" + DAY + "&by=" + by, AGENT).json();
                assertEquals(Map.of("of-answered", 80.0, "removed-of-answered-and-abandoned", 77.6, "removed-of-queued", 76.0,
                        "of-answered-and-abandoned", 66.7, "without-short-abandons", 72.7, "without-abandons-in-time", 76.2,
                        "with-flow-outs", 64.0, "of-all-calls", 64.0), percent(report.getJsonObject("total")), by);
                assertEquals(100, report.getJsonArray("rows").stream().mapToInt(row -> offered((JsonObject) row)).sum(), by);
            }
            JsonObject total = web.get("/service-level" + DAY, AGENT).json().getJsonObject("total");
            assertEquals(100, offered(total));
            assertEquals(100, total.getJsonObject("buckets").stream().mapToInt(each -> (Integer) each.getValue()).sum());
        }
    }

    private static int offered(JsonObject row) {
        return row.getInteger("offered");
    }

    private static Map<String, Double> percent(JsonObject row) {
        return row.getJsonObject("levels").stream().collect(Collectors.toMap(Map.Entry::getKey,
                level -> Math.round((Double) level.getValue() * 1_000) / 10.0, (a, b) -> a, TreeMap::new));
    }

    @Test
    void aReportNamesItsClockItsInputsAndTheHousesOwnDefinition() {
        web.ledger = of(line("shop-a", 3), line(null, 1));
        JsonObject report = web.get("/service-level" + DAY, AGENT).json();

        assertEquals("pbx-answer-to-agent", report.getString("clock"));
        assertEquals("of-all-calls", report.getString("house"));
        assertEquals(8, report.getJsonArray("definitions").size());
        assertEquals("answered in time / answered", report.getJsonArray("definitions").getJsonObject(0).getString("formula"));
        assertEquals(5_000, report.getJsonArray("rules").getJsonObject(0).getInteger("shortAbandonMs"));
        assertEquals("Asia/Shanghai", report.getString("timeZone"));
        assertEquals(false, report.getBoolean("mixed"));
    }

    @Test
    void aPeriodWithoutCallsHasNoServiceLevel() {
        JsonObject total = web.get("/service-level" + DAY, AGENT).json().getJsonObject("total");

        assertNull(total.getJsonObject("levels").getValue("of-all-calls"));
        assertNull(total.getValue("waitAverageMs"));
    }

    @Test
    void theHourThatComesTwiceIsTwoRows() {
        web.calendar = new Calendar(ZoneId.of("Europe/Berlin"), LocalTime.MIDNIGHT);
        long autumn = java.time.Instant.parse("2026-10-25T00:00:00Z").toEpochMilli();
        String csv = web.get("/service-level.csv?by=hour&from=" + autumn + "&to=" + (autumn + 7_200_000), BOSS).text();

        assertTrue(csv.contains("2026-10-25T02:00:00+02:00") && csv.contains("2026-10-25T02:00:00+01:00"), csv);
    }

    @Test
    void whatMakesNoSenseIsRefusedByItsName() {
        assertProblem("validation", "from 9 to 9", "?from=9&to=9");
        assertProblem("validation", "99999999999999", "?from=0&to=99999999999999");
        assertProblem("validation", "parameter to", "?from=0");
        assertProblem("validation", "colour", "?from=0&to=9&by=colour");
        assertProblem("validation", "skill", "?from=0&to=9&skill=%27%3B--");
        assertProblem("not-found", "nowhere", "?from=0&to=9&queue=nowhere");
        assertProblem("not-found", "nowhere", "?from=0&to=9&brand=nowhere");
        assertProblem("validation", "1000 rows", "?by=hour&from=0&to=" + 366L * 86_400_000);
    }

    private void assertProblem(String code, String named, String query) {
        for (String path : List.of("/service-level", "/service-level.csv")) {
            WebFixture.Reply reply = web.get(path + query, BOSS);
            assertEquals(code, reply.code(), query);
            assertTrue(reply.json().getString("detail").contains(named), reply.text());
        }
    }

    @Test
    void onlyASupervisorMayTakeTheFigureAway() {
        assertEquals("forbidden", web.get("/service-level.csv" + DAY, AGENT).code());
        assertEquals("unauthenticated", web.get("/service-level.csv" + DAY, WebFixture.NOBODY).code());
    }

    @Test
    void theFileSaysInEachRowByWhatItWasCounted() {
        web.ledger = of(line("shop-a", 3), line(null, 1));
        WebFixture.Reply file = web.get("/service-level.csv" + DAY, BOSS);
        List<String> lines = file.text().lines().toList();

        assertTrue(file.header("content-type").startsWith("text/csv"), file.header("content-type"));
        assertTrue(file.header("content-disposition").contains("attachment"), file.header("content-disposition"));
        assertTrue(lines.getFirst().contains("of-all-calls (v1)"), lines.getFirst());
        assertEquals(4, lines.size());
        assertTrue(lines.stream().skip(1).allMatch(line -> line.endsWith(",pbx-answer-to-agent,30000,5000,Asia/Shanghai")),
                file.text());
    }

    @Test
    void aTextThatASpreadsheetWouldRunStaysText() {
        for (String evil : List.of("=1+1", "+1", "-1", "@sum(a1)", " =1", "\t=1", "\r=1", "\uFF1D1")) {
            String cell = ReportCsv.cell(evil);
            assertTrue(cell.startsWith("'") || cell.startsWith("\"'"), () -> evil + " became " + cell);
        }
        assertEquals("\"a\"\"b, c\"", ReportCsv.cell("a\"b, c"));
        assertEquals("\"one two\"", ReportCsv.cell("one\ntwo"));
        assertEquals("甲店热线", ReportCsv.cell("甲店热线"));
    }

    private static LedgerLine line(String key, int calls) {
        return new LedgerLine(key, new Counts(calls, 0, 0, 0, 0, 0, 0, 0, 0), 0, calls, calls * 9_000L, 9_000);
    }

    private static LedgerQueries of(LedgerLine... lines) {
        return (piece, question, beginnings) -> new LedgerQueries.Counted(line(null, 4), List.of(lines),
                List.of(CountingRules.PRESENT), List.of(30_000));
    }
}
