package io.halfminute.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.Acd;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.agent.AgentId;
import io.halfminute.simulation.Faults;
import io.halfminute.simulation.Hotline;
import io.halfminute.simulation.Machine;
import io.halfminute.simulation.Plan;
import io.halfminute.simulation.Report;
import io.halfminute.simulation.Simulation;
import io.halfminute.simulation.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulated day of the real machine, recorded: nothing is left open, nothing is a stray, every time line tiles. */
class MachineOnRecordTest {

    private static final int CALLS = 2_000;

    private final List<String> faults = new ArrayList<>();
    private final CallRecorder calls = new CallRecorder(RecordLimits.DEFAULT, List.of(), faults::add);
    private final AgentRecorder agents = new AgentRecorder(List.of(), 0);
    private final Map<AgentId, AgentActivity> present = new HashMap<>();
    private int closed;

    @ParameterizedTest
    @ValueSource(strings = {"none", "some"})
    void aDayOfTheMachineIsRecordedWhole(String troubles) {
        Plan plan = Hotline.day(20_261_122, CALLS, 0, Faults.named(troubles));
        Report report = Simulation.play(plan, recorded(new Acd(plan.setup(), 1)), new Watch());

        assertEquals(List.of(), faults);
        assertEquals(0, calls.live(), report.toString());
        assertEquals(0, calls.strays());
        assertTrue(closed > CALLS / 2, closed + " calls");
    }

    private Machine recorded(Acd acd) {
        Machine real = Machine.of(acd);
        return new Machine() {
            @Override
            public Outputs apply(AcdInput input, long nowMs) {
                Outputs outputs = real.apply(input, nowMs);
                calls.apply(outputs.events()).forEach(MachineOnRecordTest.this::see);
                agents.apply(outputs.events()).forEach(MachineOnRecordTest.this::see);
                return outputs;
            }

            @Override
            public long nextDeadlineMs() {
                return real.nextDeadlineMs();
            }
        };
    }

    private void see(RecordChange change) {
        switch (change) {
            case RecordChange.CallKept(CallRecord call) -> closed += call.isLive() ? 0 : 1;
            case RecordChange.DecisionKept _, RecordChange.CallbackKept _ -> { }
            case RecordChange.ActivityKept(AgentActivity ended, AgentActivity begun) -> {
                AgentActivity before = present.put(begun.agent(), begun);
                assertEquals(before == null ? null : before.endedAt(begun.fromMs()), ended);
            }
        }
    }
}
