package io.halfminute.agent;

import io.halfminute.pbx.PhoneId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An agent as configured.
 *
 * @param name   shown to colleagues
 * @param phone  the phone that rings for him
 * @param groups as in {@link Profile}
 */
public record AgentSpec(AgentId id, String name, PhoneId phone, Skills skills, SortedSet<String> groups) {

    public AgentSpec {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    /**
     * What somebody can do who has been of the configuration {@code before} and is of this one now: skills that were changed at
     * run time stay, unless the configured ones changed too.
     *
     * @param present what he can do as yet
     */
    public Skills skillsAfter(AgentSpec before, Skills present) {
        return skills.equals(before.skills) ? present : skills;
    }

    /** An agent of no group. */
    public AgentSpec(AgentId id, String name, PhoneId phone, Skills skills) {
        this(id, name, phone, skills, Collections.emptySortedSet());
    }
}
