package io.halfminute.store;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.record.CallFilter;
import io.halfminute.record.CallQueries.Unavailable;
import io.halfminute.record.Story;
import io.halfminute.store.Tables.Activities;
import io.halfminute.store.Tables.Calls;
import io.halfminute.store.Tables.Positions;
import io.halfminute.store.Tables.Tickets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes away and comes back while calls come in. */
class DatabaseAwayTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final int CALLS = 30;

    @TempDir
    Path folder;
    private EmbeddedSettings settings;
    private EmbeddedDatabase postgres;
    private Database database;
    private RecordKeeper keeper;

    @BeforeEach
    void start() throws IOException {
        settings = TestDatabase.settings(folder, TestDatabase.freePort());
        postgres = EmbeddedDatabase.start(settings, step -> { });
        DatabaseSettings known = postgres.database();
        database = new Database(new DatabaseSettings(known.url(), known.user(), known.password(), 4, 500, 2_000));
        keeper = open();
    }

    @AfterEach
    void stop() {
        keeper.close();
        database.close();
        postgres.close();
    }

    @Test
    void callsThatComeInWhileTheDatabaseIsAwayAreAllThereAfterwardsAndOnce() {
        calls(0);
        postgres.close();
        calls(CALLS);
        await().atMost(ofSeconds(20)).until(() -> keeper.stats().failures() > 0);
        assertTrue(keeper.stats().depth() > 0);
        assertThrows(Unavailable.class, () -> new CallStore(database).list(CallFilter.ALL, null, 1));
        keeper.close();
        keeper = open();
        calls(2 * CALLS);
        postgres = EmbeddedDatabase.start(settings, step -> { });
        awaitDrained();

        assertEquals(3 * CALLS, count(Calls.TABLE));
        assertEquals(3 * CALLS, count(Tickets.TABLE));
        assertEquals("", keeper.stats().lastFailure());
    }

    @Test
    void aCrashBetweenCommitAndRemovalStoresNothingTwice() {
        keeper.close();
        Outbox outbox = Outbox.open(file(), OutboxLimits.DEFAULT);
        String activity = "{\"kind\":\"activity\",\"begun\":{\"agent\":\"1001\",\"state\":\"READY\",\"reason\":\"\",\"fromMs\":5}}";
        outbox.append(NOON, List.of(activity, activity.replace("READY", "PAUSED")), List.of());
        String id = outbox.id();
        long first = outbox.oldest(1).getFirst().number();
        outbox.close();
        database.migrate();
        database.ask(sql -> sql.insertInto(Positions.TABLE, Positions.OUTBOX, Positions.APPLIED).values(id, first).execute());
        keeper = open();
        awaitDrained();

        assertEquals("PAUSED", database.ask(sql -> sql.select(Activities.STATE).from(Activities.TABLE)
                .fetchSingle(Activities.STATE)));
    }

    private RecordKeeper open() {
        return RecordKeeper.open(database, KeeperSettings.standard(file(), "CN"), (call, ticket, joined) -> { },
                InstantSource.system());
    }

    private Path file() {
        return folder.resolve("outbox.db");
    }

    private void calls(int from) {
        for (int number = from; number < from + CALLS; number++) {
            Story story = new Story("c" + number, NOON + number).arrives("1380013" + (1_000 + number), "");
            story.served(number + 1, "1001").events().forEach(event -> keeper.accept(List.of(event)));
        }
    }

    private int count(Table<Record> table) {
        return database.ask(sql -> sql.fetchCount(table));
    }

    private void awaitDrained() {
        await().atMost(ofSeconds(30)).until(() -> keeper.stats().depth() == 0);
    }
}
