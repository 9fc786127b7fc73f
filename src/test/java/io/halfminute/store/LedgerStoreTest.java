package io.halfminute.store;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.halfminute.acd.AcdEvent;
import io.halfminute.ledger.AnyHistory;
import io.halfminute.ledger.Bucket;
import io.halfminute.ledger.Calendar;
import io.halfminute.ledger.CountingRules;
import io.halfminute.ledger.Definitions;
import io.halfminute.ledger.Grouping;
import io.halfminute.ledger.LedgerEntry;
import io.halfminute.ledger.LedgerLine;
import io.halfminute.ledger.LedgerQueries.Counted;
import io.halfminute.ledger.Question;
import io.halfminute.ledger.Report;
import io.halfminute.ledger.Reports;
import io.halfminute.record.CallEntry;
import io.halfminute.record.CallFilter;
import io.halfminute.record.Page;
import io.halfminute.record.Story;
import io.halfminute.record.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerStoreTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final Window DAY = new Window(NOON - 43_200_000, NOON + 43_200_000);
    private static final int CALLS = 400;

    @TempDir
    Path folder;
    private final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(NOON));
    private Database database;
    private RecordKeeper keeper;
    private LedgerStore ledger;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        keeper = RecordKeeper.open(database, KeeperSettings.standard(folder.resolve("outbox.db"), "CN"), (a, b, c) -> { }, clock);
        ledger = new LedgerStore(database);
    }

    @AfterEach
    void close() {
        keeper.close();
        database.close();
    }

    @Test
    void theDatabaseCountsAnyHistoryAsTheRecordsDo() {
        long seed = Long.getLong("seed", 7L);
        Random random = new Random(seed);
        for (int call = 0; call < CALLS; call++) {
            keep(AnyHistory.of(random, "c" + call, NOON + call * 10_000L));
            if (call % 100 == 99) {
                drained();
                assertCountsAsTheRecords(call + 1, seed);
            }
        }
    }

    private void assertCountsAsTheRecords(int calls, long seed) {
        Counted counted = count(Grouping.QUEUE);
        assertEquals(calls, counted.total().offered(), "seed " + seed);
        assertEquals(calls, counted.lines().stream().mapToLong(LedgerLine::offered).sum(), "seed " + seed);
        Map<Bucket, Integer> recount = recount();
        assertEquals(recount.getOrDefault(Bucket.OPEN, 0), (int) counted.total().open(), "seed " + seed);
        assertEquals(Stream.of(Bucket.values()).filter(each -> each != Bucket.OPEN).map(each -> recount.getOrDefault(each, 0))
                .toList(), buckets(counted.total()), "seed " + seed);
    }

    private Map<Bucket, Integer> recount() {
        Map<Bucket, Integer> recount = new EnumMap<>(Bucket.class);
        CallStore calls = new CallStore(database);
        String cursor = null;
        do {
            Page<CallEntry> page = calls.list(CallFilter.ALL, cursor, 500);
            page.rows().forEach(entry -> recount.merge(LedgerEntry.bucketNow(entry.call(), CountingRules.PRESENT), 1, Integer::sum));
            cursor = page.next();
        } while (cursor != null);
        return recount;
    }

    private static List<Integer> buckets(LedgerLine line) {
        var counts = line.counts();
        return Stream.of(counts.answeredInTime(), counts.answeredLate(), counts.hungUpAtOnce(), counts.hungUpSoon(),
                counts.hungUpLate(), counts.timedOut(), counts.callbackInTime(), counts.leftByKey(), counts.neverQueued())
                .map(Math::toIntExact).toList();
    }

    @Test
    void aRowIsNeverChangedNorTakenAway() {
        keep(new Story("c", NOON).arrives("13800138001", "").served(1, "1001").events());
        drained();
        for (String change : List.of("update call_ledger set answered_ms = arrived_ms", "delete from call_ledger",
                "truncate call_ledger")) {
            assertThrows(Database.Refused.class, () -> database.ask(sql -> sql.execute(change)), change);
        }
        assertEquals(1, count(Grouping.QUEUE).total().offered());
    }

    @Test
    void aRecordThatComesTwiceLeavesOneRowAsItWas() {
        List<AcdEvent> served = new Story("c", NOON).arrives("13800138001", "").served(1, "1001").events();
        keep(served);
        drained();
        String before = rows();
        database.change(sql -> {
            LedgerRows.add(sql, LedgerEntry.of(new CallStore(database).find(new Story("c", NOON).call()).orElseThrow()
                    .entry().call(), new CountingRules(9, 1)));
            return 0;
        });
        assertEquals(before, rows());
    }

    private String rows() {
        return database.ask(sql -> sql.fetch("select * from call_ledger").formatJSON());
    }

    @Test
    void hoursAreThoseOfTheHotline() {
        keep(new Story("a", NOON).arrives("13800138001", "").served(1, "1001").events());
        keep(new Story("b", NOON + 3_600_000).arrives("13800138002", "").waits().events());
        drained();
        Report report = new Reports(ledger, Definitions.HOUSE).report(new Question(new Window(NOON - 60_000, NOON + 7_200_000),
                Grouping.HOUR, Story.QUEUE, Story.BRAND, null), new Calendar(ZoneId.of("Asia/Shanghai"), LocalTime.MIDNIGHT));

        assertEquals(List.of(0L, 1L, 1L), report.rows().stream().map(row -> row.line().offered()).toList());
        assertEquals(1, report.rows().getLast().line().open());
        assertEquals(new Window(NOON - 60_000, NOON), report.rows().getFirst().span());
        assertEquals(List.of(30_000), report.targetsMs());
    }

    private Counted count(Grouping by) {
        return ledger.count(DAY, new Question(DAY, by, null, null, null), List.of());
    }

    private void keep(List<AcdEvent> events) {
        keeper.accept(events);
    }

    private void drained() {
        await().atMost(ofSeconds(10)).until(() -> keeper.stats().depth() == 0);
    }
}
