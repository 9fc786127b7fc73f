package io.halfminute.queue;

import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;

/**
 * One skill that a call asks for.
 *
 * @param least  below this level an agent does not get the call; 0 when the skill is only liked, so that an agent without
 *               it can have the call and one with it is preferred
 * @param wanted from this level on the caller is served as the queue means it; at least {@code least}, and at least 1
 */
public record SkillDemand(SkillId skill, int least, int wanted) {

    /** The {@code least} of a skill that is liked, not needed. */
    public static final int LIKED = 0;

    public SkillDemand {
        if (least < LIKED || wanted < Skills.MIN_LEVEL || wanted > Skills.MAX_LEVEL || wanted < least) {
            throw new IllegalArgumentException("skill \"" + skill + "\": least " + least + ", wanted " + wanted
                    + "; what would do is least 0 (liked) or " + Skills.MIN_LEVEL + " and more, least <= wanted <= "
                    + Skills.MAX_LEVEL);
        }
    }

    /** The same skill, with its wanted level as the least. */
    SkillDemand insisted() {
        return new SkillDemand(skill, wanted, wanted);
    }

    /** How many levels {@code skills} lack to what is wanted; 0 if none. */
    public int shortOf(Skills skills) {
        return Math.max(0, wanted - skills.level(skill));
    }

    boolean isMet(Skills skills) {
        return skills.level(skill) >= least;
    }
}
