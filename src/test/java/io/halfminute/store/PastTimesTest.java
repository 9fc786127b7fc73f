package io.halfminute.store;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.LearnedTimes;
import io.halfminute.acd.LearnedTimes.Handled;
import io.halfminute.acd.LearnedTimes.PickUps;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.record.CallQueries;
import io.halfminute.record.Story;
import io.halfminute.record.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastTimesTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final AgentId LI = new AgentId("1001");
    private static final AgentId WANG = new AgentId("1002");
    private static final Window DAY = new Window(NOON - 1, NOON + 86_400_000);

    @TempDir
    private Path folder;
    private Database database;
    private RecordKeeper keeper;

    @BeforeEach
    void anHour() {
        database = TestDatabase.fresh();
        keeper = RecordKeeper.open(database, KeeperSettings.standard(folder.resolve("outbox.db"), "CN"), (a, b, c) -> { },
                InstantSource.fixed(Instant.ofEpochMilli(NOON + 1_000_000)));
        Story first = new Story("first", NOON).arrives("138", "").waits().offered(1, "1002").after(100).rings(1, "1002")
                .after(9_000).offerEnds(1, "1002", OfferOutcome.NO_ANSWER, Cause.UNSEEN).offered(2, "1001").after(100).rings(2, "1001")
                .after(2_000).answered(2, "1001").after(60_000).talkEnds("1001").ends(CallEnd.ANSWERED);
        keeper.accept(first.events());
        keeper.accept(new Story("second", NOON + 200_000).arrives("139", "").served(3, "1001").events());
        keeper.accept(List.of(wrapUp(NOON + 300_000, AgentState.ON_CALL, AgentState.WRAP_UP),
                wrapUp(NOON + 315_000, AgentState.WRAP_UP, AgentState.READY)));
        await().atMost(ofSeconds(10)).until(() -> keeper.stats().depth() == 0);
    }

    @AfterEach
    void close() {
        keeper.close();
        database.close();
    }

    private static AcdEvent wrapUp(long atMs, AgentState from, AgentState to) {
        return new AcdEvent.AgentChanged(LI, from, to, "call-over", to == AgentState.WRAP_UP ? new CallId("second") : null, 0, atMs);
    }

    @Test
    void whatWasSeenIsKnownAgainTheOldestFirst() {
        assertEquals(new LearnedTimes(
                List.of(new PickUps(LI, List.of(2_000, 4_000)), new PickUps(WANG, List.of(-9_000))),
                List.of(new Handled(Story.QUEUE, List.of(60_000L, 60_000L), List.of(15_000L)))), PastTimes.in(DAY, database));
    }

    @Test
    void whatIsTooLongAgoIsForgotten() {
        assertEquals(new LearnedTimes(List.of(new PickUps(LI, List.of(4_000))),
                List.of(new Handled(Story.QUEUE, List.of(60_000L), List.of(15_000L)))),
                PastTimes.in(new Window(NOON + 100_000, DAY.toMs()), database));
        assertEquals(LearnedTimes.NONE, PastTimes.in(new Window(0, NOON), database));
    }

    @Test
    void rowsThatCannotBeReadAreAnErrorAndNoGuess() {
        database.ask(sql -> sql.execute("update call set offers = '{\"no\": \"list\"}'"));
        assertThrows(IllegalArgumentException.class, () -> PastTimes.in(DAY, database));
    }

    @Test
    void aDatabaseThatIsAwaySaysSo() {
        database.close();
        assertThrows(CallQueries.Unavailable.class, () -> PastTimes.in(DAY, database));
    }
}
