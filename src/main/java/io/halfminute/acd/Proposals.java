package io.halfminute.acd;

import io.halfminute.call.CallState;
import io.halfminute.callback.ByKey;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;

/**
 * Who waits long hears once that by a key he would be called back and keep his place. Nothing of his wait changes by that: an
 * agent who comes free gets him in mid-sentence.
 */
final class Proposals {

    /** Longer than a waiting caller takes to look whether there is something to hear, and to hear how long it will be. */
    private static final int WORTH_SAYING_MS = 15_000;
    /** A caller who is not found in the waiting room so often is left in peace. */
    private static final int MOST = 3;

    private final AcdState state;
    private final Callbacks callbacks;

    Proposals(AcdState state, Callbacks callbacks) {
        this.state = state;
        this.callbacks = callbacks;
    }

    /** He has waited as long as is configured. */
    void waitedLong(LiveCall live) {
        switch (live.call.state()) {
            case WAITING -> propose(live);
            case IN_FLOW, OFFERED -> state.timers.schedule(new TimerKey.ProposeCallback(live.id()),
                    state.nowMs + state.setup.limits().commandGraceMs());
            case DIALLING, CONNECTED, AT_FALLBACK, LEAVING, ENDED -> { }
        }
    }

    /** He is expected to wait long. Who has been asked just now is not asked once more for that. */
    void foreseen(CallId call) {
        state.call(call).filter(live -> live.call.state() == CallState.WAITING && live.proposals == 0).ifPresent(this::propose);
    }

    private void propose(LiveCall live) {
        ByKey key = state.setup.callbacks().key();
        if (!key.on() || live.proposals >= MOST || !isDay() || !callbacks.canPromise(live)) {
            return;
        }
        if (state.isUp(live)) {
            live.proposals++;
            state.command(new PbxCommand.ProposeCallback(live.id(), key.keyMs(), WORTH_SAYING_MS));
        }
        state.timers.schedule(new TimerKey.ProposeCallback(live.id()),
                state.nowMs + WORTH_SAYING_MS + state.setup.limits().commandGraceMs());
    }

    /** At night a customer would hear of it only the next morning. */
    private boolean isDay() {
        return state.setup.callbacks().hours().nextMs(state.nowMs) == state.nowMs;
    }

    void heard(LiveCall live, long atMs) {
        live.proposals = MOST;
        state.timers.cancel(new TimerKey.ProposeCallback(live.id()));
        state.tell(new AcdEvent.CallbackProposed(live.id(), live.stamp(atMs)));
    }
}
