package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.Agent;
import io.halfminute.call.CallState;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxEvent.Snapshot;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.util.List;
import java.util.TreeSet;

/**
 * The links to the PBXs, each for itself. While one is down what is on that PBX is unsure: its calls are not offered, and
 * agents whom only it reaches get none. When it is known to have ended, or has been away too long, its calls have ended with
 * it. What is on the others goes on.
 */
final class Links {

    private static final Cause PHONE_GONE = new Cause(Cause.Reason.UNREACHABLE, "");

    private final AcdState state;
    private final AgentMoves agents;
    private final Offers offers;
    private final CallMoves calls;
    private final Attempts attempts;
    private boolean watched;

    Links(AcdState state, AgentMoves agents, Offers offers, CallMoves calls, Attempts attempts) {
        this.attempts = attempts;
        this.state = state;
        this.agents = agents;
        this.offers = offers;
        this.calls = calls;
    }

    /** At the very start every PBX is away. */
    void watchOnce() {
        if (!watched) {
            watched = true;
            new TreeSet<>(state.setup.pbxs()).forEach(pbx -> watch(state.pbxs.of(pbx)));
        }
    }

    private void watch(KnownPbx pbx) {
        state.timers.schedule(new TimerKey.PbxAway(pbx.id), state.nowMs + state.setup.limits().pbxAwayMs());
    }

    void lost(PbxEvent.LinkLost event) {
        KnownPbx pbx = state.pbxs.of(event.pbx());
        if (!pbx.up) {
            return;
        }
        state.pbxs.up(pbx, false);
        state.tell(new AcdEvent.LinkChanged(false, event.why(), pbx.id, event.atMs()));
        watch(pbx);
        for (LiveCall live : state.calls.values()) {
            if (live.pbx.equals(pbx.id) && live.place != null) {
                state.line.leave(live.place);
                state.touchedCalls.add(live.id());
            }
        }
        state.agents.values().stream().filter(agent -> state.pbxs.isUnsure(agent.phone())).forEach(this::unsure);
    }

    /** A link that may be back in a second sends nobody who waits for calls into a pause; he only gets none. */
    private void unsure(Agent agent) {
        agents.setPhone(agent, false, false);
    }

    /**
     * The link is there, maybe again.
     *
     * @return whether it was down
     */
    boolean up(KnownPbx pbx, Snapshot snapshot) {
        boolean wasDown = !pbx.up;
        if (snapshot.startedNew()) {
            endAll(pbx, "it has started anew", snapshot.atMs());
            dropConversations(pbx, snapshot.atMs());
        }
        state.timers.cancel(new TimerKey.PbxAway(pbx.id));
        pbx.lost = false;
        state.pbxs.up(pbx, true);
        if (wasDown) {
            state.tell(new AcdEvent.LinkChanged(true, "", pbx.id, snapshot.atMs()));
        }
        return wasDown;
    }

    /** Those who have waited on take their places again. */
    void backInLine(KnownPbx pbx) {
        for (LiveCall live : state.calls.values()) {
            if (live.pbx.equals(pbx.id) && live.call.state() == CallState.WAITING && live.place != null) {
                state.line.enter(live.place);
            }
        }
    }

    void gone(PbxEvent.PbxGone event) {
        KnownPbx pbx = state.pbxs.of(event.pbx());
        if (!pbx.up) {
            endAll(pbx, event.why(), event.atMs());
            dropConversations(pbx, event.atMs());
            forgetPhones(pbx, event.atMs());
        }
    }

    /** Maybe only the way to it is gone: who talks over it with a caller elsewhere is left alone. */
    void awayTooLong(PbxId id) {
        KnownPbx pbx = state.pbxs.of(id);
        if (!pbx.up) {
            endAll(pbx, "it has been away too long", state.nowMs);
            forgetPhones(pbx, state.nowMs);
        }
    }

    private void endAll(KnownPbx pbx, String why, long atMs) {
        if (pbx.lost) {
            return;
        }
        pbx.lost = true;
        state.timers.cancel(new TimerKey.PbxAway(pbx.id));
        Cause cause = cause(pbx, why);
        state.tell(new AcdEvent.PbxLost(pbx.id, why, atMs));
        List.copyOf(state.calls.values()).stream().filter(live -> live.pbx.equals(pbx.id))
                .forEach(live -> calls.end(live, cause, false, atMs));
    }

    private static Cause cause(KnownPbx pbx, String why) {
        return new Cause(Cause.Reason.PBX_LOST, "PBX " + pbx.id + ": " + why);
    }

    /** Callers at other PBXs who talk over this one, or for whom it rings, hear nobody; they stay in the hotline. */
    private void dropConversations(KnownPbx pbx, long atMs) {
        for (LiveCall live : List.copyOf(state.calls.values())) {
            if (live.talkingTo != null && !live.isOutgoing() && pbx.id.equals(live.talkedOver)) {
                calls.talkEnded(live, cause(pbx, "it was between caller and agent"), atMs);
                live.strandedAtPhone = true;
                calls.waits(live, "the agent's PBX was lost", atMs);
            } else if (live.offer != null) {
                dropRinging(live, pbx, atMs);
            }
        }
    }

    private void dropRinging(LiveCall live, KnownPbx pbx, long atMs) {
        List<PhoneId> over = live.offer.phones().stream()
                .filter(phone -> !pbx.id.equals(live.pbx) && pbx.id.equals(live.offer.over(phone, live.pbx))).toList();
        for (PhoneId phone : over) {
            if (live.offer != null && live.offer.agentAt(phone) != null) {
                giveUpOffer(state.agent(live.offer.agentAt(phone)), atMs);
            }
        }
    }

    private void forgetPhones(KnownPbx pbx, long atMs) {
        pbx.phones.clear();
        List.copyOf(state.agents.values()).forEach(agent -> phone(agent, atMs));
    }

    /** What the PBXs together say of his phone now; one that is gone does not ring. */
    void phone(Agent agent, long atMs) {
        told(agent);
        if (state.phone(agent.phone()) == PhoneStatus.UNREACHABLE && !state.pbxs.isUnsure(agent.phone())) {
            giveUpOffer(agent, atMs);
        }
    }

    /** The same, of what may be a little old. */
    void told(Agent agent) {
        PhoneStatus status = state.phone(agent.phone());
        if (state.pbxs.isUnsure(agent.phone())) {
            unsure(agent);
        } else {
            agents.phone(agent, status != PhoneStatus.UNREACHABLE, status == PhoneStatus.IN_USE);
        }
    }

    private void phoneGone(LiveCall live, long atMs) {
        if (live.isOutgoing()) {
            attempts.notOffered(live, PHONE_GONE, true, atMs);
        } else {
            live.strandedAtPhone = true;
            calls.waits(live, "phone gone", atMs);
        }
    }

    /** The phone that rings has gone; the next agent's, unless one rings with it, rings at once. */
    private void giveUpOffer(Agent agent, long atMs) {
        if (agent.call() == null) {
            return;
        }
        state.call(agent.call()).filter(live -> live.offer != null && live.offer.has(agent.id()))
                .filter(live -> offers.endAt(live, agent.id(), OfferOutcome.UNREACHABLE, PHONE_GONE, atMs))
                .ifPresent(live -> phoneGone(live, atMs));
    }
}
