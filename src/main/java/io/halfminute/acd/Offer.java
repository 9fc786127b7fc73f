package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.OfferId;

/** An agent's phone is being rung for a call. */
record Offer(OfferId id, AgentId agent) {
}
