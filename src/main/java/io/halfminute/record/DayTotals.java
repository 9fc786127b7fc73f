package io.halfminute.record;

import io.halfminute.agent.AgentId;
import io.halfminute.queue.QueueId;
import java.util.Map;

/**
 * The day so far as the store knows it, for boards that start in the middle of a day. It counts calls that have
 * <em>ended</em> only: a call that lives is found at the PBX and told again, and would be counted twice. A call belongs to
 * the day of its arrival.
 *
 * @param dayStartMs when the day began
 * @param total      all calls, also those that reached no queue
 * @param queues     the calls of each queue
 * @param agents     what each agent did
 * @param callbacks  those that were closed
 */
public record DayTotals(long dayStartMs, Counts total, Map<QueueId, Counts> queues, Map<AgentId, AgentDay> agents,
                        Promises callbacks) {

    public DayTotals {
        queues = Map.copyOf(queues);
        agents = Map.copyOf(agents);
    }

    /** Without callbacks. */
    public DayTotals(long dayStartMs, Counts total, Map<QueueId, Counts> queues, Map<AgentId, AgentDay> agents) {
        this(dayStartMs, total, queues, agents, Promises.NONE);
    }

    /** A day on which nothing has happened yet. */
    public static DayTotals empty(long dayStartMs) {
        return new DayTotals(dayStartMs, Counts.NONE, Map.of(), Map.of());
    }

    /**
     * Ended calls by what became of them. Always {@code offered = inTime + late + lost}.
     *
     * @param offered   all calls
     * @param answered  picked up by an agent, in time or not
     * @param inTime    first picked up at or before the deadline
     * @param late      the deadline passed before anybody had picked up, whatever came later
     * @param lost      ended at or before the deadline, and nobody had picked up
     * @param abandoned the caller hung up first
     * @param refused   the hotline could not take the call and said so
     * @param diverted  sent to an outside number
     */
    public record Counts(long offered, long answered, long inTime, long late, long lost, long abandoned, long refused,
                         long diverted) {

        /** Nothing. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        public Counts {
            if (offered != inTime + late + lost) {
                throw new IllegalArgumentException("offered " + offered + " is not inTime " + inTime + " + late " + late
                        + " + lost " + lost + "; count each ended call in exactly one of the three");
            }
        }
    }

    /**
     * Callbacks that were closed.
     *
     * @param kept    an agent has talked with the customer, whoever rang whom
     * @param givenUp all tries were used up, or the time was over
     */
    public record Promises(long kept, long givenUp) {

        /** None. */
        public static final Promises NONE = new Promises(0, 0);
    }

    /**
     * An agent's day.
     *
     * @param answered conversations begun
     * @param missed   offers that rang out
     * @param talkMs   time in conversations
     */
    public record AgentDay(long answered, long missed, long talkMs) {
    }
}
