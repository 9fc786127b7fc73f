package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.Agent;
import io.halfminute.call.BrandId;
import io.halfminute.call.Call;
import io.halfminute.call.CallEnd;
import io.halfminute.call.CallState;
import io.halfminute.callback.CallbackState;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxCommand.Refusal;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.WaitingCall;

/** The way of a call: arrives, waits, is refused or diverted, ends. */
final class CallMoves {

    private static final long SECOND_MS = 1_000;

    private final AcdState state;
    private final AgentMoves agents;
    private final Offers offers;
    private final Callbacks callbacks;

    CallMoves(AcdState state, AgentMoves agents, Offers offers, Callbacks callbacks) {
        this.callbacks = callbacks;
        this.state = state;
        this.agents = agents;
        this.offers = offers;
    }

    /** A call that is not yet known; its place, if a queue serves the number, is not yet taken. */
    LiveCall arrive(PbxId pbx, CallId id, CallerId caller, String dialled, long arrivedMs, boolean adopted, long atMs) {
        Setup.Destination destination = state.setup.numbers().get(dialled);
        BrandId brand = destination == null ? null : destination.brand();
        QueueSpec queue = destination == null ? null : state.setup.queues().get(destination.queue());
        Call call = new Call(id, caller, dialled, brand, arrivedMs);
        WaitingCall place = queue == null ? null : new WaitingCall(call, queue);
        if (place != null && !destination.demands().isEmpty()) {
            place.add(destination.demands());
        }
        LiveCall live = new LiveCall(call, pbx, place);
        state.calls.put(id, live);
        state.tell(new AcdEvent.CallArrived(id, caller, dialled, brand, queue == null ? null : queue.id(),
                place == null ? 0 : place.creditMs(), arrivedMs, place == null ? arrivedMs : place.deadlineMs(), adopted,
                pbx, atMs));
        if (place != null) {
            state.timers.schedule(new TimerKey.Deadline(id), place.deadlineMs());
            queue.overflow().ifPresent(overflow ->
                    state.timers.schedule(new TimerKey.Overflow(id), arrivedMs + overflow.afterMs()));
            if (state.setup.callbacks().key().on()) {
                state.timers.schedule(new TimerKey.ProposeCallback(id), arrivedMs + state.setup.callbacks().key().waitedMs());
            }
        }
        callbacks.callArrived(live);
        return live;
    }

    /** Turns away a caller who cannot be served: nobody has the number, or there is no room. */
    void admit(LiveCall live) {
        if (live.place == null) {
            refuse(live, Refusal.UNKNOWN_NUMBER);
        } else if (state.house.isFull(state.setup.numbers().get(live.call.dialled()))) {
            refuse(live, Refusal.BRAND_FULL);
        } else if (state.house.size() >= state.setup.limits().maxCalls()) {
            refuse(live, Refusal.HOTLINE_FULL);
        } else if (state.line.size(live.place.queue().id()) >= live.place.queue().maxWaiting()) {
            refuse(live, Refusal.QUEUE_FULL);
        }
    }

    private void refuse(LiveCall live, Refusal why) {
        live.call.announceEnd(CallEnd.REFUSED);
        boolean calledBack = callbacks.promisedToRefused(live);
        state.tell(new AcdEvent.CallRefused(live.id(), why, calledBack, live.stamp(state.nowMs)));
        leaves(live, "refused: " + why, state.nowMs);
        state.command(new PbxCommand.Refuse(live.id(), why, calledBack));
    }

    /** Takes its place in the line, or takes it again. */
    void waits(LiveCall live, String reason, long atMs) {
        state.timers.cancel(new TimerKey.Stray(live.id()));
        live.call.become(CallState.WAITING, reason, live.stamp(atMs));
        state.enterLine(live);
        state.tell(new AcdEvent.CallWaits(live.id(), live.place.queue().id(), live.call.sinceMs()));
        if (live.choosesCallback) {
            choosesCallback(live);
        }
    }

    /** He has pressed the key. While a phone rings for him that goes first; if nobody picks up, the key counts. */
    void choosesCallback(LiveCall live) {
        live.choosesCallback = true;
        if (live.call.state() == CallState.WAITING && state.isUp(live) && callbacks.chosen(live)) {
            live.choosesCallback = false;
            live.strandedAtPhone = false;
            state.line.leave(live.place);
            live.call.announceEnd(CallEnd.CALLBACK_TAKEN);
            leaves(live, "is called back", state.nowMs);
            state.command(new PbxCommand.ConfirmCallback(live.id()));
        }
    }

    /** Nothing has come of sending him away: he waits on, or is told again that nobody has the number. */
    void backInTheRoom(LiveCall live, String reason, long atMs) {
        state.timers.cancel(new TimerKey.Stray(live.id()));
        live.call.announceEnd(null);
        if (live.place == null) {
            admit(live);
        } else {
            overflowAgain(live);
            waits(live, reason, atMs);
        }
    }

    /** Whoever waits may be told for how long at most. */
    void tellWait(AcdInput.TellWait input) {
        state.call(input.call()).filter(live -> live.call.state() == CallState.WAITING && input.beforeMs() > state.nowMs)
                .ifPresent(live -> state.command(new PbxCommand.TellWait(live.id(), input.seconds(),
                        Math.toIntExact(Math.min(input.beforeMs() - state.nowMs, Integer.MAX_VALUE)))));
    }

    void waitTold(LiveCall live, PbxEvent.WaitTold told) {
        long atMs = live.stamp(told.atMs());
        state.tell(new AcdEvent.WaitTold(live.id(), told.seconds(), atMs + told.seconds() * SECOND_MS, atMs));
    }

    /** Who was sent to an outside number in vain is sent there again when he has waited as long once more. */
    private void overflowAgain(LiveCall live) {
        TimerKey key = new TimerKey.Overflow(live.id());
        if (state.timers.has(key)) {
            return;
        }
        if (live.outsideRing != null) {
            state.timers.schedule(key, state.nowMs + live.place.queue().targetMs());
        } else {
            live.place.queue().overflow().ifPresent(overflow ->
                    state.timers.schedule(key, state.nowMs + overflow.afterMs()));
        }
    }

    /** Between two steps at the PBX; if none follows in time, it is taken to wait. */
    void betweenSteps(LiveCall live, String reason) {
        live.call.become(CallState.IN_FLOW, reason, live.stamp(state.nowMs));
        state.timers.schedule(new TimerKey.Stray(live.id()), state.nowMs + state.setup.limits().commandGraceMs());
    }

    void atFallback(LiveCall live, long atMs) {
        if (live.place != null) {
            state.line.leave(live.place);
        }
        live.call.become(CallState.AT_FALLBACK, "no server was alive", live.stamp(atMs));
        state.tell(new AcdEvent.CallAtFallback(live.id(), live.call.sinceMs()));
    }

    /** The queue sends the caller to an outside number. */
    void divert(LiveCall live, String number) {
        state.line.leave(live.place);
        live.call.announceEnd(CallEnd.DIVERTED);
        leaves(live, "diverted to " + number, state.nowMs);
        state.command(new PbxCommand.Divert(live.id(), number));
    }

    /** Nobody has to pick it up any more. */
    void leaves(LiveCall live, String reason, long atMs) {
        live.call.become(CallState.LEAVING, reason, live.stamp(atMs));
        state.tell(new AcdEvent.CallLeaves(live.id(), live.call.sinceMs()));
    }

    /** The agent's side has hung up; the caller is on his way out. */
    void talkEnded(LiveCall live, Cause cause, long atMs) {
        Agent agent = state.agent(live.talkingTo);
        live.talkingTo = null;
        live.call.become(CallState.LEAVING, "talk over", live.stamp(atMs));
        state.tell(new AcdEvent.TalkEnded(live.id(), agent.id(), cause, live.call.sinceMs()));
        agents.wrapUp(agent, live.id(), live.place.queue().wrapUpMs(), live.call.sinceMs());
    }

    /** The caller is gone. Whoever was held by the call is free again. */
    void end(LiveCall live, Cause cause, boolean seen, long atMs) {
        boolean cutOff = cause.reason() == Cause.Reason.PBX_LOST && live.call.state() != CallState.LEAVING;
        if (live.offer != null) {
            offers.end(live, OfferOutcome.CALLER_LEFT, cause, atMs);
        }
        if (live.call.state() == CallState.DIALLING) {
            leftDialling(live, atMs);
        } else if (live.talkingTo != null) {
            talkEnded(live, cause, atMs);
        }
        if (live.place != null) {
            state.line.leave(live.place);
        }
        state.timers.cancel(new TimerKey.Deadline(live.id()));
        state.timers.cancel(new TimerKey.Overflow(live.id()));
        state.timers.cancel(new TimerKey.Stray(live.id()));
        state.timers.cancel(new TimerKey.NameOver(live.id()));
        state.timers.cancel(new TimerKey.ProposeCallback(live.id()));
        CallEnd end = live.call.end();
        live.call.become(CallState.ENDED, end.name(), live.stamp(atMs));
        if (cause.reason() == Cause.Reason.PBX_LOST) {
            state.forgetLost(live);
        } else {
            state.forget(live);
        }
        state.tell(new AcdEvent.CallEnded(live.id(), end, cause, seen, live.call.sinceMs()));
        if (live.isOutgoing()) {
            attemptOver(live, cause);
        } else {
            callbacks.callOver(live, end, cutOff);
        }
    }

    /** Nobody talked, so there is nothing to wrap up. */
    private void leftDialling(LiveCall live, long atMs) {
        Agent agent = state.agent(live.talkingTo);
        live.talkingTo = null;
        state.timers.cancel(new TimerKey.SilentDial(live.id()));
        live.call.become(CallState.LEAVING, "customer not reached", live.stamp(atMs));
        agents.setPhone(agent, agent.phoneReachable(), false);
        agents.goOn(agent, "customer-not-reached");
    }

    /** What has become of the callback depends on how far its attempt came. */
    private void attemptOver(LiveCall live, Cause cause) {
        state.callbacks.find(live.callback).ifPresent(entry -> {
            if (live.call.answered()) {
                callbacks.close(entry, CallbackState.REACHED, "");
            } else if (live.talkedBy != null) {
                Cause why = live.missed == null ? cause : live.missed;
                callbacks.tried(entry, (why.reason() + " " + why.raw()).strip());
            } else {
                live.place.tries().keySet().forEach(entry::missedBy);
                callbacks.notTried(entry, "no agent picked up");
            }
            callbacks.attemptEnded(entry);
        });
    }
}
