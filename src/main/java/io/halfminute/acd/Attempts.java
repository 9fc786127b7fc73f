package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.call.Call;
import io.halfminute.call.CallEnd;
import io.halfminute.call.CallState;
import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackState;
import io.halfminute.callback.Entry;
import io.halfminute.callback.Outgoing;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.WaitingCall;
import io.halfminute.routing.Decision;
import io.halfminute.routing.Team;
import java.util.ArrayList;
import java.util.List;

/**
 * Attempts to keep a callback, each a call of our own: an agent is chosen as for a caller, his phone rings, when he picks up
 * the customer is dialled, and they talk. It never stands in the line: it is made in the moment in which its turn has come and
 * somebody is free, and where nothing comes of it the callback waits again.
 */
final class Attempts {

    private final AcdState state;
    private final AgentMoves agents;
    private final Offers offers;
    private final CallMoves calls;
    private final Callbacks callbacks;

    Attempts(AcdState state, AgentMoves agents, Offers offers, CallMoves calls, Callbacks callbacks) {
        this.state = state;
        this.agents = agents;
        this.offers = offers;
        this.calls = calls;
        this.callbacks = callbacks;
    }

    /**
     * Gives agents who are free to callbacks that come before every caller in the line. Before a step there was no such pair
     * but for the share of callbacks, so it has an agent who was freed, or callbacks or their share have changed.
     *
     * @param freed who became free in this step; those who are no longer are taken out
     */
    void serve(List<AgentId> freed) {
        boolean look = state.callbacksLook || !freed.isEmpty();
        state.callbacksLook = false;
        while (look && state.outgoing.size() < state.setup.callbacks().atOnce(state.atWork)) {
            look = serveOne();
        }
        freed.removeIf(id -> !state.router.isIdle(id));
    }

    /** Somebody who can take one callback can take all that ask for the same, so the first of each kind is tried for all. */
    private boolean serveOne() {
        for (Entry entry : state.callbacks.firsts()) {
            if (serve(entry)) {
                return true;
            }
        }
        return false;
    }

    private boolean serve(Entry entry) {
        WaitingCall place = place(entry, new CallId(PbxCommand.CallBack.PREFIX + state.nextOffer), state.nowMs);
        AgentId agent = state.router.bestFor(place);
        if (agent == null) {
            return false;
        }
        WaitingCall caller = state.router.firstFor(agent);
        if (caller != null && caller.orderMs() <= entry.orderMs()) {
            // He is the caller's; somebody else who could have taken this one is asked in the next step.
            state.callbacksLook = true;
            return false;
        }
        Team team = new Team(state.agents.values(), state.setup.queues().values());
        begin(place, entry, state.router.decide(place, team, state.line.size(), state.nowMs).orElseThrow());
        return true;
    }

    private WaitingCall place(Entry entry, CallId id, long arrivedMs) {
        Callback now = entry.now();
        Call call = new Call(id, new CallerId(now.request().number(), ""), outgoing(now).shows(), now.request().brand(),
                arrivedMs);
        call.announceEnd(CallEnd.NOT_REACHED);
        WaitingCall place = new WaitingCall(call, entry.queue());
        if (!now.request().demands().isEmpty()) {
            place.add(now.request().demands());
        }
        place.open(entry.queue().rings().size() - 1);
        entry.misses().forEach((agent, times) -> {
            for (int i = 0; i < times; i++) {
                place.tried(agent);
            }
        });
        return place;
    }

    private Outgoing outgoing(Callback callback) {
        return state.setup.callbacks().outgoing().getOrDefault(callback.request().brand(), Outgoing.PLAIN);
    }

    private void begin(WaitingCall place, Entry entry, Decision decision) {
        PbxId over = state.pbxs.over(state.agent(decision.agent()).phone(), PbxId.MAIN);
        LiveCall live = new LiveCall(place.call(), over, place, entry.id());
        enter(live, entry, false);
        offers.make(live, decision);
        state.router.see(state.agent(decision.agent()), state.nowMs);
    }

    private void enter(LiveCall live, Entry entry, boolean adopted) {
        state.calls.put(live.id(), live);
        state.outgoing.add(live.id());
        if (entry.now().state() != CallbackState.TALKING) {
            callbacks.under(entry, CallbackState.UNDER_WAY, live.id());
        }
        String dialled = outgoing(entry.now()).dial(live.call.caller().number()).orElse("");
        state.tell(new AcdEvent.CallbackTried(live.id(), entry.now(), dialled, live.pbx, adopted, live.call.arrivedMs()));
    }

    /** What the PBX is asked for; an attempt whose number may not be dialled any more was not begun. */
    static PbxCommand command(AcdState state, LiveCall live) {
        Outgoing outgoing = state.setup.callbacks().outgoing().getOrDefault(live.call.brand(), Outgoing.PLAIN);
        String number = live.call.caller().number();
        return new PbxCommand.CallBack(live.id(), live.offer.id, live.offer.phones().getFirst(), live.offer.ringMs(),
                new PbxCommand.Customer(live.callback.value(), outgoing.dial(number).orElse(number), outgoing.shows(),
                        state.setup.callbacks().dialMs(), live.call.brand().value()), live.pbx);
    }

    /** The agent has picked up, and the customer is dialled. */
    void pickedUp(LiveCall live, Agent agent, long atMs) {
        if (live.call.state() != CallState.OFFERED || agent == null) {
            return;
        }
        offers.dialling(live, agent, atMs);
        state.callbacks.find(live.callback).ifPresent(Entry::pickedUp);
        state.timers.schedule(new TimerKey.SilentDial(live.id()), state.nowMs + state.setup.callbacks().dialMs()
                + state.setup.limits().commandGraceMs());
    }

    /** Agent and customer talk. */
    void reached(LiveCall live, long atMs) {
        if (live.call.state() == CallState.OFFERED) {
            pickedUp(live, state.agent(live.offer.agents().getFirst()), atMs);
        }
        if (live.call.state() == CallState.DIALLING) {
            state.timers.cancel(new TimerKey.SilentDial(live.id()));
            offers.connect(live, state.agent(live.talkingTo), live.talkedBy, atMs);
            state.callbacks.find(live.callback).ifPresent(entry -> callbacks.under(entry, CallbackState.TALKING, live.id()));
        }
    }

    /** The customer is not there; the agent is free when his own phone has hung up, which follows. */
    void missed(LiveCall live, Cause cause) {
        if (live.call.state() == CallState.DIALLING) {
            live.missed = cause;
        }
    }

    /** The agent's phone was not picked up, or cannot be rung: the call ends, if need be by our own doing. */
    void notOffered(LiveCall live, Cause cause, boolean stillRings, long atMs) {
        if (stillRings) {
            state.command(new PbxCommand.HangUp(live.id()));
        }
        calls.end(live, cause, true, atMs);
    }

    /** The PBX says nothing of the customer. */
    void silent(LiveCall live) {
        if (live.call.state() != CallState.DIALLING) {
            return;
        }
        if (state.isUp(live)) {
            live.missed = new Cause(Cause.Reason.FAILED, "the PBX said nothing");
            notOffered(live, live.missed, true, state.nowMs);
        } else {
            state.timers.schedule(new TimerKey.SilentDial(live.id()), state.nowMs + state.setup.limits().commandGraceMs());
        }
    }

    /** Found at the PBX by a server that did not begin it: it goes on, or, if nobody knows what it is for, ends. */
    void adopt(CallSnapshot found, PbxId at, Agent agent, long atMs) {
        Entry entry = state.callbacks.find(new CallbackId(found.callback())).orElse(null);
        boolean talks = found.answeredMs() > 0;
        if (entry == null || agent == null || agent.state().hasCall()) {
            if (!talks) {
                state.command(new PbxCommand.HangUp(found.call()));
            }
            return;
        }
        WaitingCall place = place(entry, found.call(), found.arrivedMs());
        LiveCall live = new LiveCall(place.call(), at, place, entry.id());
        enter(live, entry, true);
        offers.adopt(live, new ArrayList<>(List.of(agent)), found.offer());
        correct(live, found, atMs);
    }

    /** Puts a known one where the PBX has it. */
    void correct(LiveCall live, CallSnapshot found, long atMs) {
        Agent agent = live.offer == null ? null : state.agent(live.offer.agents().getFirst());
        switch (found.stage()) {
            case DIALLING -> pickedUp(live, agent, atMs);
            case CONNECTED -> reached(live, found.answeredMs() > 0 ? found.answeredMs() : atMs);
            case IN_FLOW, WAITING, OFFERED, AT_FALLBACK, LEAVING -> { }
        }
    }
}
