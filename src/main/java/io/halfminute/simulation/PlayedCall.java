package io.halfminute.simulation;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
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
    /** The callback that it tries; 0 if it is a caller's. */
    final long callback;

    PlayedCall(Caller caller, long arrivedMs) {
        this(new CallId(PREFIX + caller.number()), caller, arrivedMs, 0);
    }

    /** A call of the machine's own, to one who has called. */
    PlayedCall(CallId id, Caller caller, long beganMs, long callback) {
        this.caller = caller;
        this.id = id;
        this.arrivedMs = beganMs;
        this.sinceMs = beganMs;
        this.callback = callback;
    }

    boolean isOutgoing() {
        return callback > 0;
    }

    /** A number for the call: the caller's, or one that no caller has. */
    static long number(CallId id) {
        return id.value().startsWith(PREFIX) ? Long.parseLong(id.value().substring(PREFIX.length()))
                : -Long.parseLong(id.value().substring(PbxCommand.CallBack.PREFIX.length()));
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
        boolean atPhone = stage == Stage.OFFERED || stage == Stage.DIALLING || stage == Stage.CONNECTED;
        List<PhoneId> there = atPhone ? phones.stream().map(phone -> phone.id).toList() : List.of();
        return new CallSnapshot(id, caller.id(), caller.dialled(), arrivedMs, stage, lastOffer,
                there, leg, stage == Stage.CONNECTED ? answeredMs : 0, callback);
    }
}
