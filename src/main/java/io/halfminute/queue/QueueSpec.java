package io.halfminute.queue;

import java.util.List;
import java.util.Optional;

/**
 * A queue as configured.
 *
 * @param demands  what its calls ask for
 * @param rings    in which circles an agent is looked for, the narrowest first; at least one. Each ring adds to those before
 *                 it, and opens when the time left asks for it
 * @param creditMs its calls are served as if they had to be answered so much sooner
 * @param targetMs TEL-30: from the PBX's answer to the moment until which the call is to be answered
 * @param ringMs   how long one agent's phone rings
 * @param wrapUpMs how long wrap-up lasts at most; 0 for none
 * @param maxWaiting callers beyond this many are refused with an apology
 * @param overflow where callers go who waited too long, if anywhere
 */
public record QueueSpec(QueueId id, String name, List<SkillDemand> demands, List<Ring> rings, int creditMs, int targetMs,
                        int ringMs, int wrapUpMs, int maxWaiting, Optional<Overflow> overflow) {

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

    /** The ring of a queue that has no other: everybody who meets the demands. */
    public static final String LEAST = "least";
    /** The name of a ring of those who meet the demands as they are wanted. */
    public static final String WANTED = "wanted";

    public QueueSpec {
        demands = List.copyOf(demands);
        rings = List.copyOf(rings);
        if (rings.isEmpty()) {
            throw new IllegalArgumentException("queue \"" + id + "\" has no ring: nobody could ever take its calls");
        }
    }

    /** A queue with one ring, everybody who meets the demands. */
    public QueueSpec(QueueId id, String name, List<SkillDemand> demands, int creditMs, int targetMs, int ringMs,
                     int wrapUpMs, int maxWaiting, Optional<Overflow> overflow) {
        this(id, name, demands, List.of(least(demands)), creditMs, targetMs, ringMs, wrapUpMs, maxWaiting, overflow);
    }

    /** The ring of everybody who meets the least of each demand. */
    public static Ring least(List<SkillDemand> demands) {
        return new Ring(LEAST, new Circle(demands));
    }

    /** The ring of everybody who meets each demand as it is wanted, liked skills too. */
    public static Ring wanted(List<SkillDemand> demands) {
        return new Ring(WANTED, new Circle(demands.stream().map(SkillDemand::insisted).toList()));
    }

    /** What a call of this queue asks for when all rings are open. */
    public Ask widest() {
        return Ask.of(this, List.of(), rings.size() - 1);
    }
}
