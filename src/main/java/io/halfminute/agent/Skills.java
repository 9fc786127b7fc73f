package io.halfminute.agent;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an agent can do and how well.
 *
 * @param levels level 1 (just allowed) to 5 (expert) by skill; a skill that is not in it is not there at all
 */
public record Skills(SortedMap<SkillId, Integer> levels) {

    /** The lowest and the highest level. */
    public static final int MIN_LEVEL = 1;
    public static final int MAX_LEVEL = 5;
    /** Nothing. */
    public static final Skills NONE = new Skills(Map.of());

    public Skills {
        levels.forEach((skill, level) -> {
            if (level == null || level < MIN_LEVEL || level > MAX_LEVEL) {
                throw new IllegalArgumentException("level " + level + " of skill \"" + skill + "\": levels go from "
                        + MIN_LEVEL + " to " + MAX_LEVEL);
            }
        });
        levels = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    }

    public Skills(Map<SkillId, Integer> levels) {
        this((SortedMap<SkillId, Integer>) new TreeMap<>(levels));
    }

    /** The level of {@code skill}, 0 if the agent does not have it. */
    public int level(SkillId skill) {
        return levels.getOrDefault(skill, 0);
    }
}
