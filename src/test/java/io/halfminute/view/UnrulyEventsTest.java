package io.halfminute.view;

import static io.halfminute.view.Story.COMPLAINTS;
import static io.halfminute.view.Story.LI;
import static io.halfminute.view.Story.NOON;
import static io.halfminute.view.Story.ORDERS;
import static io.halfminute.view.Story.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.call.CallEnd;
import io.halfminute.queue.QueueId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that come twice, too late, in the wrong order or about nothing. */
class UnrulyEventsTest {

    private static final AgentId[] AGENTS = {LI, WANG, new AgentId("9999")};
    private final Story story = new Story().configured();

    @Test
    void aCallThatArrivesTwiceIsOneCallAlsoAfterItsEnd() {
        story.arrives(1, ORDERS).arrives(1, ORDERS).ends(1, CallEnd.ABANDONED).ends(1, CallEnd.ABANDONED).arrives(1, ORDERS);
        assertEquals(0, story.views.board().waitingCount());
        assertEquals(1, story.totals().offered());
        assertEquals(1, story.totals().abandoned());
    }

    @Test
    void eventsAboutCallsThatWereNeverSeenChangeNothing() {
        BoardState before = story.views.board();
        story.waits(1, ORDERS).offerEnds(1, LI, AcdEvent.OfferOutcome.NO_ANSWER).misses(1).ends(1, CallEnd.ANSWERED)
                .tell(new AcdEvent.TalkEnded(Story.call(1), LI, null, NOON))
                .tell(new AcdEvent.CallAtFallback(Story.call(1), NOON))
                .tell(new AcdEvent.CallAnswered(Story.call(1), null, LI, NOON));
        story.views.ticketOpened(Story.call(1), 3);
        assertEquals(before, story.views.board());
    }

    @Test
    void anAgentIsShownWithoutACallThatIsNotKnown() {
        story.becomes(LI, AgentState.ON_CALL, "answered", 1);
        assertNull(story.agent(LI).call());
        assertEquals("on-call", story.desk(LI).state());
    }

    @Test
    void theEchoOfAnOfferThatIsOverDoesNotTakeTheCallFromTheNextAgent() {
        story.arrives(1, ORDERS).answers(1, WANG).offerEnds(1, LI, AcdEvent.OfferOutcome.NO_ANSWER).rings(1, LI);
        assertEquals(0, story.views.board().waitingCount());
        assertEquals(0, story.desk(LI).today().missed());
    }

    @Test
    void aCallThatIsTakenOverInAConversationIsOnTheDeskWithItsFirstTimes() {
        story.arrives(1, ORDERS, NOON - 90_000, true)
                .tell(new AcdEvent.CallAnswered(Story.call(1), null, LI, NOON - 80_000))
                .becomes(LI, AgentState.ON_CALL, "taken over", 1);
        assertEquals(NOON - 80_000, story.desk(LI).call().answeredMs());
        assertEquals(1, story.totals().inTime());
    }

    @Test
    void aCallThatEndedWhileNobodyWatchedIsLateEvenIfItIsSaidToBeAnswered() {
        story.arrives(1, ORDERS).after(1_000).ends(1, CallEnd.ANSWERED);
        assertEquals(1, story.totals().answered());
        assertEquals(1, story.totals().late());
    }

    @Test
    void tooManyCallsGiveUpTheEldestAndTheFiguresStillAddUp() {
        Story small = new Story(new ViewLimits(0, 1_000, 15, 100, 50)).configured();
        for (int call = 0; call < 10_000; call++) {
            small.after(10).arrives(call, call % 3 == 0 ? COMPLAINTS : ORDERS);
        }
        assertEquals(100, small.views.board().waitingCount());
        assertEquals(10_000, small.totals().offered());
        assertEquals(100, small.totals().open());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theDaysFiguresAddUpAfterEveryEventOfAWildDay(long seed) {
        Random chance = new Random(seed);
        story.at(NOON);
        for (int step = 0; step < 4_000; step++) {
            story.after(chance.nextInt(9_000) - 300);
            happen(chance, chance.nextInt(40) + step / 40);
            assertAddsUp(seed, step);
        }
    }

    private void happen(Random chance, int call) {
        AgentId agent = AGENTS[chance.nextInt(AGENTS.length)];
        QueueId queue = chance.nextInt(10) == 0 ? null : chance.nextBoolean() ? ORDERS : COMPLAINTS;
        switch (chance.nextInt(10)) {
            case 0, 1, 2 -> story.arrives(call, queue);
            case 3 -> story.waits(call, queue);
            case 4 -> story.rings(call, agent);
            case 5 -> story.offerEnds(call, agent, AcdEvent.OfferOutcome.NO_ANSWER);
            case 6 -> story.answers(call, agent);
            case 7 -> story.misses(call);
            case 8 -> story.talkEnds(call, agent);
            default -> story.ends(call, CallEnd.values()[chance.nextInt(CallEnd.values().length)]);
        }
    }

    private void assertAddsUp(long seed, int step) {
        String where = "seed " + seed + ", step " + step;
        BoardState board = story.views.board();
        BoardState.Totals all = board.totals();
        assertEquals(all.offered(), all.inTime() + all.late() + all.lost() + all.open(), where);
        assertEquals(true, all.open() >= 0 && all.inTime() >= 0 && all.late() >= 0 && all.lost() >= 0, where + ": " + all);
        assertEquals(true, all.answered() >= all.inTime(), where);
        for (BoardState.Queue queue : board.queues()) {
            assertEquals(queue.offered(), queue.inTime() + queue.late() + queue.lost() + queue.open(), where);
            assertEquals(true, queue.open() >= 0, where + ": " + queue);
        }
    }
}
