package io.halfminute.queue;

import io.halfminute.agent.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call asks of an agent at present. It changes with every ring that opens and with what menu or ticket add; calls
 * with equal asks are interchangeable but for how long each has waited, so an index need not tell them apart.
 *
 * @param circles  he must be in one of them
 * @param compared what those who are in are compared by: the levels wanted, needed and liked skills together
 */
public record Ask(List<Circle> circles, List<SkillDemand> compared) {

    public Ask {
        circles = List.copyOf(circles);
        compared = List.copyOf(compared);
    }

    /**
     * What a call of this queue asks for.
     *
     * @param open  how many rings beyond the first are open
     * @param added by menu or ticket: those that are needed are so in every ring
     */
    public static Ask of(QueueSpec queue, List<SkillDemand> added, int open) {
        List<Circle> circles = new ArrayList<>();
        for (Ring ring : queue.rings().subList(0, open + 1)) {
            circles.add(added.isEmpty() ? ring.circle()
                    : new Circle(joined(ring.circle().demands(), added), ring.circle().groups()));
        }
        return new Ask(circles, joined(queue.demands(), added));
    }

    private static List<SkillDemand> joined(List<SkillDemand> some, List<SkillDemand> more) {
        List<SkillDemand> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Whether an agent with this profile can take the call. */
    public boolean admits(Profile profile) {
        for (Circle circle : circles) {
            if (circle.has(profile)) {
                return true;
            }
        }
        return false;
    }

    /** How many levels he lacks to all that is wanted; 0 when he is all that the call wants. */
    public int shortOf(Profile profile) {
        int levels = 0;
        for (SkillDemand demand : compared) {
            levels += demand.shortOf(profile.skills());
        }
        return levels;
    }
}
