package io.halfminute.queue;

import io.halfminute.agent.Profile;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of agents by what they are, not by name.
 *
 * @param demands every one must be met
 * @param groups  he must belong to one of them; everybody does if it is empty
 */
public record Circle(List<SkillDemand> demands, SortedSet<String> groups) {

    /** Nobody: no group has an empty name. */
    public static final Circle NOBODY = new Circle(List.of(), new TreeSet<>(List.of("")));

    public Circle {
        demands = List.copyOf(demands);
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    /** Of whatever group. */
    public Circle(List<SkillDemand> demands) {
        this(demands, Collections.emptySortedSet());
    }

    /** Whether an agent with this profile is in it. */
    public boolean has(Profile profile) {
        return isOfGroup(profile) && meets(profile);
    }

    private boolean meets(Profile profile) {
        for (SkillDemand demand : demands) {
            if (!demand.isMet(profile.skills())) {
                return false;
            }
        }
        return true;
    }

    /** Whether he belongs to one of the groups. */
    public boolean isOfGroup(Profile profile) {
        return groups.isEmpty() || groups.stream().anyMatch(profile.groups()::contains);
    }

    /** The first demand that is not met. */
    public Optional<SkillDemand> lacking(Profile profile) {
        for (SkillDemand demand : demands) {
            if (!demand.isMet(profile.skills())) {
                return Optional.of(demand);
            }
        }
        return Optional.empty();
    }
}
