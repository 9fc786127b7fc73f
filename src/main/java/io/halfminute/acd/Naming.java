package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.NameEnd;
import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.call.CallState;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.Ask;
import io.halfminute.queue.WaitingCall;
import io.halfminute.routing.Crew;
import io.halfminute.routing.Presence;
import io.halfminute.routing.Presences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What menu or ticket ask of a call beyond its queue, and the agent who knows the case (TEL-PERS): a caller waits for him for
 * a part of his time, as long as it can be hoped that he comes free in it, and is then everybody's.
 */
final class Naming {

    /** More is not taken from one input: it comes from the data of customers. */
    private static final int MOST_DEMANDS = 16;

    private final AcdState state;
    /** Who waits for whom. */
    private final TreeMap<AgentId, TreeSet<CallId>> waitFor = new TreeMap<>();
    private final Map<CallId, AgentId> named = new HashMap<>();
    private int dropped;

    Naming(AcdState state) {
        this.state = state;
    }

    void take(AcdInput.AskAlso input) {
        state.call(input.call()).filter(live -> live.place != null && !live.isOutgoing() && isLookedFor(live))
                .ifPresent(live -> {
                    add(live, input);
                    if (input.agent() != null) {
                        name(live, input.agent());
                    }
                });
    }

    private static boolean isLookedFor(LiveCall live) {
        return switch (live.call.state()) {
            case IN_FLOW, WAITING, OFFERED -> true;
            case AT_FALLBACK, DIALLING, CONNECTED, LEAVING, ENDED -> false;
        };
    }

    private void add(LiveCall live, AcdInput.AskAlso input) {
        WaitingCall place = live.place;
        var more = input.more().stream().filter(demand -> !place.added().contains(demand)).distinct().toList();
        if (more.isEmpty() || place.added().size() + more.size() > MOST_DEMANDS) {
            return;
        }
        state.line.change(place, waiting -> waiting.add(more));
        state.tell(new AcdEvent.CallAsks(live.id(), more, live.stamp(state.nowMs)));
    }

    private void name(LiveCall live, AgentId id) {
        if (live.call.state() == CallState.OFFERED || live.place.named() != null) {
            return;
        }
        Optional<NameEnd> not = whyNot(live, id);
        if (not.isPresent()) {
            state.tell(new AcdEvent.NameDropped(live.id(), id, not.get(), live.stamp(state.nowMs)));
            return;
        }
        state.line.change(live.place, waiting -> waiting.name(id));
        named.put(live.id(), id);
        waitFor.computeIfAbsent(id, _ -> new TreeSet<>()).add(live.id());
        long untilMs = untilMs(live);
        state.timers.schedule(new TimerKey.NameOver(live.id()), untilMs);
        state.tell(new AcdEvent.AgentNamed(live.id(), id, untilMs, live.stamp(state.nowMs)));
    }

    /**
     * Looks again at those who wait for somebody who has changed, or who have themselves.
     *
     * @return whether somebody is everybody's now
     */
    boolean check() {
        if (named.isEmpty()) {
            return false;
        }
        int before = dropped;
        List.copyOf(state.touchedCalls).forEach(this::check);
        for (AgentId id : List.copyOf(state.touchedAgents)) {
            List.copyOf(waitFor.getOrDefault(id, new TreeSet<>())).forEach(this::check);
        }
        return dropped != before;
    }

    private void check(CallId call) {
        AgentId id = named.get(call);
        LiveCall live = state.calls.get(call);
        if (id == null) {
            return;
        }
        if (live == null) {
            forget(id, call);
        } else if (!isLookedFor(live)) {
            forget(id, call);
            state.line.change(live.place, waiting -> waiting.name(null));
        } else if (live.call.state() != CallState.OFFERED) {
            whyNot(live, id).ifPresent(why -> end(live, id, why));
        }
    }

    /** The caller has waited for him as long as he should; while it rings at his phone that is looked at when it ends. */
    void timeOver(LiveCall live) {
        AgentId id = named.get(live.id());
        if (id != null && live.call.state() != CallState.OFFERED) {
            end(live, id, NameEnd.TIME_OVER);
        }
    }

    /** Anybody will do from now on. */
    private void end(LiveCall live, AgentId id, NameEnd why) {
        dropped++;
        forget(id, live.id());
        state.line.change(live.place, waiting -> waiting.name(null));
        state.tell(new AcdEvent.NameDropped(live.id(), id, why, live.stamp(state.nowMs)));
    }

    private void forget(AgentId id, CallId call) {
        named.remove(call);
        state.timers.cancel(new TimerKey.NameOver(call));
        waitFor.computeIfPresent(id, (_, calls) -> calls.remove(call) && calls.isEmpty() ? null : calls);
    }

    private long untilMs(LiveCall live) {
        return live.call.arrivedMs() + Math.round(live.place.queue().targetMs() * state.setup.routing().namedShare());
    }

    private Optional<NameEnd> whyNot(LiveCall live, AgentId id) {
        Agent agent = state.agent(id);
        WaitingCall place = live.place;
        int widest = place.queue().rings().size() - 1;
        if (agent == null || !Ask.of(place.queue(), place.added(), widest).admits(agent.profile())) {
            return Optional.of(NameEnd.NOT_OF_QUEUE);
        }
        if (place.tries(id) > 0) {
            return Optional.of(NameEnd.NOT_PICKED_UP);
        }
        Presence presence = presence(agent);
        if (presence.kind() == Presence.Kind.AWAY) {
            return Optional.of(NameEnd.NOT_AT_WORK);
        }
        long untilMs = untilMs(live);
        if (untilMs <= state.nowMs) {
            return Optional.of(NameEnd.TIME_OVER);
        }
        return comesFree(presence, live, untilMs) ? Optional.empty()
                : Optional.of(NameEnd.NOT_IN_TIME);
    }

    private Presence presence(Agent agent) {
        var queue = state.call(agent.call()).filter(held -> held.place != null).map(held -> held.place.queue().id());
        return Presences.of(agent, queue.orElse(null), state.handles);
    }

    /** As for a crew that is he alone; he need not have picked up by then, only to have been rung. */
    private boolean comesFree(Presence presence, LiveCall live, long untilMs) {
        Crew alone = new Crew(live.place.ask(), live.place.queue(), state.setup.routing());
        alone.add(presence);
        return alone.isFreeBy(untilMs)
                || untilMs - alone.freeWithinMs(state.handles.wrapUpMs(live.place.queue())) >= state.nowMs;
    }
}
