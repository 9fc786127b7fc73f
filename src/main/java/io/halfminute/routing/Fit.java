package io.halfminute.routing;

import io.halfminute.agent.Profile;
import io.halfminute.queue.Ask;
import io.halfminute.queue.Circle;
import io.halfminute.queue.QueueSpec;
import java.util.Optional;

/** Whether an agent does for a queue or for a call, and what he lacks if he does not. */
public final class Fit {

    private Fit() {
    }

    /** Whether there is a ring of the queue in which he is. */
    public static boolean does(Profile profile, QueueSpec queue) {
        for (var ring : queue.rings()) {
            if (ring.circle().has(profile)) {
                return true;
            }
        }
        return false;
    }

    /** What he lacks to the widest circle that is open, in words of the trade; empty if he is in one of them. */
    public static Optional<String> lacking(Profile profile, Ask ask) {
        if (ask.admits(profile)) {
            return Optional.empty();
        }
        Circle widest = ask.circles().getLast();
        return widest.lacking(profile)
                .map(demand -> demand.skill() + " " + profile.skills().level(demand.skill()) + " < " + demand.least())
                .or(() -> Optional.of("not of " + widest.groups()));
    }
}
