package io.halfminute.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.store.LeaseTable.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseTableTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofMillis(-1);
    private static final String A = "http://a:8080";
    private static final String B = "http://b:8080";

    private Database database;
    private LeaseTable table;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        table = new LeaseTable(database, "hotline");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstHasItAndTheSecondSeesWho() {
        Row first = table.seek("a", A, LONG);

        assertEquals(first, table.seek("b", B, LONG));
        assertEquals("a", first.node());
        assertEquals(A, first.address());
        assertTrue(Math.abs(first.epoch() - System.currentTimeMillis()) < 60_000, "an epoch is a time, so that it is larger "
                + "than those of a server that was alone before: " + first.epoch());
    }

    @Test
    void oneThatIsOverIsTakenWithALargerEpochAndCannotBeRenewedAnyMore() {
        Row first = table.seek("a", A, OVER);

        Row second = table.seek("b", B, LONG);

        assertEquals("b", second.node());
        assertTrue(second.epoch() > first.epoch());
        assertFalse(table.renew(first, LONG));
        assertTrue(table.renew(second, LONG));
    }

    @Test
    void oneThatIsOverAndThatNobodyTookCanBeRenewed() {
        Row mine = table.seek("a", A, OVER);

        assertTrue(table.renew(mine, LONG));
        assertEquals(mine, table.seek("b", B, LONG));
    }

    @Test
    void oneThatWasGivenUpIsFree() {
        table.release(table.seek("a", A, LONG));

        assertEquals("b", table.seek("b", B, LONG).node());
    }

    @Test
    void whoHadItAndStartsAgainHasItAtOnceWithALargerEpoch() {
        Row before = table.seek("a", A, LONG);

        Row after = table.seek("a", A, LONG);

        assertTrue(after.epoch() > before.epoch());
        assertFalse(table.renew(before, LONG), "the process before it is out");
    }

    @Test
    void ofManyWhoReachForItAtOnceOneHasIt() throws Exception {
        try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            List<Callable<Row>> seekers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String node = "node-" + i;
                seekers.add(() -> table.seek(node, "http://" + node + ":8080", LONG));
            }
            Set<Row> seen = nodes.invokeAll(seekers).stream().map(Future::resultNow).collect(Collectors.toSet());
            assertEquals(1, seen.size(), () -> "there is one leader, but " + seen);
        }
    }

    @Test
    void domainsAreLedApart() {
        LeaseTable other = new LeaseTable(database, "other");

        assertEquals("a", table.seek("a", A, LONG).node());
        assertEquals("b", other.seek("b", B, LONG).node());
    }
}
