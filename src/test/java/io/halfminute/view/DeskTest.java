package io.halfminute.view;

import static io.halfminute.view.Story.COMPLAINTS;
import static io.halfminute.view.Story.LI;
import static io.halfminute.view.Story.NOON;
import static io.halfminute.view.Story.ORDERS;
import static io.halfminute.view.Story.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.CallEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeskTest {

    private final Story story = new Story().configured();

    @Test
    void theCallerIsOnTheDeskBeforeTheAgentSpeaks() {
        story.arrives(1, ORDERS).waits(1, ORDERS).after(2_000).rings(1, LI);
        story.views.ticketOpened(Story.call(1), 42);
        assertEquals(new DeskState.Call("call-1", "ringing", new DeskState.Caller("13812348000", "Zhang"), "shop-a", "orders",
                "订单", NOON, NOON + 30_000, null, null, 42L), story.desk(LI).call());
    }

    @Test
    void theCallStaysOnTheDeskThroughWrapUpAlthoughTheCallerIsGone() {
        story.arrives(1, ORDERS).rings(1, LI).after(3_000).answers(1, LI);
        assertEquals("talking", story.desk(LI).call().stage());
        story.after(60_000).talkEnds(1, LI).ends(1, CallEnd.ANSWERED);
        story.views.ticketOpened(Story.call(1), 42);
        DeskState.Call call = story.desk(LI).call();
        assertEquals("wrap-up", call.stage());
        assertEquals(NOON + 3_000, call.answeredMs());
        assertEquals(NOON + 63_000, call.endedMs());
        assertEquals(42, call.ticket());
        story.becomes(LI, AgentState.READY, "");
        assertNull(story.desk(LI).call());
    }

    @Test
    void whoWrapsUpKeepsHisTimesWhileTheCallRingsSomebodyElse() {
        story.arrives(1, ORDERS).rings(1, LI).after(1_000).answers(1, LI).after(9_000).talkEnds(1, LI)
                .waits(1, ORDERS).rings(1, WANG);
        assertEquals(NOON + 10_000, story.desk(LI).call().endedMs());
        assertNull(story.desk(WANG).call().answeredMs());
    }

    @Test
    void theDayCountsConversationsMissesAndTalkTime() {
        story.arrives(1, ORDERS).rings(1, LI).offerEnds(1, LI, AcdEvent.OfferOutcome.NO_ANSWER)
                .offerEnds(1, LI, AcdEvent.OfferOutcome.NO_ANSWER)
                .rings(1, LI).offerEnds(1, LI, AcdEvent.OfferOutcome.REFUSED)
                .rings(1, LI).answers(1, LI).answers(1, LI).after(7_000).talkEnds(1, LI).talkEnds(1, LI);
        assertEquals(new DeskState.Today(1, 1, 7_000), story.desk(LI).today());
    }

    @Test
    void aRingingCallThatAnotherPicksUpIsGoneFromTheDeskAndWasNotMissed() {
        story.arrives(1, ORDERS).waits(1, ORDERS).rings(1, LI).rings(1, WANG).after(2_000).answers(1, WANG)
                .offerEnds(1, LI, AcdEvent.OfferOutcome.ANSWERED_ELSEWHERE)
                .becomes(LI, AgentState.READY, "answered-elsewhere");
        assertNull(story.desk(LI).call());
        assertEquals(new DeskState.Today(0, 0, 0), story.desk(LI).today());
        assertEquals("talking", story.desk(WANG).call().stage());
    }

    @Test
    void aCallThatRingsOnElsewhereIsStillRinging() {
        story.arrives(1, ORDERS).waits(1, ORDERS).rings(1, LI).rings(1, WANG).after(2_000)
                .offerEnds(1, LI, AcdEvent.OfferOutcome.NO_ANSWER).becomes(LI, AgentState.READY, "missed");
        assertEquals(1, story.desk(LI).today().missed());
        assertEquals("ringing", story.desk(WANG).call().stage());
    }

    @Test
    void aConversationThatEndsWithTheCallCountsItsTimeToo() {
        story.arrives(1, ORDERS).rings(1, LI).answers(1, LI).after(5_000).ends(1, CallEnd.ANSWERED);
        assertEquals(5_000, story.desk(LI).today().talkMs());
    }

    @Test
    void theDeskListsTheQueuesThatTheAgentHasTheSkillsFor() {
        story.arrives(1, ORDERS).arrives(2, ORDERS).arrives(3, COMPLAINTS);
        assertEquals(List.of(new DeskState.Queue("orders", "订单", 2, NOON + 30_000)), story.desk(LI).queues());
        assertEquals(2, story.desk(WANG).queues().size());
    }

    @Test
    void newSkillsOpenTheirQueuesAndStayWhenTheConfigurationIsReadAgain() {
        Skills both = new Skills(Map.of(new SkillId("mandarin"), 1, new SkillId("appeasing"), 2));
        story.tell(new AcdEvent.SkillsChanged(LI, both, NOON));
        assertEquals(Map.of("mandarin", 1, "appeasing", 2), story.desk(LI).skills());
        story.tell(new AcdEvent.SetupChanged(Story.setup(LI, WANG), NOON));
        assertEquals(2, story.desk(LI).queues().size());
    }

    @Test
    void wishAndPhoneAreShown() {
        story.tell(new AcdEvent.WishChanged(LI, "signed-out", NOON)).phone(LI, true, false);
        assertEquals("signed-out", story.desk(LI).wish());
        assertEquals(new DeskState.Phone(true, false), story.desk(LI).phone());
    }

    @Test
    void anAgentsOwnNewsDoNotWaitForTheNextBoard() {
        Story slow = new Story(ViewLimits.DEFAULT).configured();
        List<Set<AgentId>> told = new ArrayList<>();
        slow.views.onChange(change -> told.add(change.desks()));
        slow.arrives(1, ORDERS).rings(1, LI);
        assertEquals("ringing", slow.desk(LI).call().stage());
        assertEquals(List.of(Set.of(LI)), told);
    }

    @Test
    void aDeskWithoutNewsIsNotPublishedAgain() {
        List<Views.Change> told = new ArrayList<>();
        story.views.onChange(told::add);
        story.after(1_000).tick();
        assertEquals(List.of(new Views.Change(true, Set.of())), told);
    }

    @Test
    void nobodyHasADeskWhoIsNotConfigured() {
        story.becomes(new AgentId("9999"), AgentState.READY, "");
        assertTrue(story.views.desk(new AgentId("9999")).isEmpty());
    }
}
