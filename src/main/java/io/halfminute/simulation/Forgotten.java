package io.halfminute.simulation;

import io.halfminute.pbx.PbxEvent.Stage;

/** Looks now and then whether somebody stands in the PBX's waiting room of whom the machine does not know that he waits. */
final class Forgotten {

    private static final int LOOK_MS = 5_000;

    private final Agenda agenda;
    private final SimulatedPbx pbx;
    private final Wire wire;
    private final Watch watch;
    private final long patienceMs;
    private long linkUpSinceMs = Plan.START_MS;
    private boolean over;

    /** Repetitions, late events and comparisons all must have had their time. */
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
        if (!wire.isUp()) {
            linkUpSinceMs = agenda.nowMs();
        }
        if (agenda.nowMs() - linkUpSinceMs > patienceMs) {
            pbx.calls().forEach(this::look);
        }
        start();
    }

    private void look(PlayedCall call) {
        if (call.stage == Stage.WAITING && agenda.nowMs() - call.sinceMs > patienceMs && !watch.knowsAsWaiting(call.id)) {
            watch.broken("call " + call.id + " stands in the waiting room since " + call.sinceMs
                    + " and the machine does not know it");
        }
    }
}
