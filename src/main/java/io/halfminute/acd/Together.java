package io.halfminute.acd;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.queue.WaitingCall;
import io.halfminute.routing.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends the offers of a step. Where the time left does not allow to try one agent after the other, the phones of several
 * ring together. This comes after every waiting call has got its one agent, so who is still free then is needed by nobody
 * in the line.
 */
final class Together {

    private final AcdState state;
    private final Offers offers;

    Together(AcdState state, Offers offers) {
        this.state = state;
        this.offers = offers;
    }

    /** @return whether anybody is rung with another */
    boolean send() {
        boolean any = false;
        for (Decision decision : offers.takeUnsent()) {
            LiveCall live = state.calls.get(decision.call());
            List<AgentId> others = others(live, decision.agent());
            offers.send(live, decision.together(others));
            any |= !others.isEmpty();
        }
        return any;
    }

    private List<AgentId> others(LiveCall live, AgentId first) {
        List<AgentId> others = new ArrayList<>();
        if (live.isOutgoing()) {
            return others;
        }
        while (others.size() + 1 < state.setup.routing().phonesAtOnce() && isShortOfTime(live, live.place.queue().ringMs())) {
            Optional<Agent> next = next(live, first);
            if (next.isEmpty()) {
                break;
            }
            offers.reserve(live, next.get());
            state.router.see(next.get(), state.nowMs);
            others.add(next.get().id());
        }
        return others;
    }

    /**
     * Whether he would be late when the first lets it ring and only then another phone rings.
     *
     * @param pickUpMs how long the other takes to pick up
     */
    private boolean isShortOfTime(LiveCall live, int pickUpMs) {
        return live.place.deadlineMs() - state.nowMs < live.offer.ringMs() + pickUpMs;
    }

    /** Who has let this call ring more often than the first is not rung with him. */
    private Optional<Agent> next(LiveCall live, AgentId first) {
        WaitingCall place = live.place;
        return Optional.ofNullable(state.router.bestFor(place)).map(state::agent)
                .filter(agent -> isShortOfTime(live, agent.pickUps().median()))
                .filter(agent -> place.tries(agent.id()) < place.tries(first))
                .filter(agent -> offers.canJoin(live, agent.phone()));
    }
}
