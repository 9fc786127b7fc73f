package io.halfminute.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.record.AgentActivity;
import io.halfminute.record.CallRecord;
import io.halfminute.record.CallRecorder;
import io.halfminute.record.RecordChange;
import io.halfminute.record.RecordLimits;
import io.halfminute.record.Story;
import io.halfminute.record.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TEL-24: of two servers that led one after the other, the first may be the last to reach the database. */
class SharedRecordsTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final AgentId LI = new AgentId("1001");
    private static final long EARLIER = 1;
    private static final long LATER = 2;

    @TempDir
    private Path folder;
    private final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(NOON + 60_000));
    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatAnEarlierLeaderStillHadDoesNotUndoWhatTheLaterOneSaw() {
        arrives(written(LATER, served("c1")));

        arrives(written(EARLIER, waiting("c1")));

        assertEquals(CallEnd.ANSWERED, call("c1").end());
    }

    @Test
    void theEndThatTheEarlierLeaderSawStandsWhereTheLaterOneOnlyFoundTheCallGone() {
        arrives(written(LATER, foundGone("c1")));
        assertEquals(CallEnd.ABANDONED, call("c1").end());

        arrives(written(EARLIER, served("c1")));

        assertEquals(CallEnd.ANSWERED, call("c1").end());
        assertEquals(List.of(LI), call("c1").agents());
    }

    @Test
    void theEndThatTheEarlierLeaderSawStandsAlsoWhenTheLaterOneComesWithANoteOfIt() {
        arrives(written(EARLIER, served("c1")));

        arrives(written(LATER, foundGone("c1")));

        assertEquals(CallEnd.ANSWERED, call("c1").end());
        assertTrue(call("c1").seen());
    }

    @Test
    void aCallOfWhichOnlyTheEarlierLeaderKnewIsThere() {
        arrives(written(EARLIER, served("c2")));

        assertEquals(CallEnd.ANSWERED, call("c2").end());
    }

    @Test
    void anAgentStaysInTheStateInWhichTheLaterLeaderHasHim() {
        leads(LATER);
        AgentActivity talks = new AgentActivity(LI, AgentState.ON_CALL, "answered", new CallId("c1"), NOON + 5_000, 0);
        arrives(written(LATER, List.of(new RecordChange.ActivityKept(null, talks))));

        AgentActivity ready = new AgentActivity(LI, AgentState.READY, "ready", null, NOON + 1_000, 0);
        arrives(written(EARLIER, List.of(new RecordChange.ActivityKept(null, ready))));

        assertEquals(List.of(talks), new CallStore(database).activity(new Window(NOON, NOON + 10_000), LI, 10).stream()
                .filter(AgentActivity::isOpen).toList());
    }

    /** What an outbox of its own holds. */
    private Path written(long epoch, List<RecordChange> changes) {
        Path file = folder.resolve("outbox-" + epoch + "-" + changes.hashCode() + ".db");
        try (Outbox outbox = Outbox.open(file, OutboxLimits.DEFAULT)) {
            outbox.append(NOON, changes.stream().map(change -> new Kept(epoch, change).toJson()).toList(), List.of());
        }
        return file;
    }

    /** The server of this outbox reaches the database; it leads no more, or not yet. */
    private void arrives(Path outbox) {
        KeeperSettings alone = KeeperSettings.standard(outbox, "CN");
        RecordKeeper.open(database, new KeeperSettings(outbox, alone.region(), alone.join(), alone.records(), alone.outbox(),
                alone.drain(), alone.rememberAgentsMs(), alone.heldChanges(), LATER, true), (_, _, _) -> { }, clock).close();
    }

    private void leads(long epoch) {
        LeaseTable table = new LeaseTable(database, "hotline");
        table.seek("a", "http://a:8080", Duration.ofMinutes(1));
        database.ask(sql -> sql.execute("update lease set epoch = {0}", epoch));
    }

    private static List<RecordChange> waiting(String call) {
        return recorded(new Story(call, NOON).arrives("13800138000", "").waits());
    }

    private static List<RecordChange> served(String call) {
        return recorded(new Story(call, NOON).arrives("13800138000", "").waits().served(7, LI.value()));
    }

    private static List<RecordChange> foundGone(String call) {
        return recorded(new Story(call, NOON).arrives("13800138000", "").waits().endsUnseen());
    }

    private static List<RecordChange> recorded(Story story) {
        return new CallRecorder(RecordLimits.DEFAULT, List.of(), _ -> { }).apply(story.events());
    }

    private CallRecord call(String id) {
        return new CallStore(database).find(new CallId(id)).orElseThrow().entry().call();
    }
}
