package io.halfminute.acd;

import io.halfminute.acd.AcdInput.FromPbx;
import io.halfminute.acd.AcdInput.OfAgent;
import io.halfminute.acd.AcdInput.Reconfigure;
import io.halfminute.acd.AcdInput.RestoreAgents;
import io.halfminute.acd.AcdInput.Tick;
import io.halfminute.time.Timers;

/**
 * The machine that brings callers to agents: a pure state machine, {@code state x input -> state + outputs}.
 *
 * <p>A call arrives, goes through the flow and waits ({@link io.halfminute.call.CallState}). As soon as an agent who can
 * take it is free he is <em>reserved</em>, counts as busy from that moment, and the PBX is asked to ring his phone: an
 * offer. The offer ends in exactly one of these ways:
 * <ul>
 * <li>picked up: caller and agent talk; when the agent's side ends he wraps up, and the caller leaves;
 * <li>not picked up, refused, busy, unreachable: the call is offered to the next agent in the same step;
 * <li>the caller hangs up: nobody missed anything, the agent keeps his place among those who wait;
 * <li>the PBX fails or says nothing for longer than the phone could ring: the call is taken back and offered anew.
 * </ul>
 * Commands are requests. What the PBX tells is believed: it may be late, double, or about a call that is gone, and each of
 * these is a normal input. After every step no free agent who could take a call stands beside a waiting one.
 *
 * <p>One thread owns an instance. Time is an argument.
 */
public final class Acd {

    private final AcdState state;
    private final AgentMoves agents;
    private final AgentRequests requests;
    private final CallMoves calls;
    private final Callbacks callbacks;
    private final Proposals proposals;
    private final PbxNews news;
    private final Alarms alarms;
    private final Configuring configuring;
    private final Rings rings;
    private final Naming naming;
    private final Links links;
    private final Matching matching;
    private final Together together;
    private final Invariants invariants;

    /**
     * @param firstOffer the id of the first offer; larger than any that an earlier run used
     */
    public Acd(Setup setup, long firstOffer) {
        state = new AcdState(setup, firstOffer);
        agents = new AgentMoves(state);
        Offers offers = new Offers(state, agents);
        callbacks = new Callbacks(state);
        calls = new CallMoves(state, agents, offers, callbacks);
        Attempts attempts = new Attempts(state, agents, offers, calls, callbacks);
        proposals = new Proposals(state, callbacks);
        requests = new AgentRequests(state, agents);
        links = new Links(state, agents, offers, calls, attempts);
        news = new PbxNews(state, offers, calls, new Resync(state, agents, offers, calls, links, callbacks, attempts), links, attempts,
                proposals);
        naming = new Naming(state);
        rings = new Rings(state);
        alarms = new Alarms(state, agents, offers, calls, naming, links, callbacks, attempts, proposals);
        configuring = new Configuring(state, agents);
        matching = new Matching(state, offers, attempts);
        together = new Together(state, offers);
        invariants = new Invariants(state);
        configuring.start();
    }

    /**
     * One step.
     *
     * @param nowMs milliseconds since 1970; an earlier time than in the last step is taken as it is
     */
    public Outputs apply(AcdInput input, long nowMs) {
        state.begin(nowMs);
        configuring.tellOnce();
        links.watchOnce();
        switch (input) {
            case FromPbx fromPbx -> news.take(fromPbx.event());
            case OfAgent request -> requests.take(request);
            case AcdInput.OfCallback asked -> callbacks.take(asked);
            case AcdInput.RestoreCallbacks left -> callbacks.restore(left.callbacks());
            case AcdInput.AskAlso more -> naming.take(more);
            case AcdInput.TellWait wait -> calls.tellWait(wait);
            case AcdInput.ProposeCallback waits -> proposals.foreseen(waits.call());
            case Tick _ -> { }
            case Reconfigure changed -> configuring.take(changed.setup());
            case AcdInput.Relearn past -> configuring.relearn(past.times());
            case RestoreAgents remembered -> configuring.restore(remembered.agents());
        }
        alarms.ring();
        bringTogether();
        agents.fallback.keep();
        state.touchedCalls.forEach(id -> state.house.settle(id, state.calls.get(id)));
        invariants.check();
        return state.end();
    }

    /**
     * Whoever is given away may have been the hope of those who wait on: then the next ring opens for them in the same step.
     * Each round opens a ring or drops a name, of which there are so many.
     */
    private void bringTogether() {
        naming.check();
        rings.open();
        boolean more;
        do {
            matching.match();
            more = naming.check();
            more |= rings.open();
            // Not before all rings are open: who is rung with another must be needed by nobody.
            if (!more && together.send()) {
                more = naming.check();
                more |= rings.open();
            }
        } while (more);
    }

    /** When the next {@link AcdInput.Tick} is due, or {@link Timers#NEVER}. */
    public long nextDeadlineMs() {
        return state.timers.nextMs();
    }
}
