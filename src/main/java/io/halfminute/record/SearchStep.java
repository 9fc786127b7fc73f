package io.halfminute.record;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.NameEnd;
import io.halfminute.acd.AcdEvent.RingCause;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.queue.SkillDemand;
import java.util.List;
import java.util.Optional;

/** Something that changed for whom a call looks, or that its caller was told. What each means is told where the machine tells it. */
public sealed interface SearchStep {

    /** When, in milliseconds since 1970. */
    long atMs();

    /** @see AcdEvent.RingOpened */
    record RingOpened(String ring, RingCause why, long atMs) implements SearchStep {
    }

    /** @see AcdEvent.CallAsks */
    record AskedForMore(List<SkillDemand> more, long atMs) implements SearchStep {
        public AskedForMore {
            more = List.copyOf(more);
        }
    }

    /**
     * @param untilMs until when at the latest the caller waits for him
     * @see AcdEvent.AgentNamed
     */
    record AgentNamed(AgentId agent, long untilMs, long atMs) implements SearchStep {
    }

    /** @see AcdEvent.NameDropped */
    record NameDropped(AgentId agent, NameEnd why, long atMs) implements SearchStep {
    }

    /**
     * @param byMs until when he has been promised to be answered
     * @see AcdEvent.WaitTold
     */
    record WaitTold(int seconds, long byMs, long atMs) implements SearchStep {
    }

    /** @see AcdEvent.CallbackProposed */
    record CallbackProposed(long atMs) implements SearchStep {
    }

    /** @see AcdEvent.CallRefused */
    record Refused(PbxCommand.Refusal why, boolean calledBack, long atMs) implements SearchStep {
    }

    /**
     * What the event is in a record; empty when it is no such step.
     *
     * @param atMs its time on the call's time line
     */
    static Optional<SearchStep> of(AcdEvent.OfCall event, long atMs) {
        return Optional.ofNullable(switch (event) {
            case AcdEvent.RingOpened opened -> new RingOpened(opened.ring(), opened.why(), atMs);
            case AcdEvent.CallAsks asks -> new AskedForMore(asks.more(), atMs);
            case AcdEvent.AgentNamed named -> new AgentNamed(named.agent(), named.untilMs(), atMs);
            case AcdEvent.NameDropped dropped -> new NameDropped(dropped.agent(), dropped.why(), atMs);
            case AcdEvent.WaitTold told -> new WaitTold(told.seconds(), told.byMs(), atMs);
            case AcdEvent.CallbackProposed _ -> new CallbackProposed(atMs);
            case AcdEvent.CallRefused refused -> new Refused(refused.why(), refused.calledBack(), atMs);
            default -> null;
        });
    }
}
