package io.halfminute.routing;

import io.halfminute.agent.Profile;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for profiles, small and dense: one that no agent has any more is given to the next new profile. */
final class Profiles {

    private final Map<Profile, Integer> numbers = new HashMap<>();
    private final List<Profile> profiles = new ArrayList<>();
    private int[] agents = new int[64];

    /** The number of this profile, which one more agent has; {@link #isNew} says whether it means anything yet. */
    int enter(Profile profile) {
        Integer known = numbers.get(profile);
        int number = known == null ? give(profile) : known;
        agents[number]++;
        return number;
    }

    /** One agent less has it. */
    void leave(int number) {
        agents[number]--;
    }

    /** Whether this is the first agent who has it. */
    boolean isNew(int number) {
        return agents[number] == 1;
    }

    private int give(Profile profile) {
        int number = unused();
        if (number == profiles.size()) {
            profiles.add(profile);
            agents = number < agents.length ? agents : Arrays.copyOf(agents, 2 * number);
        } else {
            numbers.remove(profiles.set(number, profile));
        }
        numbers.put(profile, number);
        return number;
    }

    private int unused() {
        int number = 0;
        while (number < profiles.size() && agents[number] > 0) {
            number++;
        }
        return number;
    }

    List<Profile> all() {
        return profiles;
    }
}
