package io.halfminute.simulation;

import static io.halfminute.simulation.RuleBroken.require;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.pbx.CallId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No call reaches its deadline with an unopened ring. */
final class NoRingIsOpenedTooLate implements Checker {

    private final Map<CallId, Integer> unopened = new HashMap<>();
    /** Nobody has to pick them up any more. */
    private final Set<CallId> leaving = new HashSet<>();
    /** In this step. */
    private final List<CallId> late = new ArrayList<>();
    private Setup setup;

    @Override
    public void see(Step step) {
        late.clear();
        for (AcdEvent event : step.outputs().events()) {
            switch (event) {
                case AcdEvent.SetupChanged changed -> setup = changed.setup();
                case AcdEvent.CallArrived arrived when arrived.queue() != null ->
                    unopened.put(arrived.call(), setup.queues().get(arrived.queue()).rings().size() - 1);
                case AcdEvent.RingOpened opened -> {
                    int left = unopened.merge(opened.call(), -1, Integer::sum);
                    require(left >= 0, opened.call(), () -> "ring " + opened.ring() + " opens and it has no further one");
                }
                case AcdEvent.DeadlineMissed missed -> late.add(missed.call());
                case AcdEvent.CallLeaves leaves -> leaving.add(leaves.call());
                case AcdEvent.CallWaits waits -> leaving.remove(waits.call());
                case AcdEvent.CallEnded ended -> {
                    unopened.remove(ended.call());
                    leaving.remove(ended.call());
                }
                default -> { }
            }
        }
        for (CallId call : late) {
            require(leaving.contains(call) || unopened.getOrDefault(call, 0) == 0, call,
                    "its deadline has passed and a ring is not open");
        }
    }
}
