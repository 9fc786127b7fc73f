package io.halfminute.record;

import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.why.LateCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is kept of calls and agents. The contract:
 * <ol>
 * <li>Every method MAY block for as long as the store's own limit allows; call it from a virtual thread, never from an
 *     event loop or from the machine.
 * <li>A store that cannot be reached is an {@link Unavailable}, never an empty answer.
 * <li>A cursor that did not come from this port is an {@link IllegalArgumentException}.
 * </ol>
 */
public interface CallQueries {

    /**
     * Calls, the latest arrival first.
     *
     * @param cursor {@link Page#next} of the page before, null for the first
     * @param limit  1 to {@link Page#MAX_ROWS}
     */
    Page<CallEntry> list(CallFilter filter, String cursor, int limit);

    /** One call with its time line and decisions. */
    Optional<CallStory> find(CallId call);

    /** How many of the calls that arrived in the window were late, by cause; causes without calls are left out. */
    Map<LateCause, Long> lateCalls(Window window);

    /** The day that began then, until now, for boards that start in the middle of it. */
    DayTotals dayTotals(long dayStartMs);

    /** The states of agents that touch the window, of one agent or, with null, of all; oldest first, at most limit. */
    List<AgentActivity> activity(Window window, AgentId agent, int limit);

    /** The store cannot be reached, or gave no answer in time. It may help to try again. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
