package io.halfminute.simulation;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;

/** One step of the machine, as seen from outside. */
public record Step(long number, long nowMs, AcdInput input, Outputs outputs) {

    /** Longer texts, such as a snapshot of a thousand calls, are cut in the trail. */
    private static final int MAX_TEXT = 600;

    /** For the trail that is printed when a rule is broken. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("#" + number + " at " + nowMs + ": " + cut(input));
        outputs.commands().forEach(command -> text.append("\n      => ").append(cut(command)));
        outputs.events().forEach(event -> text.append("\n      => ").append(cut(event)));
        outputs.refusal().ifPresent(refusal -> text.append("\n      => ").append(refusal));
        return text.toString();
    }

    private static String cut(Object what) {
        String text = what.toString();
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "...";
    }
}
