package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.queue.QueueId;
import io.halfminute.routing.Decision;

/**
 * What has happened, in order, for records, tickets, boards and metrics. Everything those know they know from these. Times
 * are milliseconds since 1970, of the PBX where the PBX saw it happen.
 */
public sealed interface AcdEvent {

    /** When it happened. */
    long atMs();

    /** About one call. Of each call the first is {@link CallArrived} and the last {@link CallEnded}, each exactly once. */
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
     */
    record CallArrived(CallId call, CallerId caller, String dialled, BrandId brand, QueueId queue, int priority,
                       long arrivedMs, long deadlineMs, boolean adopted, long atMs) implements OfCall {
    }

    /** The call waits for an agent, for the first time or again. */
    record CallWaits(CallId call, QueueId queue, long atMs) implements OfCall {
    }

    /** An agent was chosen and his phone is being rung. */
    record OfferMade(CallId call, OfferId offer, AgentId agent, Decision decision, long atMs) implements OfCall {
    }

    /** His phone rings. */
    record OfferRinging(CallId call, OfferId offer, AgentId agent, long atMs) implements OfCall {
    }

    /** The offer ended and was not answered. */
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

    /** The connection to the PBX was lost (and what is shown is unsure) or is there again. */
    record LinkChanged(boolean up, String why, long atMs) implements AcdEvent {
    }

    /** The configuration was taken in. */
    record SetupChanged(Setup setup, long atMs) implements AcdEvent {
    }

    /** A rule that must never break was found broken; an alarm, and a defect of this program. */
    record InvariantBroken(String what, long atMs) implements AcdEvent {
    }
}
