package io.halfminute.record;

import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.pbx.CallId;

/**
 * One unbroken state of one agent.
 *
 * @param reason why, for people: a pause reason's code, or what happened; may be empty
 * @param call   the call that held him, or null
 * @param toMs   0 while it lasts
 */
public record AgentActivity(AgentId agent, AgentState state, String reason, CallId call, long fromMs, long toMs) {

    /** Whether it still lasts. */
    public boolean isOpen() {
        return toMs == 0;
    }

    AgentActivity endedAt(long atMs) {
        return new AgentActivity(agent, state, reason, call, fromMs, Math.max(fromMs, atMs));
    }
}
