package io.halfminute.simulation;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxEvent.Stage;

/** A caller's channel at the simulated PBX. */
final class PlayedCall {

    private static final String PREFIX = "sim.";

    final Caller caller;
    final CallId id;
    final long arrivedMs;
    Stage stage = Stage.IN_FLOW;
    OfferId lastOffer = OfferId.NONE;
    /** The phone that rings for him or that he talks to; null if none. */
    PlayedPhone phone;
    ChannelId leg;
    long answeredMs;
    boolean gone;
    /** Since when it is in its stage. */
    long sinceMs;
    /** Grows with every move: what was planned before it is off. */
    private int moves;

    PlayedCall(Caller caller, long arrivedMs) {
        this.caller = caller;
        this.id = new CallId(PREFIX + caller.number());
        this.arrivedMs = arrivedMs;
        this.sinceMs = arrivedMs;
    }

    /** The caller's number, by the id of his call. */
    static long number(CallId id) {
        return Long.parseLong(id.value().substring(PREFIX.length()));
    }

    void become(Stage next, long nowMs) {
        stage = next;
        sinceMs = nowMs;
        moves++;
    }

    /** Does {@code what} later if the call is by then still where it is now. */
    void then(Agenda agenda, long ms, Runnable what) {
        int now = moves;
        agenda.in(ms, () -> {
            if (!gone && moves == now) {
                what.run();
            }
        });
    }

    CallSnapshot snapshot() {
        boolean atPhone = stage == Stage.OFFERED || stage == Stage.CONNECTED;
        return new CallSnapshot(id, caller.id(), caller.dialled(), arrivedMs, stage, lastOffer,
                atPhone && phone != null ? phone.id : null, leg, stage == Stage.CONNECTED ? answeredMs : 0);
    }
}
