package io.halfminute.routing;

import io.halfminute.agent.Skills;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import java.util.Optional;

/** Whether an agent's skills do for a queue, and how well. */
public final class Fit {

    private Fit() {
    }

    /** Whether every demanded skill is there at its least level. */
    public static boolean does(Skills skills, QueueSpec queue) {
        return lacking(skills, queue).isEmpty();
    }

    /** The first demand that the agent does not meet. */
    public static Optional<SkillDemand> lacking(Skills skills, QueueSpec queue) {
        for (SkillDemand demand : queue.demands()) {
            if (skills.level(demand.skill()) < demand.least()) {
                return Optional.of(demand);
            }
        }
        return Optional.empty();
    }

    /** How many levels the agent lacks to what the queue wants, over all its demands; 0 when he is all it wants. */
    public static int shortOf(Skills skills, QueueSpec queue) {
        int levels = 0;
        for (SkillDemand demand : queue.demands()) {
            levels += Math.max(0, demand.wanted() - skills.level(demand.skill()));
        }
        return levels;
    }
}
