package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.PauseReason;
import io.halfminute.call.BrandId;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.SkillDemand;
import io.halfminute.routing.RoutingSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the machine knows from the configuration.
 *
 * @param numbers      where a dialled number leads
 * @param pauseReasons which reasons an agent may choose
 * @param pbxs         where calls arrive and phones are; only those of the start count
 */
public record Setup(Map<QueueId, QueueSpec> queues, Map<AgentId, AgentSpec> agents, Map<String, Destination> numbers,
                    Set<PauseReason> pauseReasons, Limits limits, RoutingSpec routing, Set<PbxId> pbxs,
                    CallbackSpec callbacks) {

    /**
     * The shop and the queue behind a dialled number.
     *
     * @param demands   what the shop's calls ask for beyond the queue
     * @param mostCalls as many of the shop's calls may be in the house at a time, by all of its numbers; 0 for any number
     */
    public record Destination(BrandId brand, QueueId queue, List<SkillDemand> demands, int mostCalls) {
        public Destination {
            demands = List.copyOf(demands);
        }

        /** A shop without a limit of its own. */
        public Destination(BrandId brand, QueueId queue, List<SkillDemand> demands) {
            this(brand, queue, demands, 0);
        }

        /** A shop that asks for no more than its queue. */
        public Destination(BrandId brand, QueueId queue) {
            this(brand, queue, List.of());
        }
    }

    /**
     * Bounds and waits of the machine, all in milliseconds or counts.
     *
     * @param missesToPause   after so many missed offers in a row an agent is paused with reason {@code no-answer}
     * @param restAfterMissMs how long an agent whose phone was busy or who refused is spared; one who let it ring is not
     *                        spared, but comes after everybody who has not had this call yet
     * @param commandGraceMs  how long beyond the ring time the PBX may be silent about an offer before the call is
     *                        taken back and offered to somebody else
     * @param maxCalls        as many callers may be in the house at a time; more are refused with an apology
     * @param timersPerStep   timers fired in one step at most
     * @param pbxAwayMs       a PBX that has been away for so long counts as ended, and every call on it as lost
     */
    public record Limits(int missesToPause, int restAfterMissMs, int commandGraceMs, int maxCalls, int timersPerStep,
                         int pbxAwayMs) {

        /** Five minutes: long enough that a cut link is mended, since what is given up is not counted any more. */
        private static final int PBX_AWAY_MS = 300_000;

        /** What ships. */
        public static final Limits DEFAULT = new Limits(2, 5_000, 3_000, 5_000, 1_000, PBX_AWAY_MS);

        public Limits {
            pbxAwayMs = pbxAwayMs == 0 ? PBX_AWAY_MS : pbxAwayMs;
        }

        /** With the patience that ships for a PBX that is away. */
        public Limits(int missesToPause, int restAfterMissMs, int commandGraceMs, int maxCalls, int timersPerStep) {
            this(missesToPause, restAfterMissMs, commandGraceMs, maxCalls, timersPerStep, PBX_AWAY_MS);
        }
    }

    /** Without callbacks. */
    public Setup(Map<QueueId, QueueSpec> queues, Map<AgentId, AgentSpec> agents, Map<String, Destination> numbers,
                 Set<PauseReason> pauseReasons, Limits limits, RoutingSpec routing, Set<PbxId> pbxs) {
        this(queues, agents, numbers, pauseReasons, limits, routing, pbxs, CallbackSpec.OFF);
    }

    /** With the routing that ships. */
    public Setup(Map<QueueId, QueueSpec> queues, Map<AgentId, AgentSpec> agents, Map<String, Destination> numbers,
                 Set<PauseReason> pauseReasons, Limits limits) {
        this(queues, agents, numbers, pauseReasons, limits, RoutingSpec.DEFAULT);
    }

    /** With one PBX. */
    public Setup(Map<QueueId, QueueSpec> queues, Map<AgentId, AgentSpec> agents, Map<String, Destination> numbers,
                 Set<PauseReason> pauseReasons, Limits limits, RoutingSpec routing) {
        this(queues, agents, numbers, pauseReasons, limits, routing, Set.of(PbxId.MAIN));
    }

    public Setup {
        pbxs = pbxs == null ? Set.of(PbxId.MAIN) : Set.copyOf(pbxs);
        queues = Map.copyOf(queues);
        agents = Map.copyOf(agents);
        numbers = Map.copyOf(numbers);
        pauseReasons = Set.copyOf(pauseReasons);
        // What an earlier version has written in a journal does not have it.
        callbacks = callbacks == null ? CallbackSpec.OFF : callbacks;
        numbers.forEach(Setup::requireDestination);
        for (Map.Entry<String, Destination> number : numbers.entrySet()) {
            if (!queues.containsKey(number.getValue().queue())) {
                throw new IllegalArgumentException("number " + number.getKey() + " leads to queue \""
                        + number.getValue().queue() + "\", which does not exist; there are " + queues.keySet());
            }
        }
    }

    private static void requireDestination(String number, Destination destination) {
        if (!number.matches("[0-9]{1,20}") || destination == null) {
            throw new IllegalArgumentException("dialled number \"" + number + "\": 1 to 20 digits are allowed");
        }
    }
}
