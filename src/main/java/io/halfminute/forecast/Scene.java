package io.halfminute.forecast;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.Profile;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The room as it is, folded from events, and what is learned from each of them. An event about a call or an agent that is
 * not there (any more) changes nothing.
 */
final class Scene {

    private final int mostCalls;
    private final Lore lore;
    private final Listener listener;
    private final Map<CallId, SeenCall> calls = new TreeMap<>();
    private final Map<AgentId, SeenAgent> agents = new TreeMap<>();
    private Map<QueueId, QueueSpec> queues = new TreeMap<>();
    private Setup setup;
    private final Set<PbxId> heard = new HashSet<>();

    /** Is told what became of calls. */
    interface Listener {
        /** It is known whether the call was answered in time. */
        void settled(SeenCall call, boolean inTime, long atMs);

        /** An agent has picked up. */
        void answered(SeenCall call, long atMs);

        /** The caller has gone unanswered. */
        void left(SeenCall call, long atMs);
    }

    /**
     * @param mostCalls calls beyond so many are not followed
     */
    Scene(Lore lore, int mostCalls, Listener listener) {
        this.lore = lore;
        this.mostCalls = mostCalls;
        this.listener = listener;
    }

    void apply(AcdEvent event) {
        switch (event) {
            case AcdEvent.CallArrived arrived -> arrive(arrived);
            case AcdEvent.OfCall about -> applyToCall(about);
            case AcdEvent.OfAgent about -> applyToAgent(about);
            case AcdEvent.SetupChanged changed -> configure(changed.setup(), changed.atMs());
            case AcdEvent.LinkChanged link -> links(link);
            default -> { }
        }
    }

    private void configure(Setup now, long atMs) {
        setup = now;
        queues = new TreeMap<>(now.queues());
        lore.keepOnly(queues.keySet());
        queues.values().forEach(queue -> lore.queue(queue).arrivals.begin(atMs));
        agents.keySet().removeIf(agent -> !now.agents().containsKey(agent));
        now.agents().forEach((id, spec) -> agents.computeIfAbsent(id, _ -> new SeenAgent(spec, atMs)).configure(spec));
    }

    private QueueLore loreOf(QueueId queue) {
        QueueSpec spec = queue == null ? null : queues.get(queue);
        return spec == null ? null : lore.queue(spec);
    }

    private void arrive(AcdEvent.CallArrived arrived) {
        QueueLore known = loreOf(arrived.queue());
        if (known == null || calls.containsKey(arrived.call())) {
            return;
        }
        if (!arrived.adopted()) {
            known.arrivals.happened(arrived.arrivedMs());
        }
        if (calls.size() < mostCalls) {
            calls.put(arrived.call(), new SeenCall(arrived));
        }
    }

    private void applyToCall(AcdEvent.OfCall event) {
        SeenCall call = calls.get(event.call());
        QueueLore known = call == null ? null : loreOf(call.queue);
        if (known == null) {
            calls.remove(event.call());
            return;
        }
        switch (event) {
            case AcdEvent.CallWaits waits -> waits(call, waits, known);
            case AcdEvent.RingOpened opened -> ringOpened(call, opened, known);
            case AcdEvent.OfferMade made -> call.go(SeenCall.Stage.RINGING, made.agent(), made.atMs());
            case AcdEvent.OfferRinging ringing when call.stage != SeenCall.Stage.RINGING ->
                call.go(SeenCall.Stage.RINGING, ringing.agent(), ringing.atMs());
            case AcdEvent.OfferEnded ended -> offerEnded(call, ended, known);
            case AcdEvent.CallAnswered answered -> answered(call, answered, known);
            case AcdEvent.TalkEnded ended -> talkEnded(call, ended.atMs(), known);
            case AcdEvent.CallAtFallback atFallback -> call.go(SeenCall.Stage.ELSEWHERE, null, atFallback.atMs());
            case AcdEvent.CallLeaves leaves -> {
                talkEnded(call, leaves.atMs(), known);
                call.go(SeenCall.Stage.ELSEWHERE, null, leaves.atMs());
            }
            case AcdEvent.DeadlineMissed missed -> settle(call, false, missed.atMs());
            case AcdEvent.CallEnded ended -> ended(call, ended, known);
            default -> { }
        }
    }

    private void waits(SeenCall call, AcdEvent.CallWaits waits, QueueLore known) {
        if (!call.waited && call.stage == SeenCall.Stage.FLOW) {
            known.flow.add(waits.atMs() - call.arrivedMs);
        }
        call.waited = true;
        call.queue = waits.queue();
        call.go(SeenCall.Stage.WAITING, null, waits.atMs());
    }

    private void ringOpened(SeenCall call, AcdEvent.RingOpened opened, QueueLore known) {
        known.opened(opened.ring(), call.deadlineMs - opened.atMs());
        List<Ring> rings = queues.get(call.queue).rings();
        for (int ring = 0; ring < rings.size(); ring++) {
            if (rings.get(ring).name().equals(opened.ring())) {
                call.open = Math.max(call.open, ring + 1);
            }
        }
    }

    private void offerEnded(SeenCall call, AcdEvent.OfferEnded ended, QueueLore known) {
        if (call.stage != SeenCall.Stage.RINGING || !ended.agent().equals(call.agent)) {
            return;
        }
        switch (ended.outcome()) {
            case NO_ANSWER, UNREACHABLE, FAILED -> {
                known.missed.see(true);
                known.inVain.add(ended.atMs() - call.sinceMs);
            }
            case REFUSED, BUSY -> {
                known.missed.see(true);
                SeenAgent agent = agents.get(ended.agent());
                if (agent != null && setup != null) {
                    agent.restUntilMs = ended.atMs() + setup.limits().restAfterMissMs();
                }
            }
            case CALLER_LEFT, WITHDRAWN -> { }
        }
        call.go(SeenCall.Stage.WAITING, null, ended.atMs());
    }

    private void answered(SeenCall call, AcdEvent.CallAnswered answered, QueueLore known) {
        if (call.stage == SeenCall.Stage.RINGING) {
            known.pickUp.add(answered.atMs() - call.sinceMs);
            known.missed.see(false);
        }
        if (!call.answered) {
            call.answered = true;
            known.patience.stayed(answered.atMs() - call.arrivedMs);
            listener.answered(call, answered.atMs());
            settle(call, answered.atMs() <= call.deadlineMs, answered.atMs());
        }
        call.go(SeenCall.Stage.TALKING, answered.agent(), answered.atMs());
        SeenAgent agent = agents.get(answered.agent());
        if (agent != null) {
            agent.queue = call.queue;
        }
    }

    private void talkEnded(SeenCall call, long atMs, QueueLore known) {
        if (call.stage == SeenCall.Stage.TALKING) {
            known.talk.add(atMs - call.sinceMs);
            call.go(SeenCall.Stage.ELSEWHERE, null, atMs);
        }
    }

    private void ended(SeenCall call, AcdEvent.CallEnded ended, QueueLore known) {
        talkEnded(call, ended.atMs(), known);
        if (!call.answered) {
            if (ended.end() == CallEnd.ABANDONED && ended.seen()) {
                known.patience.gaveUp(ended.atMs() - call.arrivedMs);
            } else {
                known.patience.stayed(ended.atMs() - call.arrivedMs);
            }
            listener.left(call, ended.atMs());
            settle(call, false, ended.atMs());
        }
        calls.remove(call.id);
    }

    private void settle(SeenCall call, boolean inTime, long atMs) {
        if (!call.settled) {
            call.settled = true;
            listener.settled(call, inTime, atMs);
        }
    }

    private void applyToAgent(AcdEvent.OfAgent event) {
        SeenAgent agent = agents.get(event.agent());
        if (agent == null) {
            return;
        }
        switch (event) {
            case AcdEvent.AgentChanged changed -> changed(agent, changed);
            case AcdEvent.SkillsChanged skills ->
                agent.profile = new Profile(skills.skills(), agent.profile.groups());
            case AcdEvent.WishChanged wish -> agent.wish = wish.wish();
            case AcdEvent.PhoneChanged phone -> phone(agent, phone);
            default -> { }
        }
    }

    private void changed(SeenAgent agent, AcdEvent.AgentChanged changed) {
        if (agent.isAtWork()) {
            lore.worked(changed.atMs() - agent.countedMs);
        }
        agent.countedMs = changed.atMs();
        boolean wasAtWork = agent.isAtWork();
        boolean sameStay = agent.state == changed.to() && agent.state == AgentState.PAUSED
                && agent.reason.equals(changed.reason());
        if (!sameStay) {
            learnFrom(agent, changed.atMs());
            agent.sinceMs = changed.atMs();
        }
        agent.state = changed.to();
        agent.reason = changed.reason() == null ? "" : changed.reason();
        agent.untilMs = changed.untilMs();
        if (wasAtWork && agent.state == AgentState.PAUSED) {
            lore.left();
        }
    }

    private void learnFrom(SeenAgent agent, long atMs) {
        QueueLore known = loreOf(agent.queue);
        if (agent.state == AgentState.WRAP_UP && known != null) {
            known.wrapUp.add(atMs - agent.sinceMs);
        } else if (agent.state == AgentState.PAUSED && !agent.reason.equals(PauseReason.SIGNED_IN.code())) {
            lore.cameBack(agent.reason, atMs - agent.sinceMs);
        }
    }

    private void phone(SeenAgent agent, AcdEvent.PhoneChanged phone) {
        agent.reachable = phone.reachable();
        if (phone.inUse() == agent.inUse) {
            return;
        }
        agent.inUse = phone.inUse();
        if (agent.inUse) {
            agent.inUseSinceMs = phone.atMs();
            if (agent.isAtWork()) {
                lore.left();
            }
        } else {
            lore.cameBack(Lore.PRIVATE_CALL, phone.atMs() - agent.inUseSinceMs);
        }
    }

    Map<CallId, SeenCall> calls() {
        return calls;
    }

    Map<AgentId, SeenAgent> agents() {
        return agents;
    }

    Map<QueueId, QueueSpec> queues() {
        return queues;
    }

    /** The configuration; null before the first. */
    Setup setup() {
        return setup;
    }

    private void links(AcdEvent.LinkChanged link) {
        if (link.up()) {
            heard.add(link.pbx());
        } else {
            heard.remove(link.pbx());
        }
    }

    /** Whether any PBX can be heard; if not, what is seen here is old. */
    boolean linkUp() {
        return !heard.isEmpty();
    }
}
