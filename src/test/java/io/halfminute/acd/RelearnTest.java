package io.halfminute.acd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.queue.QueueId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A machine that starts knows what an earlier one had learned. */
class RelearnTest {

    private static final AgentId LI = new AgentId("1001");
    private static final CallId CALL = new CallId("c1");

    /** How long her phone is let ring by a machine that is given this. */
    private static int ringMs(LearnedTimes past) {
        Acd acd = new Acd(Table.setup(), 1);
        acd.apply(new AcdInput.FromPbx(new PbxEvent.Snapshot(List.of(), Map.of(new PhoneId("1001"), PhoneStatus.IDLE), 0)), 0);
        acd.apply(new AcdInput.Relearn(past), 1);
        acd.apply(new AcdInput.SignIn(LI), 2);
        acd.apply(new AcdInput.BecomeReady(LI), 3);
        acd.apply(new AcdInput.FromPbx(new PbxEvent.CallArrived(CALL, new CallerId("138", ""), "4001", 4, 4)), 4);
        Outputs outputs = acd.apply(new AcdInput.FromPbx(new PbxEvent.CallWaiting(CALL, OfferId.NONE, 5)), 5);
        return ((PbxCommand.Offer) outputs.commands().getLast()).ringMs();
    }

    private static LearnedTimes pickUps(AgentId agent, int ms) {
        return new LearnedTimes(List.of(new LearnedTimes.PickUps(agent, Collections.nCopies(20, ms))), List.of());
    }

    @Test
    void whoWasQuickIsRungShortlyFromTheFirstCallOn() {
        assertEquals(12_000, ringMs(LearnedTimes.NONE), "somebody unknown is let ring as long as the queue allows");
        assertEquals(6_000, ringMs(pickUps(LI, 4_000)), "half as long again as she needs");
    }

    @Test
    void whoLetItRingIsKnownToNeedLonger() {
        assertEquals(12_000, ringMs(pickUps(LI, -4_000)));
    }

    @Test
    void whoIsGoneAndQueuesThatAreGoneAreNoError() {
        assertEquals(12_000, ringMs(new LearnedTimes(pickUps(new AgentId("1099"), 4_000).pickUps(),
                List.of(new LearnedTimes.Handled(new QueueId("gone"), List.of(1_000L), List.of(1_000L))))));
    }
}
