package io.halfminute.record;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;

/**
 * One offer of one call to one agent.
 *
 * @param offer     {@link OfferId#NONE} when the PBX found the agent by itself
 * @param madeMs    when the agent was chosen
 * @param ringingMs when his phone rang, 0 if it did not
 * @param endedMs   when he picked up or the offer ended, 0 while it is open
 * @param outcome   what became of it
 * @param cause     why it ended, null while it is open and when it was answered
 */
public record OfferRecord(OfferId offer, AgentId agent, long madeMs, long ringingMs, long endedMs, Outcome outcome,
                          Cause cause) {

    /** What became of an offer; the names are part of the HTTP API. */
    public enum Outcome {
        /** Not yet decided. */
        OPEN,
        /** The agent picked up. */
        ANSWERED,
        /** It rang out. */
        NO_ANSWER,
        /** The agent pressed the refuse key. */
        REFUSED,
        /** The phone was engaged. */
        BUSY,
        /** The phone could not be reached. */
        UNREACHABLE,
        /** The caller hung up meanwhile. */
        CALLER_LEFT,
        /** Somebody whose phone rang with his picked up first. */
        ANSWERED_ELSEWHERE,
        /** The server took it back. */
        WITHDRAWN,
        /** The PBX failed, or said nothing. */
        FAILED,
        /** It ended while nobody watched. */
        UNSEEN
    }
}
