package io.halfminute.acd;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.Wish;
import io.halfminute.pbx.CallId;
import java.util.Objects;

/** Every way in which an agent's state changes, each with its timer and its event. */
final class AgentMoves {

    private final AcdState state;
    final Fallback fallback;

    AgentMoves(AcdState state) {
        this.state = state;
        this.fallback = new Fallback(state);
    }

    void move(Agent agent, AgentState to, String reason, CallId call, long untilMs, long atMs) {
        AgentState from = agent.state();
        agent.become(to, reason, call, untilMs, notBefore(agent, atMs));
        state.tell(new AcdEvent.AgentChanged(agent.id(), from, to, reason, call, untilMs, agent.sinceMs()));
        if (from == AgentState.WRAP_UP && to != AgentState.WRAP_UP) {
            state.timers.cancel(new TimerKey.WrapUpOver(agent.id()));
        }
        fallback.look(agent);
        if (isAtWork(from) != isAtWork(to)) {
            state.atWork += isAtWork(to) ? 1 : -1;
            state.callbacksLook = true;
        }
    }

    private static boolean isAtWork(AgentState in) {
        return in != AgentState.SIGNED_OUT && in != AgentState.PAUSED;
    }

    /** As with calls: one agent's times never run backwards. */
    private static long notBefore(Agent agent, long atMs) {
        return Math.max(atMs, agent.sinceMs());
    }

    void ready(Agent agent, String reason) {
        move(agent, AgentState.READY, reason, null, 0, state.nowMs);
    }

    void pause(Agent agent, PauseReason reason) {
        move(agent, AgentState.PAUSED, reason.code(), null, 0, state.nowMs);
    }

    void signOut(Agent agent, String reason) {
        agent.forgiveMisses();
        move(agent, AgentState.SIGNED_OUT, reason, null, 0, state.nowMs);
    }

    void wish(Agent agent, Wish wish) {
        if (!Objects.equals(agent.wish(), wish)) {
            agent.wish(wish);
            state.tell(new AcdEvent.WishChanged(agent.id(), wish == null ? null : wish.code(), state.nowMs));
        }
    }

    /** A conversation is over: wrap-up if the queue gives any, else on to {@link #goOn}. */
    void wrapUp(Agent agent, CallId call, long wrapUpMs, long atMs) {
        setPhone(agent, agent.phoneReachable(), false);
        if (wrapUpMs <= 0) {
            goOn(agent, "call-over");
            return;
        }
        long until = notBefore(agent, atMs) + wrapUpMs;
        move(agent, AgentState.WRAP_UP, "call-over", call, until, atMs);
        state.timers.schedule(new TimerKey.WrapUpOver(agent.id()), until);
    }

    /** A call that comes to the phone of somebody who is not at work, or rests, leaves him where he was. */
    void rememberWish(Agent agent) {
        if (agent.state() == AgentState.SIGNED_OUT) {
            wish(agent, Wish.SIGN_OUT);
        } else if (agent.state() == AgentState.PAUSED && !isPausedFor(agent, PauseReason.PHONE_UNREACHABLE)) {
            wish(agent, Wish.pause(new PauseReason(agent.reason())));
        }
    }

    /** Nothing holds the agent any more: what he wished for, or ready. */
    void goOn(Agent agent, String reason) {
        Wish wish = agent.wish();
        wish(agent, null);
        if (wish != null && wish.state() == AgentState.SIGNED_OUT) {
            signOut(agent, wish.code());
        } else if (wish != null) {
            pause(agent, wish.reason());
        } else if (!agent.phoneReachable()) {
            pause(agent, PauseReason.PHONE_UNREACHABLE);
        } else {
            ready(agent, reason);
        }
    }

    /** He let an offer pass: too many in a row and he is paused, so that callers do not wait for an empty chair. */
    void missed(Agent agent, String reason) {
        agent.missed();
        if (agent.misses() >= state.setup.limits().missesToPause()) {
            agent.forgiveMisses();
            if (agent.wish() == null) {
                pause(agent, PauseReason.NO_ANSWER);
                return;
            }
        }
        goOn(agent, reason);
    }

    /** No offers for a while. */
    void rest(Agent agent) {
        long until = state.nowMs + state.setup.limits().restAfterMissMs();
        agent.restUntil(until);
        state.timers.schedule(new TimerKey.Rested(agent.id()), until);
    }

    /** What the PBX says of his phone. */
    void phone(Agent agent, boolean reachable, boolean inUse) {
        setPhone(agent, reachable, inUse && !agent.state().hasCall());
        if (!reachable && agent.state() == AgentState.READY) {
            pause(agent, PauseReason.PHONE_UNREACHABLE);
        } else if (reachable && isPausedFor(agent, PauseReason.PHONE_UNREACHABLE)) {
            ready(agent, "phone-back");
        }
    }

    void setPhone(Agent agent, boolean reachable, boolean inUse) {
        if (reachable != agent.phoneReachable() || inUse != agent.phoneInUse()) {
            agent.phone(reachable, inUse);
            fallback.look(agent);
            state.tell(new AcdEvent.PhoneChanged(agent.id(), reachable, inUse, state.nowMs));
        }
    }

    private static boolean isPausedFor(Agent agent, PauseReason reason) {
        return agent.state() == AgentState.PAUSED && agent.reason().equals(reason.code());
    }
}
