package io.halfminute.simulation;

import static io.halfminute.simulation.RuleBroken.require;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.Profile;
import io.halfminute.agent.Skills;
import io.halfminute.call.Call;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.WaitingCall;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * While its PBX can be heard, after no step does a call wait beside a free agent who could take it: one of a ring that is open for
 * it, or the one whom it waits for.
 */
final class NoFreeAgentBesideAWaitingCall implements Checker {

    private static final class Seen {
        AgentSpec spec;
        Skills skills = Skills.NONE;
        /** Of both; null when they have changed. */
        Profile profile;
        boolean phoneRings;
        long restUntilMs;

        Profile profile() {
            if (profile == null) {
                profile = new Profile(skills, spec.groups());
            }
            return profile;
        }
    }

    private final Map<CallId, WaitingCall> asks = new HashMap<>();
    private final Map<CallId, WaitingCall> waiting = new LinkedHashMap<>();
    private final Map<AgentId, Seen> agents = new HashMap<>();
    private final Set<AgentId> ready = new LinkedHashSet<>();
    private final Set<AgentId> withCall = new LinkedHashSet<>();
    private Setup setup;
    private final HeardLinks links = new HeardLinks();

    boolean knowsAsWaiting(CallId call) {
        return waiting.containsKey(call);
    }

    @Override
    public void see(Step step) {
        for (AcdEvent event : step.outputs().events()) {
            links.see(event, step.nowMs());
            seeCall(event);
            seeAgent(event, step.nowMs());
        }
        if (!waiting.isEmpty() && !ready.isEmpty()) {
            nobodyIsFree(step.nowMs());
        }
    }

    private void seeCall(AcdEvent event) {
        switch (event) {
            case AcdEvent.CallArrived arrived when arrived.queue() != null -> asks.put(arrived.call(), asked(arrived));
            case AcdEvent.CallWaits waits -> waiting.put(waits.call(), asks.get(waits.call()));
            case AcdEvent.RingOpened opened -> asks.get(opened.call()).open(asks.get(opened.call()).open() + 1);
            case AcdEvent.CallAsks more -> asks.get(more.call()).add(more.more());
            case AcdEvent.AgentNamed named -> asks.get(named.call()).name(named.agent());
            case AcdEvent.NameDropped dropped -> asks.get(dropped.call()).name(null);
            case AcdEvent.OfferMade made -> waiting.remove(made.call());
            case AcdEvent.OfferRinging rings -> waiting.remove(rings.call());
            case AcdEvent.CallAnswered answered -> {
                waiting.remove(answered.call());
                asks.computeIfPresent(answered.call(), (_, asked) -> {
                    asked.name(null);
                    return asked;
                });
            }
            case AcdEvent.CallAtFallback fallback -> waiting.remove(fallback.call());
            case AcdEvent.CallLeaves leaves -> waiting.remove(leaves.call());
            case AcdEvent.CallEnded ended -> {
                waiting.remove(ended.call());
                asks.remove(ended.call());
            }
            default -> { }
        }
    }

    private WaitingCall asked(AcdEvent.CallArrived arrived) {
        Call call = new Call(arrived.call(), arrived.caller(), arrived.dialled(), arrived.brand(), arrived.arrivedMs());
        WaitingCall asked = new WaitingCall(call, setup.queues().get(arrived.queue()));
        asked.add(setup.numbers().get(arrived.dialled()).demands());
        return asked;
    }

    private void seeAgent(AcdEvent event, long nowMs) {
        switch (event) {
            case AcdEvent.SetupChanged changed -> learn(changed.setup());
            case AcdEvent.AgentChanged changed -> {
                put(ready, changed.agent(), changed.to() == AgentState.READY);
                put(withCall, changed.agent(), changed.to().hasCall());
            }
            case AcdEvent.PhoneChanged phone -> agent(phone.agent()).phoneRings = phone.reachable() && !phone.inUse();
            case AcdEvent.SkillsChanged changed -> can(agent(changed.agent()), changed.skills());
            case AcdEvent.OfferEnded ended -> {
                switch (ended.outcome()) {
                    case REFUSED, BUSY, FAILED ->
                        agent(ended.agent()).restUntilMs = nowMs + setup.limits().restAfterMissMs();
                    case NO_ANSWER, UNREACHABLE, CALLER_LEFT, ANSWERED_ELSEWHERE, WITHDRAWN -> { }
                }
            }
            default -> { }
        }
    }

    private Seen agent(AgentId id) {
        return agents.computeIfAbsent(id, _ -> new Seen());
    }

    private static void put(Set<AgentId> set, AgentId agent, boolean in) {
        if (in) {
            set.add(agent);
        } else {
            set.remove(agent);
        }
    }

    /** Agents who are configured no more and have no call are forgotten. */
    private void learn(Setup changed) {
        setup = changed;
        agents.keySet().removeIf(id -> !changed.agents().containsKey(id) && !withCall.contains(id));
        changed.agents().forEach((id, spec) -> {
            Seen seen = agent(id);
            if (seen.spec == null || !seen.spec.skills().equals(spec.skills())) {
                can(seen, spec.skills());
            }
            seen.spec = spec;
            seen.profile = null;
        });
    }

    private static void can(Seen seen, Skills skills) {
        seen.skills = skills;
        seen.profile = null;
    }

    private void nobodyIsFree(long nowMs) {
        for (AgentId id : ready) {
            Seen agent = agent(id);
            if (agent.phoneRings && agent.restUntilMs <= nowMs) {
                for (Map.Entry<CallId, WaitingCall> caller : waiting.entrySet()) {
                    if (links.isUp(caller.getKey()) && admits(caller.getValue(), id, agent.profile())) {
                        throw new RuleBroken(caller.getKey() + ": it waits beside agent " + id + ", who is free");
                    }
                }
            }
        }
    }

    private static boolean admits(WaitingCall asked, AgentId id, Profile profile) {
        return asked.named() == null ? asked.ask().admits(profile) : asked.named().equals(id);
    }

    @Override
    public void settled() {
        require(waiting.isEmpty(), waiting.keySet(), "these calls still wait");
    }
}
