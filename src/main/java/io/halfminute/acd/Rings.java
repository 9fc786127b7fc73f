package io.halfminute.acd;

import io.halfminute.agent.AgentId;
import io.halfminute.call.CallState;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.Ring;
import io.halfminute.queue.WaitingCall;
import io.halfminute.routing.Crew;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Opens the rings of calls in time, that is by a plan that counts backwards from the deadline, and at once where nobody in the
 * open ones could come free in time. Looked at again whenever an agent or a call has changed, also while a phone rings.
 * Queues with one ring cost nothing.
 */
final class Rings {

    /** Groups that nobody is in are kept, for the next call will ask for the same; but not more than this. */
    private static final int EMPTY_GROUPS_KEPT = 1_024;

    private final AcdState state;
    private Crews crews;
    private final Map<RingGroup.Key, RingGroup> byKey = new HashMap<>();
    private final TreeMap<Integer, RingGroup> groups = new TreeMap<>();
    private final Map<CallId, Spot> spots = new HashMap<>();
    private final TreeSet<Integer> changed = new TreeSet<>();
    private Setup planned;
    private int lastGroup;

    /** Where a call stands. */
    private record Spot(RingGroup group, int open, WaitingCall call) {
    }

    Rings(AcdState state) {
        this.state = state;
        this.crews = new Crews(state);
        this.planned = state.setup;
    }

    /**
     * Opens what is due after this step.
     *
     * @return whether a call asks for more agents than before
     */
    boolean open() {
        changed.clear();
        changed.addAll(state.dueGroups);
        state.dueGroups.clear();
        if (planned != state.setup) {
            startAnew();
            changed.addAll(groups.keySet());
        }
        for (AgentId agent : state.touchedAgents) {
            crews.update(agent).forEach(group -> changed.add(group.number));
        }
        state.touchedCalls.forEach(this::place);
        boolean opened = false;
        for (int number : changed) {
            RingGroup group = groups.get(number);
            if (group != null) {
                opened |= open(group);
            }
        }
        return opened;
    }

    /** With another configuration nobody is where he was. */
    private void startAnew() {
        groups.values().forEach(this::cancelTimers);
        planned = state.setup;
        crews = new Crews(state);
        byKey.clear();
        groups.clear();
        spots.clear();
        state.touchedCalls.addAll(state.calls.keySet());
        state.touchedAgents.addAll(state.agents.keySet());
    }

    private void place(CallId id) {
        LiveCall live = state.calls.get(id);
        Spot was = spots.isEmpty() ? null : spots.get(id);
        if (live == null || live.place == null || !isLookedFor(live) || live.place.open() == lastRing(live.place)) {
            if (was != null) {
                was.group.remove(was.call, was.open);
                spots.remove(id);
                changed.add(was.group.number);
            }
            return;
        }
        WaitingCall call = live.place;
        if (was != null && (was.open != call.open() || !was.group.key.added().equals(call.added()))) {
            was.group.remove(call, was.open);
            changed.add(was.group.number);
            was = null;
        }
        Spot spot = was != null ? was : new Spot(group(call), call.open(), call);
        spots.put(id, spot);
        spot.group.put(call, spot.open, live.call.state() == CallState.WAITING && call.named() == null);
        changed.add(spot.group.number);
    }

    private static int lastRing(WaitingCall call) {
        return call.queue().rings().size() - 1;
    }

    private static boolean isLookedFor(LiveCall live) {
        return switch (live.call.state()) {
            case IN_FLOW, WAITING, OFFERED, AT_FALLBACK -> true;
            case DIALLING, CONNECTED, LEAVING, ENDED -> false;
        };
    }

    private RingGroup group(WaitingCall call) {
        RingGroup.Key key = new RingGroup.Key(call.queue(), call.added());
        RingGroup known = byKey.get(key);
        if (known != null) {
            return known;
        }
        forgetEmptyGroups();
        RingGroup group = new RingGroup(++lastGroup, key, state.setup.routing());
        byKey.put(key, group);
        groups.put(group.number, group);
        crews.add(group);
        return group;
    }

    private void forgetEmptyGroups() {
        if (groups.size() < EMPTY_GROUPS_KEPT) {
            return;
        }
        for (Iterator<RingGroup> all = groups.values().iterator(); all.hasNext();) {
            RingGroup group = all.next();
            if (group.isEmpty()) {
                all.remove();
                byKey.remove(group.key);
                crews.remove(group);
            }
        }
    }

    private boolean open(RingGroup group) {
        double wrapUpMs = state.handles.wrapUpMs(group.key.queue());
        boolean opened = false;
        for (int level = 0; level < group.levels(); level++) {
            RingGroup.Due due = group.due(level, wrapUpMs, state.nowMs);
            for (int i = 0; due != null && i < state.setup.limits().timersPerStep(); i++) {
                open(group, level, due);
                opened = true;
                due = group.due(level, wrapUpMs, state.nowMs);
            }
            schedule(group, level, group.nextMs(level, wrapUpMs));
        }
        return opened;
    }

    private void schedule(RingGroup group, int level, long atMs) {
        TimerKey key = new TimerKey.RingOpens(group.number, level);
        if (atMs >= Crew.FOREVER_MS) {
            state.timers.cancel(key);
        } else if (!group.isScheduled(level, atMs) || !state.timers.has(key)) {
            state.timers.schedule(key, atMs);
        }
    }

    private void cancelTimers(RingGroup group) {
        for (int level = 0; level < group.levels(); level++) {
            state.timers.cancel(new TimerKey.RingOpens(group.number, level));
        }
    }

    private void open(RingGroup group, int level, RingGroup.Due due) {
        WaitingCall call = due.call();
        LiveCall live = state.calls.get(call.id());
        Ring ring = group.plan.ring(level + 1);
        boolean inLine = state.line.has(call);
        group.remove(call, level);
        state.line.change(call, waiting -> waiting.open(level + 1));
        if (level + 1 == group.levels()) {
            spots.remove(call.id());
        } else {
            spots.put(call.id(), new Spot(group, level + 1, call));
            group.put(call, level + 1, inLine && call.named() == null);
        }
        state.tell(new AcdEvent.RingOpened(call.id(), ring.name(), due.why(), live.stamp(state.nowMs)));
        ring.number().ifPresent(number -> sendOutside(live, number));
    }

    /** He goes there as soon as he stands in the line and nobody has become free. */
    private void sendOutside(LiveCall live, String number) {
        live.outsideRing = number;
        state.timers.schedule(new TimerKey.Overflow(live.id()), state.nowMs);
    }
}
