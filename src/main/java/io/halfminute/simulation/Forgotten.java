package io.halfminute.simulation;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxEvent.Stage;
import java.util.HashMap;
import java.util.Map;

/** Looks now and then whether somebody stands in the PBX's waiting room of whom the machine does not know that he waits. */
final class Forgotten {

    private static final int LOOK_MS = 5_000;

    private final Agenda agenda;
    private final SimulatedPbx pbx;
    private final Wire wire;
    private final Watch watch;
    private final long patienceMs;
    /** Since when each of those was found in every look. */
    private Map<CallId, Long> sinceMs = new HashMap<>();
    private boolean over;

    /** Commands under way, late events and comparisons all must have had their time. */
    Forgotten(Plan plan, Agenda agenda, SimulatedPbx pbx, Wire wire, Watch watch) {
        this.agenda = agenda;
        this.pbx = pbx;
        this.wire = wire;
        this.watch = watch;
        Faults faults = plan.faults();
        this.patienceMs = 20_000 + 3L * faults.snapshotEveryMs() + 2L * faults.lateMs();
    }

    void start() {
        agenda.in(LOOK_MS, this::look);
    }

    void end() {
        over = true;
    }

    private void look() {
        if (over) {
            return;
        }
        Map<CallId, Long> before = sinceMs;
        sinceMs = new HashMap<>();
        if (wire.isUp()) {
            pbx.calls().forEach(call -> look(call, before));
        }
        start();
    }

    private void look(PlayedCall call, Map<CallId, Long> before) {
        if (call.stage != Stage.WAITING || watch.knowsAsWaiting(call.id)) {
            return;
        }
        long since = before.getOrDefault(call.id, agenda.nowMs());
        sinceMs.put(call.id, since);
        if (agenda.nowMs() - since > patienceMs) {
            watch.broken("call " + call.id + " stands in the waiting room since " + call.sinceMs
                    + " and the machine does not know it");
        }
    }
}
