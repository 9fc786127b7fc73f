package io.halfminute.acd;

import io.halfminute.acd.AcdInput.CancelCallback;
import io.halfminute.acd.AcdInput.PlaceCallback;
import io.halfminute.acd.Outputs.Refusal.Code;
import io.halfminute.call.CallEnd;
import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackBook;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.callback.CallbackState;
import io.halfminute.callback.Entry;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.queue.QueueSpec;
import java.util.List;
import java.util.Optional;

/**
 * Callbacks from the promise to its end. How one is made, {@link Promises} say. A customer who rings himself stands in its place, and if he is served it is done; if
 * not, it waits again. What comes of an attempt is told by {@link Attempts}.
 */
final class Callbacks {

    private final AcdState state;
    private final Promises promises;

    Callbacks(AcdState state) {
        this.state = state;
        this.promises = new Promises(state, this);
    }

    private CallbackBook book() {
        return state.callbacks;
    }

    private CallbackSpec spec() {
        return state.setup.callbacks();
    }

    void take(AcdInput.OfCallback input) {
        switch (input) {
            case PlaceCallback place -> promises.asked(place.request());
            case CancelCallback cancel -> cancel(cancel);
        }
    }

    /** One more, which is not yet told. */
    Entry enter(Callback callback, QueueSpec queue) {
        state.timers.schedule(new TimerKey.CallbackOver(callback.id()), callback.untilMs());
        return book().add(callback, queue, spec(), state.setup.routing().postponeLateMs());
    }

    private void cancel(CancelCallback cancel) {
        Optional<Entry> entry = book().find(cancel.callback());
        if (entry.isEmpty()) {
            state.refuse(Code.UNKNOWN_CALLBACK, "There is no open callback " + cancel.callback() + ".");
        } else if (!cancel.ofAnybody() && !entry.get().now().request().by().equals(cancel.by())) {
            state.refuse(Code.FORBIDDEN, "Only a supervisor or who promised it may cancel callback " + cancel.callback() + ".");
        } else if (entry.get().now().state() == CallbackState.TALKING) {
            state.refuse(Code.WRONG_STATE, "Callback " + cancel.callback() + " is just being kept; they talk.");
        } else {
            giveUpAttempt(entry.get());
            close(entry.get(), CallbackState.CANCELLED, cancel.by());
        }
    }

    /** Whatever rings for it falls silent. */
    private void giveUpAttempt(Entry entry) {
        if (entry.now().state() == CallbackState.UNDER_WAY) {
            state.command(new PbxCommand.HangUp(entry.now().call()));
        }
    }

    /** What an earlier run left; which attempts go on is known from the snapshot that follows. */
    void restore(List<Callback> left) {
        for (Callback callback : left) {
            QueueSpec queue = state.setup.queues().get(callback.request().queue());
            if (queue == null) {
                state.tell(new AcdEvent.CallbackChanged(callback.closed(CallbackState.CANCELLED, callback.tries(),
                        "its queue is no more", state.nowMs), state.nowMs));
            } else if (callback.isOpen() && book().find(callback.id()).isEmpty()) {
                Entry entry = enter(callback, queue);
                state.tell(new AcdEvent.CallbackChanged(callback, state.nowMs));
                wait(entry);
            }
        }
    }

    /** What was under way when an earlier run ended, or the link was lost, and is not there any more. */
    void resolve() {
        for (Entry entry : book().all()) {
            Callback now = entry.now();
            if (now.call() == null || state.calls.containsKey(now.call())) {
                continue;
            }
            switch (now.state()) {
                // Whether his phone rang is not known. It counts, for he is not to be rung without end.
                case UNDER_WAY -> tried(entry, "unseen");
                case TALKING -> close(entry, CallbackState.REACHED, now.cause());
                case HELD -> tell(entry, now.waiting(now.tries(), nextMs(0), now.cause(), state.nowMs));
                default -> { }
            }
        }
    }

    /** He may have one himself: then he stands in its place. */
    void callArrived(LiveCall live) {
        Optional<Entry> entry = live.place == null ? Optional.empty() : book().ofNumber(live.call.caller().number());
        entry.filter(known -> known.now().state() != CallbackState.TALKING).ifPresent(known -> {
            if (known.now().call() == null || !known.now().call().equals(live.id())) {
                giveUpAttempt(known);
                tell(known, known.now().with(CallbackState.HELD, live.id(), state.nowMs));
            }
            state.line.change(live.place, place -> place.standsAt(known.orderMs()));
        });
    }

    /**
     * He cannot be taken. While he is told so his call holds the callback, so that nobody rings an engaged phone.
     *
     * @return whether he will be rung back
     */
    boolean promisedToRefused(LiveCall live) {
        if (live.place != null && live.call.caller().isKnown() && book().ofCall(live.id()).isEmpty()) {
            promises.refused(live).ifPresent(made -> tell(made, made.now().with(CallbackState.HELD, live.id(), state.nowMs)));
        }
        return book().ofCall(live.id()).isPresent();
    }

    /**
     * A caller is gone.
     *
     * @param cutOff with his PBX, before all was said
     */
    void callOver(LiveCall live, CallEnd end, boolean cutOff) {
        Optional<Entry> held = book().ofCall(live.id()).filter(entry -> entry.now().state() == CallbackState.HELD);
        if (held.isPresent()) {
            Entry entry = held.get();
            if (end == CallEnd.ANSWERED && !cutOff) {
                close(entry, CallbackState.CAME_BACK, "");
            } else {
                tell(entry, entry.now().waiting(entry.now().tries(), nextMs(0), entry.now().cause(), state.nowMs));
            }
        } else if (live.place != null && live.call.caller().isKnown()) {
            promises.gone(live, end, cutOff);
        }
    }

    /** Whether a caller who waits can be promised one, which he has not by another call of his. */
    boolean canPromise(LiveCall live) {
        return promises.can(live);
    }

    /** He has chosen it by a key; it is held until he is gone. Returns whether it could be promised. */
    boolean chosen(LiveCall live) {
        boolean can = canPromise(live);
        if (can && book().ofCall(live.id()).isEmpty()) {
            promises.held(live);
        }
        return can;
    }

    void due(CallbackId id) {
        book().find(id).ifPresent(this::wait);
    }

    /** Its time is over; a conversation goes on, and an attempt is the last. */
    void over(CallbackId id) {
        book().find(id).ifPresent(entry -> {
            if (entry.now().state() == CallbackState.WAITING) {
                close(entry, CallbackState.EXPIRED, entry.now().cause());
            } else {
                state.timers.schedule(new TimerKey.CallbackOver(id), state.nowMs + spec().spacingMs());
            }
        });
    }

    /** The customer's side was tried in vain. */
    void tried(Entry entry, String cause) {
        Callback now = entry.now();
        int tries = now.tries() + 1;
        if (now.state() != CallbackState.UNDER_WAY) {
            return;
        }
        if (tries >= spec().tries()) {
            tell(entry, now.closed(CallbackState.NOT_REACHED, tries, cause, state.nowMs));
        } else {
            tell(entry, now.waiting(tries, nextMs(spec().spacingMs()), cause, state.nowMs));
        }
    }

    /** The customer's phone has not rung: it waits for the next agent, the longer the more often none came of it. */
    void notTried(Entry entry, String cause) {
        Callback now = entry.now();
        if (now.state() == CallbackState.UNDER_WAY) {
            int pauseMs = entry.inVain(state.setup.limits().restAfterMissMs(), spec().spacingMs());
            tell(entry, now.waiting(now.tries(), nextMs(pauseMs), cause, state.nowMs));
        }
    }

    /** It is tried by this call, or they talk in it. */
    void under(Entry entry, CallbackState how, CallId call) {
        tell(entry, entry.now().with(how, call, state.nowMs));
    }

    void close(Entry entry, CallbackState how, String cause) {
        tell(entry, entry.now().closed(how, entry.now().tries(), cause, state.nowMs));
    }

    private long nextMs(int fromNowMs) {
        return spec().hours().nextMs(state.nowMs + fromNowMs);
    }

    /** The one function that changes a callback. */
    void tell(Entry entry, Callback now) {
        book().change(entry, now);
        state.tell(new AcdEvent.CallbackChanged(now, state.nowMs));
        if (now.isOpen()) {
            wait(entry);
        } else {
            state.timers.cancel(new TimerKey.CallbackDue(now.id()));
            state.timers.cancel(new TimerKey.CallbackOver(now.id()));
        }
    }

    /** An attempt that was given up may ring on until the PBX has ended it; he is not called twice at once. */
    private boolean isBeingTried(CallbackId id) {
        return state.outgoing.stream().anyMatch(call -> id.equals(state.calls.get(call).callback));
    }

    /** An attempt has ended; if it had been given up before, the callback waits only from now on. */
    void attemptEnded(Entry entry) {
        wait(entry);
    }

    private void wait(Entry entry) {
        Callback now = entry.now();
        if (now.state() != CallbackState.WAITING || isBeingTried(now.id())) {
            return;
        }
        if (now.nextMs() > state.nowMs) {
            state.timers.schedule(new TimerKey.CallbackDue(now.id()), now.nextMs());
        } else {
            book().due(entry);
            state.callbacksLook = true;
        }
    }
}
