package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.callback.Callback;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.SkillDemand;
import io.halfminute.routing.Decision;
import java.util.List;

/**
 * What has happened, in order, for records, tickets, boards and metrics. Everything those know they know from these. Times
 * are milliseconds since 1970, of the PBX where the PBX saw it happen.
 */
public sealed interface AcdEvent {

    /** When it happened. */
    long atMs();

    /**
     * About one call. Of each call the first is {@link CallArrived}, or {@link CallbackTried} for one of our own, and the last
     * {@link CallEnded}, each exactly once.
     */
    sealed interface OfCall extends AcdEvent {
        /** The call that it is about. */
        CallId call();
    }

    /** About one agent. */
    sealed interface OfAgent extends AcdEvent {
        /** Whom it is about. */
        AgentId agent();
    }

    /**
     * A call has reached the hotline.
     *
     * @param brand     null when nobody has the number that was dialled
     * @param queue     null likewise
     * @param arrivedMs when the PBX answered; may lie long before {@code atMs} for a call that was taken over
     * @param adopted   the call was found at the PBX by a server that started or reconnected
     * @param pbx       where it is, until its end
     */
    record CallArrived(CallId call, CallerId caller, String dialled, BrandId brand, QueueId queue, int creditMs,
                       long arrivedMs, long deadlineMs, boolean adopted, PbxId pbx, long atMs) implements OfCall {
        public CallArrived {
            pbx = PbxId.orMain(pbx);
        }

        /** At the only PBX. */
        public CallArrived(CallId call, CallerId caller, String dialled, BrandId brand, QueueId queue, int creditMs,
                           long arrivedMs, long deadlineMs, boolean adopted, long atMs) {
            this(call, caller, dialled, brand, queue, creditMs, arrivedMs, deadlineMs, adopted, PbxId.MAIN, atMs);
        }
    }

    /**
     * A call of our own begins: an agent and a customer are to be brought together. No caller has arrived, and nothing of it
     * counts for the service level.
     *
     * @param dialled what is dialled
     * @param pbx     of the agent's phone
     * @param adopted the call was found at the PBX by a server that started or reconnected
     */
    record CallbackTried(CallId call, Callback callback, String dialled, PbxId pbx, boolean adopted, long atMs) implements OfCall {
    }

    /** The agent has picked up and the customer is being dialled. */
    record CustomerDialled(CallId call, OfferId offer, AgentId agent, long atMs) implements OfCall {
    }

    /** A callback was promised, or has come to another state; the last of them says all. */
    record CallbackChanged(Callback callback, long atMs) implements AcdEvent {
    }

    /** The call waits for an agent, for the first time or again. */
    record CallWaits(CallId call, QueueId queue, long atMs) implements OfCall {
    }

    /** From now on an agent is looked for in this ring too. */
    record RingOpened(CallId call, String ring, RingCause why, long atMs) implements OfCall {
    }

    /** Why a ring opened when it did. */
    enum RingCause {
        /** So that there is time for its agents to pick up, and for one more try. */
        TIME_LEFT,
        /** Nobody of the rings before it is at work. */
        NOBODY_AT_WORK,
        /** Nobody of the rings before it could come free in time. */
        NOBODY_IN_TIME
    }

    /** Menu or ticket ask for more than the queue does. */
    record CallAsks(CallId call, List<SkillDemand> more, long atMs) implements OfCall {
        public CallAsks {
            more = List.copyOf(more);
        }
    }

    /**
     * The caller begins to hear that he will be answered within so many seconds.
     *
     * @param byMs when they will be over
     */
    record WaitTold(CallId call, int seconds, long byMs, long atMs) implements OfCall {
    }

    /** The caller begins to hear that by a key he would be called back. If he presses it, the call's end says so. */
    record CallbackProposed(CallId call, long atMs) implements OfCall {
    }

    /** The caller is to have this agent, who knows the case, until that time at the latest. */
    record AgentNamed(CallId call, AgentId agent, long untilMs, long atMs) implements OfCall {
    }

    /** Anybody will do who can take the call; nobody is named for it any more, or nobody could be. */
    record NameDropped(CallId call, AgentId agent, NameEnd why, long atMs) implements OfCall {
    }

    /** Why a caller does not, or no longer, wait for the agent who knows his case. */
    enum NameEnd {
        /** There is no such agent, or he cannot serve the queue. */
        NOT_OF_QUEUE,
        /** He is not at work. */
        NOT_AT_WORK,
        /** He is busy and will hardly come free in time. */
        NOT_IN_TIME,
        /** He let it ring, or refused. */
        NOT_PICKED_UP,
        /** The time for which a caller waits for him is over. */
        TIME_OVER
    }

    /**
     * An agent was chosen and his phone is being rung. When several are rung together there is one of these for each, with
     * the same offer and the same decision.
     */
    record OfferMade(CallId call, OfferId offer, AgentId agent, Decision decision, long atMs) implements OfCall {
    }

    /** His phone rings. */
    record OfferRinging(CallId call, OfferId offer, AgentId agent, long atMs) implements OfCall {
    }

    /** The offer ended at this agent's phone and was not answered there. */
    record OfferEnded(CallId call, OfferId offer, AgentId agent, OfferOutcome outcome, Cause cause, long atMs)
            implements OfCall {
    }

    /** How an unanswered offer ended. Missed and refused are told apart. */
    enum OfferOutcome {
        /** It rang out. */
        NO_ANSWER,
        /** The agent pressed the refuse key. */
        REFUSED,
        /** The phone was engaged. */
        BUSY,
        /** The phone could not be reached. */
        UNREACHABLE,
        /** The caller hung up meanwhile; nobody missed anything. */
        CALLER_LEFT,
        /** Somebody else, whose phone rang with his, picked up first; nobody missed anything. */
        ANSWERED_ELSEWHERE,
        /** The server took it back; nobody missed anything. */
        WITHDRAWN,
        /** The PBX failed, or said nothing. */
        FAILED
    }

    /** Caller and agent talk. */
    record CallAnswered(CallId call, OfferId offer, AgentId agent, long atMs) implements OfCall {
    }

    /** The agent's side of the conversation has ended. */
    record TalkEnded(CallId call, AgentId agent, Cause cause, long atMs) implements OfCall {
    }

    /** The PBX, not the server, looks for an agent. */
    record CallAtFallback(CallId call, long atMs) implements OfCall {
    }

    /**
     * No agent is looked for any more, and the end will follow: the call is being refused or diverted, or was found on its
     * way out. After a conversation {@link TalkEnded} says as much.
     */
    record CallLeaves(CallId call, long atMs) implements OfCall {
    }

    /**
     * The hotline does not take the call; the caller is told so. Whatever comes of that, he has not been served by then.
     *
     * @param calledBack he is told, too, that he will be rung back
     */
    record CallRefused(CallId call, PbxCommand.Refusal why, boolean calledBack, long atMs) implements OfCall {
    }

    /** The caller's deadline has passed and nobody has picked up. */
    record DeadlineMissed(CallId call, long atMs) implements OfCall {
    }

    /**
     * The call is over.
     *
     * @param seen false when it ended while nobody watched: the time is then the latest possible one
     */
    record CallEnded(CallId call, CallEnd end, Cause cause, boolean seen, long atMs) implements OfCall {
    }

    /**
     * An agent's state changed, or its reason did.
     *
     * @param reason why, for people: a pause reason's code, or what happened
     * @param call   the call that holds him, or that he wraps up; null if none
     * @param untilMs when the state ends by itself, 0 if it does not
     */
    record AgentChanged(AgentId agent, AgentState from, AgentState to, String reason, CallId call, long untilMs,
                        long atMs) implements OfAgent {
    }

    /** An agent's skills changed. */
    record SkillsChanged(AgentId agent, Skills skills, long atMs) implements OfAgent {
    }

    /** What becomes of the agent after his present call and wrap-up; null when he will be ready. */
    record WishChanged(AgentId agent, String wish, long atMs) implements OfAgent {
    }

    /** An agent's phone can or cannot be reached, or is in a call of its own. */
    record PhoneChanged(AgentId agent, boolean reachable, boolean inUse, long atMs) implements OfAgent {
    }

    /** The connection to a PBX was lost (and what is shown of it is unsure) or is there again. */
    record LinkChanged(boolean up, String why, PbxId pbx, long atMs) implements AcdEvent {
        public LinkChanged {
            pbx = PbxId.orMain(pbx);
        }

        /** To the only PBX. */
        public LinkChanged(boolean up, String why, long atMs) {
            this(up, why, PbxId.MAIN, atMs);
        }
    }

    /**
     * A PBX has ended, or was away for so long that it counts as ended. In the same step each call that was on it ends, with a
     * cause that says so; whoever was on it can only be called back.
     */
    record PbxLost(PbxId pbx, String why, long atMs) implements AcdEvent {
    }

    /** The configuration was taken in. */
    record SetupChanged(Setup setup, long atMs) implements AcdEvent {
    }

    /** A rule that must never break was found broken; an alarm, and a defect of this program. */
    record InvariantBroken(String what, long atMs) implements AcdEvent {
    }
}
