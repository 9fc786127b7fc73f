package io.halfminute.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One call at a time, second by second. Times are seconds after the call's arrival, which is at 1000. */
class LateCausesTest {

    private static final SkillId ENGLISH = new SkillId("english");
    private static final QueueId QUEUE = new QueueId("orders");
    private static final CallId CALL = new CallId("c1");
    private static final AgentId LI = new AgentId("1001");
    private static final AgentId WU = new AgentId("1002");
    private static final Cause NONE = Cause.UNSEEN;

    private final LateCauses causes = new LateCauses(100);
    private Optional<LateCauses.Verdict> last = Optional.empty();

    LateCausesTest() {
        QueueSpec queue = new QueueSpec(QUEUE, "Orders", List.of(new SkillDemand(ENGLISH, 2, 4)), 0, 30_000, 12_000, 20_000,
                50, Optional.empty());
        tell(new AcdEvent.SetupChanged(new Setup(Map.of(QUEUE, queue), Map.of(LI, agent(LI, 3), WU, agent(WU, 1)), Map.of(),
                Set.of(), Setup.Limits.DEFAULT), at(-600)));
    }

    private static AgentSpec agent(AgentId id, int english) {
        return new AgentSpec(id, "Agent " + id, new PhoneId(id.value()), new Skills(Map.of(ENGLISH, english)));
    }

    @Test
    void theMissingSkillAndItsLevelAreNamed() {
        becomes(WU, AgentState.READY, "ready", -300);
        arrivesAndWaits();
        Lateness why = missed();
        assertEquals(LateCause.NOBODY_WITH_SKILL, why.cause());
        assertEquals(ENGLISH, why.reasons().getFirst().skill());
        assertEquals(2, why.reasons().getFirst().level());
        assertEquals(28_000, why.reasons().getFirst().costMs());
        assertEquals(LateCause.LONG_FLOW, why.reasons().get(1).cause());
        assertEquals(2_000, why.reasons().get(1).costMs());
    }

    @Test
    void theLengthOfAWrapUpIsKnownWhenItHasEnded() {
        becomes(LI, AgentState.WRAP_UP, "call-over", -140);
        arrivesAndWaits();
        assertEquals(new LateReason.Part(LI, 170_000, ""), missed().reasons().getFirst().parts().getFirst());
        becomes(LI, AgentState.READY, "ready", 50);
        Lateness why = answered(53);
        assertEquals(LateCause.WRAP_UP_LONG, why.cause());
        assertEquals(new LateReason.Part(LI, 190_000, ""), why.reasons().getFirst().parts().getFirst());
        assertEquals(25_000, why.reasons().getFirst().withinMs(), "20 s sooner, and 5 s to pick up");
        assertEquals(23_000, why.lateMs());
        assertTrue(why.reasons().getFirst().saves());
    }

    @Test
    void aShortWrapUpIsPartOfBeingBusy() {
        becomes(LI, AgentState.WRAP_UP, "call-over", 1);
        becomes(LI, AgentState.ON_CALL, "answered", 20);
        arrivesAndWaits();
        assertEquals(LateCause.ALL_BUSY, missed().cause());
    }

    @Test
    void whoLetItRingIsNamedWithHowLong() {
        becomes(LI, AgentState.READY, "ready", -300);
        arrivesAndWaits();
        offered(1, 2);
        ended(1, OfferOutcome.NO_ANSWER, 14);
        tell(new AcdEvent.CallWaits(CALL, QUEUE, at(14)));
        offered(2, 14);
        ended(2, OfferOutcome.NO_ANSWER, 26);
        tell(new AcdEvent.CallWaits(CALL, QUEUE, at(26)));
        becomes(LI, AgentState.PAUSED, "no-answer", 26);
        LateReason reason = missed().reasons().getFirst();
        assertEquals(LateCause.NOT_PICKED_UP, reason.cause());
        assertEquals(28_000, reason.costMs());
        assertEquals(28_000, reason.withinMs());
        assertEquals(LI, reason.parts().getFirst().agent());
        assertTrue(reason.saves(), "he could have");
    }

    @Test
    void aBreakIsNamedWithItsReason() {
        becomes(LI, AgentState.PAUSED, "meal", -300);
        arrivesAndWaits();
        LateReason reason = missed().reasons().getFirst();
        assertEquals(LateCause.ON_BREAK, reason.cause());
        assertEquals(List.of(new LateReason.Part(LI, 28_000, "meal")), reason.parts());
        assertNull(reason.saves(), "nobody has picked up");
    }

    @Test
    void aLostLinkIsChargedForJustTheTimeItWasDown() {
        becomes(LI, AgentState.ON_CALL, "answered", -60);
        tell(new AcdEvent.LinkChanged(false, "reset", at(5)));
        tell(new AcdEvent.LinkChanged(true, "", at(25)));
        arrivesAndWaits();
        Lateness why = missed();
        assertEquals(LateCause.PBX_OR_LINK, why.cause());
        assertEquals(20_000, why.reasons().getFirst().costMs());
        assertEquals(8_000, why.reasons().get(1).costMs());
        assertEquals(LateCause.ALL_BUSY, why.reasons().get(1).cause());
    }

    @Test
    void timeBeforeTheServerWasThereIsMarkedAsUnseen() {
        tell(new AcdEvent.CallArrived(CALL, new CallerId("1", ""), "4001", new BrandId("shop-a"), QUEUE, 0, at(0), at(30),
                true, at(40)));
        assertEquals(List.of(LateCause.UNSEEN), missed().reasons().stream().map(LateReason::cause).toList());
    }

    @Test
    void aCallThatWasPickedUpInTimeThoughItWasToldLateIsNotLate() {
        arrivesAndWaits();
        offered(1, 5);
        missed();
        tell(new AcdEvent.CallAnswered(CALL, new OfferId(1), LI, at(29)));
        assertEquals(Optional.empty(), last.orElseThrow().lateness());
    }

    @Test
    void aCallInTimeHasNoCause() {
        arrivesAndWaits();
        tell(new AcdEvent.CallEnded(CALL, CallEnd.ABANDONED, NONE, true, at(20)));
        assertFalse(last.isPresent());
    }

    private void arrivesAndWaits() {
        tell(new AcdEvent.CallArrived(CALL, new CallerId("1", ""), "4001", new BrandId("shop-a"), QUEUE, 0, at(0), at(30),
                false, at(0)));
        tell(new AcdEvent.CallWaits(CALL, QUEUE, at(2)));
    }

    private void offered(long offer, int second) {
        tell(new AcdEvent.OfferMade(CALL, new OfferId(offer), LI, null, at(second)));
    }

    private void ended(long offer, OfferOutcome outcome, int second) {
        tell(new AcdEvent.OfferEnded(CALL, new OfferId(offer), LI, outcome, NONE, at(second)));
    }

    private void becomes(AgentId agent, AgentState to, String reason, int second) {
        tell(new AcdEvent.AgentChanged(agent, AgentState.SIGNED_OUT, to, reason, null, 0, at(second)));
    }

    private Lateness missed() {
        tell(new AcdEvent.DeadlineMissed(CALL, at(30)));
        return last.orElseThrow().lateness().orElseThrow();
    }

    private Lateness answered(int second) {
        tell(new AcdEvent.CallAnswered(CALL, new OfferId(9), LI, at(second)));
        return last.orElseThrow().lateness().orElseThrow();
    }

    private void tell(AcdEvent event) {
        last = causes.apply(event);
    }

    private static long at(int second) {
        return (1_000L + second) * 1_000;
    }
}
