package io.halfminute.simulation;

import static io.halfminute.simulation.RuleBroken.require;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput.FromPbx;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxEvent;
import java.util.HashSet;
import java.util.Set;

/**
 * No call is lost: what the PBX says has arrived is told as arrived, what it says is gone is told as ended, each once, and
 * nothing is told of a call before the one and after the other. One that was given up with its PBX may be found again.
 */
final class EachCallEndsOnce implements Checker {

    private final Set<CallId> open = new HashSet<>();
    private final Set<CallId> ended = new HashSet<>();
    /** Those that ended with their PBX, as far as the machine could know. */
    private final Set<CallId> lost = new HashSet<>();

    @Override
    public void see(Step step) {
        for (AcdEvent event : step.outputs().events()) {
            if (event instanceof AcdEvent.CallArrived arrived && arrived.adopted() && lost.remove(arrived.call())) {
                ended.remove(arrived.call());
            }
            if (event instanceof AcdEvent.OfCall ofCall) {
                see(ofCall);
            }
        }
        if (step.input() instanceof FromPbx(PbxEvent.CallArrived arrived)) {
            require(open.contains(arrived.call()) || ended.contains(arrived.call()), arrived.call(),
                    "the PBX says that it arrived, the machine does not");
        } else if (step.input() instanceof FromPbx(PbxEvent.CallEnded gone)) {
            require(!open.contains(gone.call()), gone.call(), "the PBX says that it ended, the machine does not");
        }
    }

    private void see(AcdEvent.OfCall event) {
        CallId call = event.call();
        if (ended.contains(call)) {
            throw new RuleBroken(call + ": something is told of it after its end: " + event);
        }
        switch (event) {
            case AcdEvent.CallArrived _ -> require(open.add(call), call, "it arrives twice");
            case AcdEvent.CallbackTried _ -> require(open.add(call), call, "it begins twice");
            case AcdEvent.CallEnded end -> {
                require(open.remove(call), call, "it ends and never arrived");
                ended.add(call);
                if (end.cause().reason() == Cause.Reason.PBX_LOST) {
                    lost.add(call);
                }
            }
            default -> {
                if (!open.contains(call)) {
                    throw new RuleBroken(call + ": something is told of it before its arrival: " + event);
                }
            }
        }
    }

    @Override
    public void settled() {
        require(open.isEmpty(), open, "these calls never ended");
    }
}
