package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.queue.QueueId;
import java.util.List;

/**
 * How long people took lately, as an earlier run saw it. A machine that starts learns from them what that run had learned,
 * instead of from its beliefs.
 *
 * @param pickUps of agents
 * @param handled of queues
 */
public record LearnedTimes(List<PickUps> pickUps, List<Handled> handled) {

    /** Nothing is known. */
    public static final LearnedTimes NONE = new LearnedTimes(List.of(), List.of());

    /**
     * How long an agent let his phone ring, the oldest first.
     *
     * @param timesMs negative when he had not picked up by then
     */
    public record PickUps(AgentId agent, List<Integer> timesMs) {
        public PickUps {
            timesMs = List.copyOf(timesMs);
        }
    }

    /** How long conversations of a queue, and the wrap-ups after them, took; the oldest first. */
    public record Handled(QueueId queue, List<Long> talksMs, List<Long> wrapUpsMs) {
        public Handled {
            talksMs = List.copyOf(talksMs);
            wrapUpsMs = List.copyOf(wrapUpsMs);
        }
    }

    public LearnedTimes {
        pickUps = List.copyOf(pickUps);
        handled = List.copyOf(handled);
    }
}
