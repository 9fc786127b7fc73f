package io.halfminute.simulation;

import io.halfminute.pbx.Cause.Reason;
import io.halfminute.pbx.PhoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a person does whose phone rings. */
final class AtPhone {

    /**
     * @param reason why not, if he does not pick up
     */
    record Reaction(long afterMs, Reason reason) {
        boolean picksUp() {
            return reason == null;
        }
    }

    private final Map<PhoneId, Habits.OfAgents> habits = new HashMap<>();

    AtPhone(Plan plan) {
        plan.workers().forEach(worker -> habits.put(plan.setup().agents().get(worker.agent()).phone(), worker.habits()));
    }

    /** Drawn from the caller's own chance, so that other callers' draws stay as they are. */
    Reaction react(PlayedCall call, PhoneId phone, int ringMs) {
        Habits.OfAgents habits = this.habits.get(phone);
        RandomGenerator chance = call.caller.chance();
        double mood = chance.nextDouble();
        long pickUpMs = habits.pickUp().drawMs(chance);
        if (mood < habits.letsRing() || pickUpMs >= ringMs) {
            return new Reaction(ringMs, Reason.NO_ANSWER);
        }
        return new Reaction(pickUpMs, mood < habits.letsRing() + habits.refuses() ? Reason.REFUSED : null);
    }
}
