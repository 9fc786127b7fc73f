package io.halfminute.view;

import static io.halfminute.view.Story.LI;
import static io.halfminute.view.Story.NOON;
import static io.halfminute.view.Story.ORDERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.acd.Setup;
import io.halfminute.call.BrandId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The real machine tells, the boards show: what each expects of the other is tried together. */
class MachineOnTheBoardTest {

    private static final CallId CALL = new CallId("1763782345.12");
    private static final CallerId CALLER = new CallerId("13812348000", "Zhang");
    private static final PhoneId PHONE = new PhoneId("1001");
    private static final ChannelId LEG = new ChannelId("1763782345.13");

    private final Story story = new Story();
    private final Acd acd = new Acd(setup(), 100);
    private long nowMs = NOON;

    private static Setup setup() {
        Setup plain = Story.setup(LI);
        return new Setup(plain.queues(), plain.agents(),
                Map.of("4001", new Setup.Destination(new BrandId("shop-a"), ORDERS)), Set.of(), Setup.Limits.DEFAULT);
    }

    private Outputs step(AcdInput input) {
        Outputs outputs = acd.apply(input, nowMs);
        story.views.accept(outputs.events());
        return outputs;
    }

    private Outputs pbx(PbxEvent event) {
        return step(new AcdInput.FromPbx(event));
    }

    private void connected(PbxEvent.CallSnapshot... calls) {
        pbx(new PbxEvent.Snapshot(List.of(calls), Map.of(PHONE, PhoneStatus.IDLE), nowMs));
    }

    private void liIsReady() {
        step(new AcdInput.SignIn(LI));
        step(new AcdInput.BecomeReady(LI));
    }

    private PbxEvent.CallSnapshot found(PbxEvent.Stage stage, PhoneId phone, long answeredMs) {
        return new PbxEvent.CallSnapshot(CALL, CALLER, "4001", NOON - 50_000, stage, OfferId.NONE, phone,
                phone == null ? null : LEG, answeredMs);
    }

    @Test
    void aCallIsSeenFromRingToWrapUp() {
        connected();
        liIsReady();
        assertTrue(story.views.board().link().up());
        assertEquals(NOON, story.agent(LI).sinceMs());
        assertEquals(1, story.queue(ORDERS).agentsReady());

        pbx(new PbxEvent.CallArrived(CALL, CALLER, "4001", nowMs, nowMs));
        assertEquals("flow", story.views.board().waiting().getFirst().stage());
        PbxCommand.Offer offer = (PbxCommand.Offer) pbx(new PbxEvent.CallWaiting(CALL, OfferId.NONE, nowMs)).commands()
                .getFirst();
        assertEquals("reserved", story.agent(LI).state());
        assertEquals("ringing", story.desk(LI).call().stage());

        pbx(new PbxEvent.PhoneRinging(CALL, offer.offer(), PHONE, nowMs));
        assertEquals("1001", story.views.board().waiting().getFirst().agent());
        nowMs += 4_000;
        pbx(new PbxEvent.OfferAnswered(CALL, offer.offer(), PHONE, LEG, nowMs));
        assertEquals("talking", story.desk(LI).call().stage());
        assertEquals(0, story.views.board().waitingCount());
        assertEquals(1.0, story.totals().serviceLevelNow());

        nowMs += 60_000;
        pbx(new PbxEvent.AgentLegEnded(CALL, PHONE, LEG, Cause.UNSEEN, nowMs));
        pbx(new PbxEvent.CallEnded(CALL, Cause.UNSEEN, nowMs));
        assertEquals("wrap-up", story.desk(LI).call().stage());
        assertEquals(nowMs, story.desk(LI).call().endedMs());
        assertEquals(new DeskState.Today(1, 0, 60_000), story.desk(LI).today());

        nowMs = acd.nextDeadlineMs();
        step(new AcdInput.Tick());
        assertNull(story.desk(LI).call());
        assertEquals("ready", story.agent(LI).state());
    }

    @Test
    void aCallerWhoIsLeftWaitingIsLateTheMomentHisDeadlinePasses() {
        connected();
        pbx(new PbxEvent.CallArrived(CALL, CALLER, "4001", nowMs, nowMs));
        pbx(new PbxEvent.CallWaiting(CALL, OfferId.NONE, nowMs));
        nowMs += 30_001;
        step(new AcdInput.Tick());
        assertEquals(1, story.totals().late());
        assertEquals(1, story.views.board().waitingCount());
        pbx(new PbxEvent.CallEnded(CALL, Cause.UNSEEN, nowMs));
        assertEquals(1, story.totals().late());
        assertEquals(1, story.totals().abandoned());
    }

    @Test
    void aNumberThatNobodyHasCountsAgainstTheServiceLevel() {
        connected();
        pbx(new PbxEvent.CallArrived(CALL, CALLER, "4999", nowMs, nowMs));
        pbx(new PbxEvent.CallEnded(CALL, Cause.UNSEEN, nowMs + 10));
        assertEquals(1, story.totals().refused());
        assertEquals(0.0, story.totals().serviceLevelToday());
    }

    @Test
    void aConversationThatIsTakenOverIsOnTheDeskWithItsFirstTimes() {
        connected(found(PbxEvent.Stage.CONNECTED, PHONE, NOON - 45_000));
        assertEquals(NOON - 50_000, story.desk(LI).call().arrivedMs());
        assertEquals(NOON - 45_000, story.desk(LI).call().answeredMs());
        assertEquals(1, story.totals().inTime());
        assertEquals(0, story.totals().late());
    }

    @Test
    void aCallThatIsFoundOnItsWayOutDoesNotStandInTheLine() {
        connected(found(PbxEvent.Stage.LEAVING, null, 0));
        assertEquals(0, story.views.board().waitingCount());
        assertEquals(1, story.totals().offered());
    }
}
