package io.halfminute.simulation;

import io.halfminute.acd.AcdEvent;

/** The machine's own invariants are silent. */
final class NothingReportedBroken implements Checker {

    @Override
    public void see(Step step) {
        for (AcdEvent event : step.outputs().events()) {
            if (event instanceof AcdEvent.InvariantBroken broken) {
                throw new RuleBroken("the machine itself says: " + broken.what());
            }
        }
    }
}
