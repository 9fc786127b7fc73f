package io.halfminute.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.NameEnd;
import io.halfminute.acd.AcdEvent.RingCause;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
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

/** For whom a late call looked. Of the agents Li is all that is wanted and Wu the least. Times as in {@link LateCausesTest}. */
class LateSearchTest {

    private static final SkillId ENGLISH = new SkillId("english");
    private static final QueueId QUEUE = new QueueId("orders");
    private static final CallId CALL = new CallId("c1");
    private static final CallId LATER = new CallId("c2");
    private static final AgentId LI = new AgentId("1001");
    private static final AgentId WU = new AgentId("1002");

    private final LateCauses causes = new LateCauses(100);
    private Optional<LateCauses.Verdict> last = Optional.empty();

    LateSearchTest() {
        List<SkillDemand> demands = List.of(new SkillDemand(ENGLISH, 2, 4));
        QueueSpec queue = new QueueSpec(QUEUE, "Orders", demands, List.of(QueueSpec.wanted(demands), QueueSpec.least(demands)),
                0, 30_000, 12_000, 20_000, 50, Optional.empty());
        tell(new AcdEvent.SetupChanged(new Setup(Map.of(QUEUE, queue), Map.of(LI, agent(LI, 4), WU, agent(WU, 2)), Map.of(),
                Set.of(), Setup.Limits.DEFAULT), at(-600)));
        becomes(LI, AgentState.ON_CALL, "answered", -60);
        becomes(WU, AgentState.READY, "ready", -300);
    }

    private static AgentSpec agent(AgentId id, int english) {
        return new AgentSpec(id, "Agent " + id, new PhoneId(id.value()), new Skills(Map.of(ENGLISH, english)));
    }

    @Test
    void theRingIsNamedInWhichSomebodyWasFreeBeforeItOpened() {
        arrivesAndWaits(CALL, 0);
        becomes(WU, AgentState.ON_CALL, "answered", 12);
        opens(20);
        LateReason reason = missed().reasons().getFirst();
        assertEquals(LateCause.RING_OPENED_LATE, reason.cause(), "somebody could have been chosen");
        assertEquals(QueueSpec.LEAST, reason.detail());
        assertEquals(10_000, reason.costMs());
        assertEquals(List.of(new LateReason.Part(WU, 10_000, "")), reason.parts());
        assertTrue(reason.saves());
    }

    @Test
    void whatARingTakesWhoseAgentsLetItRingIsNotTheRings() {
        arrivesAndWaits(CALL, 0);
        opens(15);
        offered(CALL, 1, WU, 15);
        LateReason reason = missed().reasons().getFirst();
        assertEquals(LateCause.RING_OPENED_LATE, reason.cause(), "the phone still rings");
        tell(new AcdEvent.OfferEnded(CALL, new OfferId(1), WU, AcdEvent.OfferOutcome.NO_ANSWER, null, at(31)));
        tell(new AcdEvent.CallAnswered(CALL, new OfferId(2), LI, at(40)));
        assertEquals(LateCause.NOT_PICKED_UP, last.orElseThrow().lateness().orElseThrow().cause());
    }

    @Test
    void whoIsFreeInAnOpenRingIsAskedInTheSameMomentAndNotCharged() {
        opensAtOnce();
        becomes(WU, AgentState.PAUSED, "meal", 3);
        List<LateReason> reasons = missed().reasons();
        assertEquals(LateCause.ON_BREAK, reasons.getFirst().cause());
        assertTrue(reasons.stream().noneMatch(reason -> reason.cause() == LateCause.RING_OPENED_LATE), reasons.toString());
    }

    @Test
    void theAgentIsNamedForWhomTheCallerWaitedWhileAnotherWasFree() {
        opensAtOnce();
        tell(new AcdEvent.AgentNamed(CALL, LI, at(9), at(2)));
        becomes(WU, AgentState.ON_CALL, "answered", 8);
        tell(new AcdEvent.NameDropped(CALL, LI, NameEnd.TIME_OVER, at(9)));
        LateReason reason = missed().reasons().getFirst();
        assertEquals(LateCause.NAMED_AGENT_WAITED, reason.cause());
        assertEquals(6_000, reason.costMs());
        assertEquals(List.of(new LateReason.Part(LI, 6_000, "")), reason.parts());
    }

    @Test
    void aLaterCallThatIsServedBecauseTheCallerWaitsForSomebodyElseHasNotOvertakenHim() {
        opensAtOnce();
        tell(new AcdEvent.AgentNamed(CALL, LI, at(9), at(2)));
        arrivesAndWaits(LATER, 1);
        offered(LATER, 1, WU, 4);
        becomes(WU, AgentState.RESERVED, "offered", 4);
        tell(new AcdEvent.NameDropped(CALL, LI, NameEnd.TIME_OVER, at(9)));
        LateReason reason = missed().reasons().getFirst();
        assertEquals(LateCause.NAMED_AGENT_WAITED, reason.cause());
        assertEquals(28_000, reason.costMs());
    }

    @Test
    void aLaterCallThatIsGivenSomebodyOfARingThatIsClosedForThisOneHasNotOvertakenIt() {
        arrivesAndWaits(CALL, 0);
        becomes(WU, AgentState.ON_CALL, "answered", 1);
        arrivesAndWaits(LATER, 2);
        offered(LATER, 1, WU, 4);
        opens(24);
        LateReason reason = missed().reasons().getFirst();
        assertEquals(LateCause.RING_OPENED_LATE, reason.cause());
        assertEquals(QueueSpec.LEAST, reason.detail());
        assertEquals(26_000, reason.costMs(), 1_100);
    }

    @Test
    void whoLacksWhatWasAskedForBeyondTheQueueCouldNotHaveTakenIt() {
        opensAtOnce();
        tell(new AcdEvent.CallAsks(CALL, List.of(new SkillDemand(ENGLISH, 3, 4)), at(2)));
        assertEquals(LateCause.ALL_BUSY, missed().cause());
    }

    private void opensAtOnce() {
        arrivesAndWaits(CALL, 0);
        opens(2);
    }

    private void opens(int second) {
        tell(new AcdEvent.RingOpened(CALL, QueueSpec.LEAST, RingCause.TIME_LEFT, at(second)));
    }

    private void arrivesAndWaits(CallId call, int second) {
        tell(new AcdEvent.CallArrived(call, new CallerId("1", ""), "4001", new BrandId("shop-a"), QUEUE, 0, at(second),
                at(second + 30), false, at(second)));
        tell(new AcdEvent.CallWaits(call, QUEUE, at(second + 2)));
    }

    private void offered(CallId call, long offer, AgentId agent, int second) {
        tell(new AcdEvent.OfferMade(call, new OfferId(offer), agent, null, at(second)));
    }

    private void becomes(AgentId agent, AgentState to, String reason, int second) {
        tell(new AcdEvent.AgentChanged(agent, AgentState.SIGNED_OUT, to, reason, null, 0, at(second)));
    }

    private Lateness missed() {
        tell(new AcdEvent.DeadlineMissed(CALL, at(30)));
        return last.orElseThrow().lateness().orElseThrow();
    }

    private void tell(AcdEvent event) {
        last = causes.apply(event);
    }

    private static long at(int second) {
        return (1_000L + second) * 1_000;
    }
}
