package io.halfminute.acd;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.callback.CallbackBook;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.queue.WaitingLine;
import io.halfminute.routing.HandleTimes;
import io.halfminute.routing.Router;
import io.halfminute.time.Timers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that the machine knows, and what the present step has said so far. Only the classes of this package touch it, one
 * step at a time. Iteration order is by id or by arrival, never by hash, so that a replay gives the same outputs.
 */
final class AcdState {

    /** How many calls that are gone are still known, so that late events about them are told from calls never seen. */
    private static final int REMEMBERED_ENDS = 10_000;

    final TreeMap<AgentId, Agent> agents = new TreeMap<>();
    /** The same once more, since each step looks some of them up. */
    private final Map<AgentId, Agent> byId = new HashMap<>();
    final Map<PhoneId, Agent> byPhone = new HashMap<>();
    final KnownPbxs pbxs = new KnownPbxs();
    final LinkedHashMap<CallId, LiveCall> calls = new LinkedHashMap<>();
    final WaitingLine line = new WaitingLine();
    final Router router = new Router(line);
    final Timers<TimerKey> timers = new Timers<>();
    /** How long conversations and wrap-ups take, as learned. */
    final HandleTimes handles = new HandleTimes();
    /** Who of the callers takes up room. */
    final House house = new House();
    /** Who is to be called back. */
    final CallbackBook callbacks = new CallbackBook();
    /** Whether more of those who are free may be given to callbacks than before this step. */
    boolean callbacksLook;
    /** How many agents are neither away nor in a pause. */
    int atWork;
    /** Calls of our own. */
    final Set<CallId> outgoing = new HashSet<>();
    private final Set<CallId> ended = boundedSet(REMEMBERED_ENDS);
    /** Those among them that ended with their PBX, as far as that could be known. */
    private final Set<CallId> lost = boundedSet(REMEMBERED_ENDS);

    Setup setup;
    long nextOffer;

    /** The time of the present step. */
    long nowMs;
    private List<PbxCommand> commands = new ArrayList<>();
    private List<AcdEvent> events = new ArrayList<>();
    private Outputs.Refusal refusal;

    /** Calls and agents that the present step touched: only among these can a new match, or a new fault, be. */
    final Set<CallId> touchedCalls = new TreeSet<>();
    final Set<AgentId> touchedAgents = new TreeSet<>();
    /** Groups of calls for which a ring is due. */
    final Set<Integer> dueGroups = new TreeSet<>();

    AcdState(Setup setup, long firstOffer) {
        this.setup = setup;
        this.nextOffer = firstOffer;
    }

    Optional<LiveCall> call(CallId id) {
        return Optional.ofNullable(calls.get(id));
    }

    Agent agent(AgentId id) {
        return byId.get(id);
    }

    /** The agent of this configuration; a new one if there was none. */
    Agent agent(AgentSpec spec) {
        Agent agent = agents.computeIfAbsent(spec.id(), _ -> new Agent(spec));
        byId.put(spec.id(), agent);
        return agent;
    }

    /** He is no agent any more. */
    void remove(Agent agent) {
        agents.remove(agent.id());
        byId.remove(agent.id());
        byPhone.remove(agent.phone(), agent);
    }

    PhoneStatus phone(PhoneId id) {
        return pbxs.phone(id);
    }

    /** Whether what is known of this call can be believed, and it can be commanded. */
    boolean isUp(LiveCall live) {
        return pbxs.isUp(live.pbx);
    }

    /** A call that waits stands in the line while it can be commanded. */
    void enterLine(LiveCall live) {
        if (isUp(live)) {
            line.enter(live.place);
        }
    }

    /** Whether what was asked of the PBX at {@code sinceMs} should have been done by {@code atMs}. */
    boolean isOverdue(long sinceMs, long atMs) {
        return sinceMs + setup.limits().commandGraceMs() <= atMs;
    }

    boolean hasEnded(CallId id) {
        return ended.contains(id);
    }

    void forget(LiveCall live) {
        calls.remove(live.id());
        callbacksLook |= outgoing.remove(live.id());
        ended.add(live.id());
    }

    /** It ended with its PBX; if that turns out to live, so may the call. */
    void forgetLost(LiveCall live) {
        forget(live);
        lost.add(live.id());
    }

    /** A call that was given up with its PBX is there after all. */
    void findAgain(CallId id) {
        if (lost.remove(id)) {
            ended.remove(id);
        }
    }

    void begin(long now) {
        nowMs = now;
        refusal = null;
        touchedCalls.clear();
        touchedAgents.clear();
    }

    void tell(AcdEvent event) {
        events.add(event);
        switch (event) {
            case AcdEvent.OfCall ofCall -> touchedCalls.add(ofCall.call());
            case AcdEvent.OfAgent ofAgent -> touchedAgents.add(ofAgent.agent());
            case AcdEvent.LinkChanged _, AcdEvent.PbxLost _, AcdEvent.SetupChanged _, AcdEvent.CallbackChanged _,
                AcdEvent.InvariantBroken _ -> { }
        }
    }

    void command(PbxCommand command) {
        commands.add(command);
    }

    void refuse(Outputs.Refusal.Code code, String message) {
        refusal = new Outputs.Refusal(code, message);
    }

    Outputs end() {
        Outputs outputs = new Outputs(commands, events, Optional.ofNullable(refusal));
        commands = new ArrayList<>();
        events = new ArrayList<>();
        refusal = null;
        return outputs;
    }

    private static <T> Set<T> boundedSet(int max) {
        return Collections.newSetFromMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
                return size() > max;
            }
        });
    }
}
