package io.halfminute.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentRecorderTest {

    private static final AgentId LI = new AgentId("1001");
    private static final long NOON = 1_800_000_000_000L;

    @Test
    void oneStateBeginsWhereTheOtherEnds() {
        AgentRecorder recorder = new AgentRecorder(List.of(), 0);
        recorder.apply(List.of(changed(AgentState.READY, "", NOON)));
        List<RecordChange> changes = recorder.apply(List.of(changed(AgentState.PAUSED, "lunch", NOON + 5_000)));

        assertEquals(List.of(new RecordChange.ActivityKept(
                new AgentActivity(LI, AgentState.READY, "", null, NOON, NOON + 5_000),
                new AgentActivity(LI, AgentState.PAUSED, "lunch", null, NOON + 5_000, 0))), changes);
    }

    @Test
    void aStateToldAgainAfterARestartGoesOn() {
        AgentActivity lunch = new AgentActivity(LI, AgentState.PAUSED, "lunch", null, NOON, 0);
        AgentRecorder recorder = new AgentRecorder(List.of(lunch), NOON + 1_000);

        assertEquals(List.of(), recorder.apply(List.of(changed(AgentState.PAUSED, "lunch", NOON))));
    }

    @Test
    void aClockThatRunsBackDoesNotMakeAStateOfNegativeLength() {
        AgentRecorder recorder = new AgentRecorder(List.of(), 0);
        recorder.apply(List.of(changed(AgentState.READY, "", NOON)));
        var kept = (RecordChange.ActivityKept) recorder.apply(List.of(changed(AgentState.RESERVED, "", NOON - 40))).getFirst();

        assertEquals(NOON, kept.ended().toMs());
        assertEquals(NOON, kept.begun().fromMs());
    }

    @Test
    void whoIsConfiguredNoMoreLeftWhenTheServerWasLastAlive() {
        AgentActivity ready = new AgentActivity(LI, AgentState.READY, "", null, NOON, 0);
        AgentRecorder recorder = new AgentRecorder(List.of(ready), NOON + 7_000);
        Setup nobody = new Setup(Map.of(), Map.of(), Map.of(), Set.of(), Setup.Limits.DEFAULT);

        assertEquals(List.of(new RecordChange.ActivityKept(
                new AgentActivity(LI, AgentState.READY, "", null, NOON, NOON + 7_000), null)),
                recorder.apply(List.of(new AcdEvent.SetupChanged(nobody, 0))));
    }

    @Test
    void afterALongAbsenceEverybodyHasLeftWhenTheServerWasLastAlive() {
        AgentActivity ready = new AgentActivity(LI, AgentState.READY, "", null, NOON, 0);
        AgentActivity away = new AgentActivity(new AgentId("1002"), AgentState.SIGNED_OUT, "", null, NOON, 0);
        List<RecordChange> changes = AgentRecorder.signOut(List.of(ready, away), NOON + 9_000);

        assertEquals(1, changes.size());
        assertEquals(AgentState.SIGNED_OUT, ((RecordChange.ActivityKept) changes.getFirst()).begun().state());
        assertEquals(NOON + 9_000, ((RecordChange.ActivityKept) changes.getFirst()).ended().toMs());
    }

    private static AcdEvent changed(AgentState to, String reason, long atMs) {
        return new AcdEvent.AgentChanged(LI, AgentState.SIGNED_OUT, to, reason, null, 0, atMs);
    }
}
