package io.halfminute.queue;

import java.util.List;
import java.util.Optional;

/**
 * A queue as configured.
 *
 * @param demands  every skill that an agent must have
 * @param priority the larger comes first, whatever the deadline
 * @param targetMs TEL-30: from the PBX's answer to the moment until which the call is to be answered
 * @param ringMs   how long one agent's phone rings
 * @param wrapUpMs how long wrap-up lasts at most; 0 for none
 * @param maxWaiting callers beyond this many are refused with an apology
 * @param overflow where callers go who waited too long, if anywhere
 */
public record QueueSpec(QueueId id, String name, List<SkillDemand> demands, int priority, int targetMs, int ringMs,
                        int wrapUpMs, int maxWaiting, Optional<Overflow> overflow) {

    /**
     * @param afterMs from the PBX's answer
     * @param number  an outside number, digits and {@code +}
     */
    public record Overflow(int afterMs, String number) {
        public Overflow {
            if (number == null || !number.matches("\\+?[0-9]{2,20}")) {
                throw new IllegalArgumentException("overflow number \"" + number + "\": 2 to 20 digits are allowed");
            }
        }
    }

    public QueueSpec {
        demands = List.copyOf(demands);
    }
}
