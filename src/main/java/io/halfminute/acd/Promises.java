package io.halfminute.acd;

import io.halfminute.acd.Outputs.Refusal.Code;
import io.halfminute.call.CallEnd;
import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackReason;
import io.halfminute.callback.CallbackRequest;
import io.halfminute.callback.CallbackState;
import io.halfminute.callback.Entry;
import io.halfminute.callback.Outgoing;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes callbacks: when somebody asks for one, when a caller gives up, when he cannot be taken or is lost with his PBX. There is
 * one to a number at most.
 */
final class Promises {

    private final AcdState state;
    private final Callbacks callbacks;

    Promises(AcdState state, Callbacks callbacks) {
        this.state = state;
        this.callbacks = callbacks;
    }

    /** Somebody asks for one; refused if it cannot be. */
    void asked(CallbackRequest request) {
        place(located(request));
    }

    /** A caller cannot be taken, of whom no callback is held; empty if none is made. */
    Optional<Entry> refused(LiveCall live) {
        Optional<Entry> before = state.callbacks.ofNumber(live.call.caller().number());
        if (before.isPresent()) {
            return Optional.empty();
        }
        reason(live, CallEnd.REFUSED).ifPresent(why -> promise(live, why));
        return state.callbacks.ofNumber(live.call.caller().number());
    }

    /** A caller is gone, of whom no callback is held. */
    void gone(LiveCall live, CallEnd end, boolean cutOff) {
        (cutOff ? Optional.of(CallbackReason.PBX_LOST) : reason(live, end)).ifPresent(why -> promise(live, why));
    }

    /** Where no queue is named it is the one to which the shop's numbers lead. */
    private CallbackRequest located(CallbackRequest request) {
        if (request.queue() != null || request.brand() == null) {
            return request;
        }
        return new TreeMap<>(state.setup.numbers()).values().stream().filter(led -> led.brand().equals(request.brand()))
                .findFirst().map(led -> request.in(led.queue(), led.demands())).orElse(request);
    }

    private void place(CallbackRequest request) {
        Outgoing outgoing = request.brand() == null ? null : state.setup.callbacks().outgoing().get(request.brand());
        if (request.queue() == null || !state.setup.queues().containsKey(request.queue())) {
            state.refuse(Code.UNKNOWN_QUEUE, "There is no queue \"" + request.queue() + "\".");
        } else if (outgoing == null || outgoing.dial(request.number()).isEmpty()) {
            state.refuse(Code.NUMBER_NOT_ALLOWED, "The number \"" + request.number() + "\" may not be dialled for shop \""
                    + request.brand() + "\"; 3 to 20 digits that begin as callbacks.outgoing allows are.");
        } else {
            state.callbacks.ofNumber(request.number()).ifPresentOrElse(
                    known -> callbacks.tell(known, known.now().joined(request, state.nowMs)), () -> add(request));
        }
    }

    private void add(CallbackRequest request) {
        if (!hasRoom()) {
            state.refuse(Code.TOO_MANY_CALLBACKS, "There are " + state.callbacks.size()
                    + " open callbacks, and callbacks.most allows no more. Cancel some, or allow more.");
            return;
        }
        enter(made(request));
    }

    private Callback made(CallbackRequest request) {
        long nextMs = state.setup.callbacks().hours().nextMs(Math.max(state.nowMs, request.notBeforeMs()));
        long untilMs = request.untilMs() > 0 ? request.untilMs() : nextMs + state.setup.callbacks().validMs();
        return Callback.of(new CallbackId(state.nextOffer++), request, nextMs, untilMs, state.nowMs);
    }

    private void enter(Callback made) {
        callbacks.tell(callbacks.enter(made, state.setup.queues().get(made.request().queue())), made);
    }

    /** Whether this caller can be promised one: his number may be dialled, and it has none but what he himself holds. */
    boolean can(LiveCall live) {
        return live.place != null && mayBeRung(live) && state.callbacks.ofNumber(live.call.caller().number())
                .map(known -> live.id().equals(known.now().call())).orElseGet(this::hasRoom);
    }

    /** He has chosen it and is still there. */
    void held(LiveCall live) {
        enter(made(request(live, CallbackReason.KEY)).with(CallbackState.HELD, live.id(), state.nowMs));
    }

    private Optional<CallbackReason> reason(LiveCall live, CallEnd end) {
        return switch (end) {
            case ABANDONED -> Optional.of(CallbackReason.ABANDONED).filter(_ -> state.setup.callbacks().afterAbandon()
                    && live.call.sinceMs() - live.call.arrivedMs() >= state.setup.callbacks().abandonMs());
            case REFUSED -> Optional.of(CallbackReason.REFUSED).filter(_ -> state.setup.callbacks().afterRefusal());
            case CALLBACK_TAKEN -> Optional.of(CallbackReason.KEY);
            case ANSWERED, VOICEMAIL, DIVERTED, NOT_REACHED -> Optional.empty();
        };
    }

    /** The hotline's own promise; where it cannot be made nobody has asked for it, so nobody is refused. */
    private void promise(LiveCall live, CallbackReason why) {
        if (mayBeRung(live) && hasRoom()) {
            place(request(live, why));
        }
    }

    private boolean mayBeRung(LiveCall live) {
        Outgoing outgoing = state.setup.callbacks().outgoing().get(live.call.brand());
        return outgoing != null && outgoing.dial(live.call.caller().number()).isPresent()
                && state.setup.queues().containsKey(live.place.queue().id());
    }

    private boolean hasRoom() {
        return state.callbacks.size() < state.setup.callbacks().most();
    }

    private static CallbackRequest request(LiveCall live, CallbackReason why) {
        return new CallbackRequest(live.call.caller().number(), live.call.brand(), live.place.queue().id(), live.place.added(), why,
                live.id(), 0, live.call.arrivedMs(), 0, 0, "");
    }
}
