package io.halfminute.pbx.asterisk;

/**
 * What the adapter has seen since it was made; for metrics and health, not for decisions.
 *
 * @param connected      whether both connections stand and the snapshot has been delivered
 * @param events         events received
 * @param lagMs          from the last event's time on the PBX's clock to its mapping here, clocks' difference taken out
 * @param gaps           times that events were missed and a snapshot was taken for it
 * @param connects       connections made, the first included
 * @param commandsSent   commands sent
 * @param commandsFailed commands that the PBX refused, or did not answer, or that could not be sent
 * @param queuedEvents   events that wait for the listener now
 */
public record PbxStats(boolean connected, long events, long lagMs, long gaps, long connects, long commandsSent,
                       long commandsFailed, int queuedEvents) {

    /** Of two PBXs together. */
    PbxStats plus(PbxStats other) {
        return new PbxStats(connected && other.connected, events + other.events, Math.max(lagMs, other.lagMs),
                gaps + other.gaps, connects + other.connects, commandsSent + other.commandsSent,
                commandsFailed + other.commandsFailed, queuedEvents + other.queuedEvents);
    }
}
