package io.halfminute.view;

import static io.halfminute.view.Story.COMPLAINTS;
import static io.halfminute.view.Story.LI;
import static io.halfminute.view.Story.NOON;
import static io.halfminute.view.Story.ORDERS;
import static io.halfminute.view.Story.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentState;
import io.halfminute.call.CallEnd;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTest {

    private final Story story = new Story().configured();

    private List<String> line() {
        return story.views.board().waiting().stream().map(BoardState.Waiting::callId).toList();
    }

    @Test
    void beforeTheFirstEventTheBoardIsEmptyAndTheLinkIsDown() {
        BoardState empty = new Story().views.board();
        assertFalse(empty.link().up());
        assertEquals(0, empty.waitingCount());
        assertEquals(30_000, empty.targetMs());
        assertNull(empty.totals().serviceLevelToday());
    }

    @Test
    void callersStandInTheOrderInWhichTheyAreServed() {
        story.arrives(1, ORDERS).after(1_000).arrives(2, ORDERS).after(1_000).arrives(3, COMPLAINTS);
        assertEquals(List.of("call-3", "call-1", "call-2"), line());
    }

    @Test
    void aCallerGoesThroughTheStagesOfTheLineAndLeavesItWhenHeIsAnswered() {
        List<String> stages = new ArrayList<>();
        story.views.onChange(change -> story.views.board().waiting().forEach(call -> stages.add(call.stage())));
        story.arrives(1, ORDERS).waits(1, ORDERS).rings(1, LI)
                .tell(new AcdEvent.CallAtFallback(Story.call(1), NOON)).answers(1, LI);
        assertEquals(List.of("flow", "waiting", "ringing", "fallback"), stages.stream().distinct().toList());
        assertEquals(0, story.views.board().waitingCount());
    }

    @Test
    void aRingingCallNamesTheAgentAndHidesTheNumber() {
        story.arrives(1, ORDERS).waits(1, ORDERS).rings(1, LI);
        BoardState.Waiting call = story.views.board().waiting().getFirst();
        assertEquals(new BoardState.Waiting("call-1", "orders", "订单", "shop-a", "138****8000", 0, NOON, NOON + 30_000,
                "ringing", "1001", null), call);
        assertEquals(new BoardState.Call("call-1", "orders", "138****8000"), story.agent(LI).call());
    }

    @Test
    void onlyFiftyAreListedButAllAreCounted() {
        for (int call = 0; call < 80; call++) {
            story.arrives(call, ORDERS);
        }
        assertEquals(80, story.views.board().waitingCount());
        assertEquals(BoardState.MAX_WAITING, story.views.board().waiting().size());
        assertEquals(80, story.queue(ORDERS).waiting());
    }

    @Test
    void aQueueShowsItsLineAndWhoCouldServeIt() {
        story.phone(LI, true, false).phone(WANG, true, false)
                .becomes(LI, AgentState.READY, "").becomes(WANG, AgentState.PAUSED, "lunch")
                .arrives(1, COMPLAINTS).after(4_000).arrives(2, COMPLAINTS).waits(2, COMPLAINTS);
        BoardState.Queue complaints = story.queue(COMPLAINTS);
        assertEquals(2, complaints.waiting());
        assertEquals(NOON, complaints.oldestArrivedMs());
        assertEquals(NOON + 30_000, complaints.nextDeadlineMs());
        assertEquals(0, complaints.agentsReady(), "Li cannot appease, Wang is at lunch");
        assertEquals(1, complaints.agentsSignedIn());
        assertEquals(1, story.queue(ORDERS).agentsReady());
        assertEquals(2, story.queue(ORDERS).agentsSignedIn());
    }

    @Test
    void aReadyAgentWhosePhoneIsInUseCannotTakeACallNow() {
        story.becomes(LI, AgentState.READY, "").phone(LI, true, true);
        assertEquals(0, story.queue(ORDERS).agentsReady());
        story.phone(LI, true, false);
        assertEquals(1, story.queue(ORDERS).agentsReady());
    }

    @Test
    void anAgentIsShownWithHisTeamAndHowLongHeIsInHisState() {
        story.after(5_000).becomes(LI, AgentState.PAUSED, "lunch").after(1_000).becomes(LI, AgentState.PAUSED, "lunch");
        BoardState.Agent li = story.agent(LI);
        assertEquals("李娜", li.name());
        assertEquals("early", li.team());
        assertEquals("paused", li.state());
        assertEquals("lunch", li.reason());
        assertEquals(NOON + 5_000, li.sinceMs(), "a repeated event does not make the pause younger");
        assertEquals("signed-out", story.agent(WANG).state());
        assertNull(story.agent(WANG).team());
    }

    @Test
    void aLostLinkIsShownWithItsReason() {
        story.tell(new AcdEvent.LinkChanged(true, "", NOON));
        assertEquals(new BoardState.Link(true, ""), story.views.board().link());
        story.tell(new AcdEvent.LinkChanged(false, "read timed out", NOON));
        assertEquals(new BoardState.Link(false, "read timed out"), story.views.board().link());
    }

    @Test
    void anAgentWhoIsTakenOutOfTheConfigurationStaysUntilHeLeaves() {
        story.becomes(LI, AgentState.ON_CALL, "answered").tell(new AcdEvent.SetupChanged(Story.setup(WANG), NOON));
        assertEquals(2, story.views.board().agents().size());
        story.becomes(LI, AgentState.SIGNED_OUT, "");
        assertEquals(List.of("1002"), story.views.board().agents().stream().map(BoardState.Agent::agent).toList());
        assertTrue(story.views.desk(LI).isEmpty());
    }

    @Test
    void aRushPublishesNoMoreBoardsThanASteadyFlowAndTheTickBringsTheRest() {
        Story rush = new Story(ViewLimits.DEFAULT).configured();
        List<Views.Change> boards = new ArrayList<>();
        rush.views.onChange(change -> {
            if (change.board()) {
                boards.add(change);
            }
        });
        for (int call = 0; call < 1_000; call++) {
            rush.after(call % 5 == 0 ? 1 : 0).arrives(call, ORDERS);
        }
        assertEquals(2, boards.size());
        rush.after(100).tick();
        assertEquals(3, boards.size());
        assertEquals(1_000, rush.views.board().waitingCount());
    }

    @Test
    void anUnchangedBoardDoesNotGrowOld() {
        story.after(1_000).tick();
        assertEquals(NOON + 1_000, story.views.board().atMs());
    }

    @Test
    void aClockThatWasSetBackDoesNotFreezeTheBoard() {
        Story back = new Story(ViewLimits.DEFAULT).configured().after(-3_600_000).tick();
        assertEquals(NOON - 3_600_000, back.views.board().atMs());
    }

    @Test
    void aCallThatNobodyHasTheNumberForCountsButStandsInNoLine() {
        story.arrives(1, null);
        assertEquals(0, story.views.board().waitingCount());
        story.ends(1, CallEnd.REFUSED);
        assertEquals(1, story.totals().offered());
        assertEquals(1, story.totals().refused());
    }

    @Test
    void aDivertedCallerLeavesTheLineAtOnceAndNotWhenHeHangsUp() {
        story.arrives(1, ORDERS).waits(1, ORDERS).tell(new AcdEvent.CallLeaves(Story.call(1), NOON));
        assertEquals(0, story.views.board().waitingCount());
        assertEquals(1, story.totals().open());
        story.after(90_000).ends(1, CallEnd.DIVERTED);
        assertEquals(1, story.queue(ORDERS).diverted());
    }
}
