package io.halfminute.queue;

import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;

/**
 * One skill that a queue asks for.
 *
 * @param least  below this level an agent does not get the call
 * @param wanted from this level on the caller is served as the queue means it; at least {@code least}
 */
public record SkillDemand(SkillId skill, int least, int wanted) {
    public SkillDemand {
        if (least < Skills.MIN_LEVEL || wanted > Skills.MAX_LEVEL || wanted < least) {
            throw new IllegalArgumentException("skill \"" + skill + "\": least " + least + ", wanted " + wanted
                    + "; what would do is " + Skills.MIN_LEVEL + " <= least <= wanted <= " + Skills.MAX_LEVEL);
        }
    }
}
