package io.halfminute.agent;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What routing sees of an agent. Agents with equal profiles are interchangeable but for how long each has waited, so an
 * index need not tell them apart.
 *
 * @param groups the team that he belongs to, {@link #SUPERVISORS} for a supervisor who takes calls; may be empty
 */
public record Profile(Skills skills, SortedSet<String> groups) {

    /** The group of everybody who signs in as a supervisor and has a phone. */
    public static final String SUPERVISORS = "supervisors";

    public Profile {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }
}
