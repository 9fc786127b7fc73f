package io.halfminute.routing;

import io.halfminute.queue.WaitingCall;
import java.util.Optional;

/** Chooses an agent for a call. Pure: the same call, team and time give the same answer, reasons included. */
public interface Strategy {

    /**
     * Whom the call goes to now.
     *
     * @param waiting how many calls wait, for the record
     * @return empty when nobody is free who can take it
     */
    Optional<Decision> decide(WaitingCall call, Team team, int waiting, long nowMs);
}
