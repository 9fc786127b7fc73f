package io.halfminute.simulation;

import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.PhoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The PBX's own queue, for callers who wait while no server is heard: who comes first gets any member whose phone is free. */
final class FallbackQueue {

    /** How long the PBX bears the server's silence. */
    static final int SILENCE_MS = 5_000;
    /** How often it looks for a free member. */
    private static final int LOOK_MS = 1_000;
    private static final int RING_MS = 12_000;

    private final SimulatedPbx pbx;
    private final Agenda agenda;
    private final AtPhone atPhone;
    private final Consumer<PbxEvent> tell;
    private Set<PhoneId> members = Set.of();
    private boolean serverHeard = true;

    FallbackQueue(SimulatedPbx pbx, Agenda agenda, AtPhone atPhone, Consumer<PbxEvent> tell) {
        this.pbx = pbx;
        this.agenda = agenda;
        this.atPhone = atPhone;
        this.tell = tell;
    }

    void members(Set<PhoneId> phones) {
        members = phones;
    }

    /** The heartbeat has stopped, or goes on. */
    void serverHeard(boolean heard) {
        serverHeard = heard;
        if (!heard) {
            pbx.calls().forEach(this::lookAfter);
        }
    }

    /** A caller has entered the waiting room, or stands there while the heartbeat stops. */
    void lookAfter(PlayedCall call) {
        if (!serverHeard && call.stage == Stage.WAITING) {
            call.then(agenda, SILENCE_MS, () -> enter(call));
        }
    }

    private void enter(PlayedCall call) {
        if (serverHeard) {
            return;
        }
        call.become(Stage.AT_FALLBACK, agenda.nowMs());
        tell.accept(new PbxEvent.CallAtFallback(call.id, agenda.nowMs()));
        look(call);
    }

    private void look(PlayedCall call) {
        Optional<PlayedPhone> free = members.stream().sorted().map(pbx::phone).filter(PlayedPhone::isFree).findFirst();
        if (free.isPresent()) {
            ring(call, free.get());
        } else if (serverHeard) {
            pbx.toWaitingRoom(call);
        } else {
            call.then(agenda, LOOK_MS, () -> look(call));
        }
    }

    private void ring(PlayedCall call, PlayedPhone phone) {
        pbx.hold(call, phone);
        AtPhone.Reaction reaction = atPhone.react(call, phone.id, RING_MS);
        call.then(agenda, reaction.afterMs(), () -> {
            if (reaction.picksUp()) {
                pbx.connect(call, phone, OfferId.NONE);
            } else {
                pbx.release(call, phone);
                call.then(agenda, LOOK_MS, () -> look(call));
            }
        });
    }
}
