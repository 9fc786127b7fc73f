package io.halfminute.acd;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
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
    final Map<PhoneId, Agent> byPhone = new HashMap<>();
    /** What the PBX last said of each phone, also of those that nobody has: an agent may get one of them. */
    final Map<PhoneId, PhoneNews> phones = new HashMap<>();
    final LinkedHashMap<CallId, LiveCall> calls = new LinkedHashMap<>();
    final WaitingLine line = new WaitingLine();
    final Router router = new Router(line);
    final Timers<TimerKey> timers = new Timers<>();
    /** How long conversations and wrap-ups take, as learned. */
    final HandleTimes handles = new HandleTimes();
    private final Set<CallId> ended = boundedSet(REMEMBERED_ENDS);

    /** A phone's status and since when the PBX says so. */
    record PhoneNews(PhoneStatus status, long atMs) {
    }

    Setup setup;
    long nextOffer;
    /** Whether the PBX can be believed and commanded: false before the first snapshot and after a lost link. */
    boolean linkUp;

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
        return agents.get(id);
    }

    PhoneStatus phone(PhoneId id) {
        PhoneNews news = phones.get(id);
        return news == null ? PhoneStatus.UNREACHABLE : news.status();
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
        ended.add(live.id());
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
            case AcdEvent.LinkChanged _, AcdEvent.SetupChanged _, AcdEvent.InvariantBroken _ -> { }
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
