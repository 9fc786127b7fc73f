package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.call.CallEnd;
import io.halfminute.call.CallState;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxEvent.Snapshot;
import io.halfminute.pbx.PbxEvent.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the state agree with what is at the PBX now: calls that are there and unknown are taken over with their first
 * arrival time, calls that are known and not there have ended unseen, and the rest is put where the PBX has it. What
 * cannot be known is marked so, never invented.
 */
final class Resync {

    private final AcdState state;
    private final AgentMoves agents;
    private final Offers offers;
    private final CallMoves calls;
    private final Links links;
    private final Callbacks callbacks;
    private final Attempts attempts;

    Resync(AcdState state, AgentMoves agents, Offers offers, CallMoves calls, Links links, Callbacks callbacks,
           Attempts attempts) {
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.state = state;
        this.agents = agents;
        this.offers = offers;
        this.calls = calls;
        this.links = links;
    }

    void take(Snapshot snapshot) {
        KnownPbx pbx = state.pbxs.of(snapshot.pbx());
        boolean wasDown = links.up(pbx, snapshot);
        endThoseGone(snapshot);
        // Those at a phone last: by then whoever was there before has left it.
        snapshot.calls().stream().filter(found -> !isAtPhone(found)).forEach(found -> agree(found, snapshot, wasDown));
        snapshot.calls().stream().filter(Resync::isAtPhone).forEach(found -> agree(found, snapshot, wasDown));
        callbacks.resolve();
        // After the calls, so that a phone that is in use by one of them is not taken for a private call.
        phones(pbx, snapshot, wasDown);
        if (wasDown) {
            links.backInLine(pbx);
            agents.fallback.renew();
            state.touchedAgents.addAll(state.agents.keySet());
            state.touchedCalls.addAll(state.calls.keySet());
        }
    }

    private void endThoseGone(Snapshot snapshot) {
        Set<Object> there = new HashSet<>();
        snapshot.calls().forEach(found -> there.add(found.call()));
        for (LiveCall live : List.copyOf(state.calls.values())) {
            if (live.pbx.equals(snapshot.pbx()) && !there.contains(live.id()) && !isBegun(live, snapshot)
                    && live.call.arrivedMs() <= snapshot.atMs()) {
                calls.end(live, Cause.UNSEEN, false, snapshot.atMs());
            }
        }
    }

    /** The command for a call of our own may have been on its way. */
    private boolean isBegun(LiveCall live, Snapshot snapshot) {
        return live.isOutgoing() && live.call.state() == CallState.OFFERED
                && !state.isOverdue(live.call.sinceMs(), snapshot.atMs());
    }

    private static boolean isAtPhone(CallSnapshot found) {
        return found.stage() == Stage.OFFERED || found.stage() == Stage.DIALLING || found.stage() == Stage.CONNECTED;
    }

    /** What was told of a phone after the snapshot was made stands. */
    private void phones(KnownPbx pbx, Snapshot snapshot, boolean wasDown) {
        pbx.phones.keySet().retainAll(snapshot.phones().keySet());
        snapshot.phones().forEach((phone, status) -> {
            KnownPbx.PhoneNews known = pbx.phones.get(phone);
            if (wasDown || known == null || known.atMs() <= snapshot.atMs()) {
                pbx.phones.put(phone, new KnownPbx.PhoneNews(status, snapshot.atMs()));
            }
        });
        state.agents.values().forEach(links::told);
    }

    /** A snapshot that is made while all goes on is older than what was told meanwhile, and yields to it. */
    private void agree(CallSnapshot found, Snapshot snapshot, boolean wasDown) {
        if (wasDown && !snapshot.startedNew()) {
            state.findAgain(found.call());
        }
        LiveCall known = state.calls.get(found.call());
        if (state.hasEnded(found.call())) {
            return;
        }
        if (known == null && found.callback() > 0) {
            attempts.adopt(found, snapshot.pbx(), agentAt(found), snapshot.atMs());
        } else if (known != null && known.isOutgoing()) {
            attempts.correct(known, found, snapshot.atMs());
        } else if (known == null) {
            adopt(found, snapshot);
        } else if (wasDown || known.call.sinceMs() <= snapshot.atMs()) {
            correct(known, found, snapshot.atMs());
        }
    }

    private void adopt(CallSnapshot found, Snapshot snapshot) {
        long atMs = snapshot.atMs();
        LiveCall live = calls.arrive(snapshot.pbx(), found.call(), found.caller(), found.dialled(), found.arrivedMs(), true, atMs);
        if (live.place == null) {
            withoutQueue(live, found, atMs);
        } else {
            place(live, found, atMs);
        }
    }

    /** No queue serves its number any more: who talks, talks on; who waits is told. */
    private void withoutQueue(LiveCall live, CallSnapshot found, long atMs) {
        if (found.stage() == Stage.IN_FLOW || found.stage() == Stage.WAITING) {
            calls.admit(live);
            return;
        }
        live.call.announceEnd(found.answeredMs() > 0 ? CallEnd.ANSWERED : CallEnd.REFUSED);
        calls.leaves(live, "found at the PBX, no queue has its number", atMs);
    }

    /** A known call is touched only where the PBX contradicts; a command under way is no contradiction. */
    private void correct(LiveCall live, CallSnapshot found, long atMs) {
        switch (live.call.state()) {
            case OFFERED -> correctOffered(live, found, atMs);
            case CONNECTED -> {
                if (found.stage() != Stage.CONNECTED || isWithAnother(live, found)) {
                    calls.talkEnded(live, Cause.UNSEEN, endedMs(found, atMs));
                    place(live, found, atMs);
                }
            }
            case IN_FLOW, WAITING, AT_FALLBACK -> {
                if (differs(live.call.state(), found.stage()) && live.place == null) {
                    withoutQueue(live, found, atMs);
                } else if (differs(live.call.state(), found.stage())) {
                    state.line.leave(live.place);
                    place(live, found, atMs);
                }
            }
            case LEAVING -> correctLeaving(live, found, atMs);
            case DIALLING, ENDED -> { }
        }
    }

    private boolean isWithAnother(LiveCall live, CallSnapshot found) {
        Agent agent = agentAt(found);
        return agent != null && !agent.id().equals(live.talkingTo);
    }

    /** He was to leave, and stands in the waiting room though he has had the time: whatever sent him away has failed. */
    private void correctLeaving(LiveCall live, CallSnapshot found, long atMs) {
        if (found.stage() == Stage.WAITING && state.isOverdue(live.call.sinceMs(), atMs)) {
            calls.backInTheRoom(live, "found waiting", atMs);
        }
    }

    private void correctOffered(LiveCall live, CallSnapshot found, long atMs) {
        boolean sameOffer = live.offer.id.equals(found.offer());
        switch (found.stage()) {
            case CONNECTED -> {
                Agent winner = sameOffer ? winner(live, found) : null;
                if (winner != null) {
                    offers.answered(live, winner, answeredMs(found, atMs));
                } else {
                    offers.end(live, OfferOutcome.WITHDRAWN, Cause.UNSEEN, endedMs(found, atMs));
                    place(live, found, atMs);
                }
            }
            case WAITING -> {
                if (sameOffer) {
                    offers.end(live, OfferOutcome.FAILED, Cause.UNSEEN, atMs);
                    calls.waits(live, "back from an offer", atMs);
                }
            }
            case AT_FALLBACK, LEAVING -> {
                offers.end(live, OfferOutcome.WITHDRAWN, Cause.UNSEEN, atMs);
                place(live, found, atMs);
            }
            case IN_FLOW, OFFERED, DIALLING -> { }
        }
    }

    /** Who has picked up the present offer; null when that cannot be known, or he has another call. */
    private Agent winner(LiveCall live, CallSnapshot found) {
        List<AgentId> rung = live.offer.agents();
        Agent agent = found.phone() == null && rung.size() == 1 ? state.agent(rung.getFirst()) : agentAt(found);
        return agent == null || agent.state().hasCall() && !live.id().equals(agent.call()) ? null : agent;
    }

    private static boolean differs(CallState known, Stage found) {
        return switch (found) {
            case IN_FLOW -> false;
            case WAITING -> known != CallState.WAITING;
            case AT_FALLBACK -> known != CallState.AT_FALLBACK;
            // An offer that this server has ended may still be on its way out at the PBX.
            case OFFERED, DIALLING -> false;
            case CONNECTED, LEAVING -> true;
        };
    }

    private void place(LiveCall live, CallSnapshot found, long atMs) {
        switch (found.stage()) {
            case IN_FLOW, DIALLING -> { }
            case WAITING -> calls.waits(live, "found waiting", atMs);
            case AT_FALLBACK -> calls.atFallback(live, atMs);
            case OFFERED -> placeOffered(live, found);
            case CONNECTED -> placeConnected(live, found, atMs);
            case LEAVING -> {
                live.call.announceEnd(found.answeredMs() > 0 ? CallEnd.ANSWERED : null);
                calls.leaves(live, "found leaving", atMs);
            }
        }
    }

    private void placeOffered(LiveCall live, CallSnapshot found) {
        List<Agent> rung = found.phones().stream().map(state.byPhone::get)
                .filter(agent -> agent != null && !agent.state().hasCall()).distinct().toList();
        if (rung.isEmpty()) {
            calls.betweenSteps(live, "found ringing at a phone of nobody");
            return;
        }
        offers.adopt(live, rung, found.offer());
    }

    private void placeConnected(LiveCall live, CallSnapshot found, long atMs) {
        Agent agent = agentAt(found);
        if (agent == null || agent.state().hasCall()) {
            live.call.announceEnd(CallEnd.ANSWERED);
            calls.leaves(live, "found talking to nobody known", atMs);
            return;
        }
        offers.connect(live, agent, found.offer(), answeredMs(found, atMs));
    }

    private Agent agentAt(CallSnapshot found) {
        return found.phone() == null ? null : state.byPhone.get(found.phone());
    }

    /** What was before a conversation that nobody saw begin was over when it began. */
    private static long endedMs(CallSnapshot found, long atMs) {
        return found.stage() == Stage.CONNECTED ? answeredMs(found, atMs) : atMs;
    }

    private static long answeredMs(CallSnapshot found, long atMs) {
        return found.answeredMs() > 0 ? found.answeredMs() : atMs;
    }
}
