package io.halfminute.simulation;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;

/** One step of the machine, as seen from outside. */
public record Step(long number, long nowMs, AcdInput input, Outputs outputs) {

    /** One line for the trail that is printed when a rule is broken. */
    @Override
    public String toString() {
        return "#" + number + " at " + nowMs + ": " + input + "\n      => " + outputs.commands() + " "
                + outputs.events() + outputs.refusal().map(refusal -> " " + refusal).orElse("");
    }
}
