package io.halfminute.simulation;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.PhoneId;
import java.util.ArrayList;
import java.util.List;

/** A caller's channel at the simulated PBX. */
final class PlayedCall {

    private static final String PREFIX = "sim.";

    final Caller caller;
    final CallId id;
    final long arrivedMs;
    Stage stage = Stage.IN_FLOW;
    OfferId lastOffer = OfferId.NONE;
    /** The phones that ring for him, or the one that he talks to. */
    final List<PlayedPhone> phones = new ArrayList<>();
    /** How many phones of the present offer have not ended. */
    int trying;
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
        List<PhoneId> there = atPhone ? phones.stream().map(phone -> phone.id).toList() : List.of();
        return new CallSnapshot(id, caller.id(), caller.dialled(), arrivedMs, stage, lastOffer,
                there, leg, stage == Stage.CONNECTED ? answeredMs : 0);
    }
}
