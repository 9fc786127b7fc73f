package io.halfminute.routing;

import io.halfminute.agent.Agent;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.Profile;
import io.halfminute.queue.Kind;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.WaitingCall;
import io.halfminute.queue.WaitingLine;
import io.halfminute.routing.Decision.Candidate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides as {@link LeastToSpare} does, by the {@link Index}. It has to be told what changes: {@link #see} of an agent
 * whenever he may have become free, busy or another one, and {@link #serve} of the queues. Calls it finds in the line.
 */
public final class Router {

    private final WaitingLine line;
    private final Table table;
    private final Index index;
    private final Map<AgentId, IdleAgent> agents = new HashMap<>();

    public Router(WaitingLine line) {
        this.line = line;
        this.table = new Table(line);
        this.index = new Index(line.lanes(), table.grid());
    }

    /** These are the queues from now on. */
    public void serve(Collection<QueueSpec> queues) {
        table.serve(queues);
        index.queuesChanged();
    }

    /** What this agent can do and whether he is free, at present. */
    public void see(Agent agent, long nowMs) {
        IdleAgent seen = agents.get(agent.id());
        if (seen == null) {
            seen = new IdleAgent(agent.id(), table.enter(agent.profile()));
            agents.put(agent.id(), seen);
        }
        if (seen.seen != agent.profile()) {
            takeProfile(seen, agent.profile());
        }
        if (!agent.isFree(nowMs)) {
            makeBusy(seen);
        } else if (!seen.isIdle || seen.sinceMs() != agent.readySinceMs()) {
            makeBusy(seen);
            index.free(seen, agent.readySinceMs());
        }
    }

    private void takeProfile(IdleAgent seen, Profile profile) {
        if (!table.isStill(seen.profile, profile)) {
            makeBusy(seen);
            table.leave(seen.profile);
            seen.profile = table.enter(profile);
        }
        seen.seen = profile;
    }

    /** He is no agent any more. */
    public void forget(AgentId id) {
        IdleAgent seen = agents.remove(id);
        if (seen != null) {
            makeBusy(seen);
            table.leave(seen.profile);
        }
    }

    private void makeBusy(IdleAgent agent) {
        if (agent.isIdle) {
            index.busy(agent);
        }
    }

    /** Whether he can have a call, as far as was seen of him. */
    public boolean isIdle(AgentId id) {
        IdleAgent seen = agents.get(id);
        return seen != null && seen.isIdle;
    }

    /** The call that he gets when he is free: of those that wait, the first in order that admits him; null if none does. */
    public WaitingCall firstFor(AgentId id) {
        table.keepUp();
        WaitingCall named = line.firstOf(id);
        WaitingCall found = (WaitingCall) index.firstFor(agents.get(id).profile);
        return named == null || found != null && found.compareTo(named) < 0 ? found : named;
    }

    /** Whom the call goes to now; null when nobody is free who can take it. */
    public AgentId bestFor(WaitingCall call) {
        return bestFor(call, Set.of());
    }

    /** The same, but none of these agents. */
    AgentId bestFor(WaitingCall call, Set<AgentId> besides) {
        IdleAgent best = best(call, kindOf(call), besides);
        return best == null ? null : best.id();
    }

    /** A call that has no place may be the first of its kind, so the table is looked after behind that. */
    private int kindOf(WaitingCall call) {
        int kind = line.kindOf(call);
        table.keepUp();
        return kind;
    }

    private IdleAgent best(WaitingCall call, int kind, Set<AgentId> besides) {
        if (call.named() != null) {
            IdleAgent named = agents.get(call.named());
            return named != null && named.isIdle && !besides.contains(named.id()) ? named : null;
        }
        boolean untried = call.tries().isEmpty();
        if (untried && besides.isEmpty()) {
            return index.bestFor(kind);
        }
        IdleAgent fresh = index.bestFor(kind, agent -> call.tries(agent.id()) > 0 || besides.contains(agent.id()));
        return fresh != null || untried ? fresh : bestTried(call, kind, besides);
    }

    /** Those whose phones have rung for the call already are few, so they are looked at one by one. */
    private IdleAgent bestTried(WaitingCall call, int kind, Set<AgentId> besides) {
        IdleAgent best = null;
        for (AgentId id : call.tries().keySet()) {
            IdleAgent agent = agents.get(id);
            boolean can = agent != null && agent.isIdle && !besides.contains(id) && table.grid().does(kind, agent.profile);
            if (can && (best == null || isBetter(call, kind, agent, best))) {
                best = agent;
            }
        }
        return best;
    }

    private boolean isBetter(WaitingCall call, int kind, IdleAgent one, IdleAgent other) {
        int byTries = Integer.compare(call.tries(one.id()), call.tries(other.id()));
        return byTries < 0 || byTries == 0 && index.isBetter(kind, one, other);
    }

    /** Whom the call goes to now, with the reasons; empty when nobody is free who can take it. */
    public Optional<Decision> decide(WaitingCall call, Team team, int waiting, long nowMs) {
        List<Candidate> candidates = candidates(call);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Decision(call.id(), candidates.getFirst().agent(), call.deadlineMs() - nowMs, waiting,
                candidates, LeastToSpare.leftOut(call, team, nowMs)));
    }

    private List<Candidate> candidates(WaitingCall call) {
        int kind = kindOf(call);
        List<Candidate> candidates = new ArrayList<>();
        for (IdleAgent agent : call.named() == null ? bests(call, kind) : named(call)) {
            candidates.add(candidate(call, kind, agent));
        }
        return candidates;
    }

    private List<IdleAgent> named(WaitingCall call) {
        IdleAgent named = best(call, kindOf(call), Set.of());
        return named == null ? List.of() : List.of(named);
    }

    /** Those who were not tried yet come before those who were. */
    private List<IdleAgent> bests(WaitingCall call, int kind) {
        boolean untried = call.tries().isEmpty();
        List<IdleAgent> bests = index.bestsFor(kind, Decision.MAX_LISTED, agent -> !untried && call.tries(agent.id()) > 0);
        Set<AgentId> listed = new HashSet<>();
        IdleAgent next = untried || bests.size() == Decision.MAX_LISTED ? null : bestTried(call, kind, listed);
        while (next != null && bests.size() < Decision.MAX_LISTED) {
            bests.add(next);
            listed.add(next.id());
            next = bestTried(call, kind, listed);
        }
        return bests;
    }

    private Candidate candidate(WaitingCall call, int kind, IdleAgent agent) {
        Kind asked = line.kinds().get(kind);
        return new Candidate(agent.id(), call.tries(agent.id()), table.shortOf(asked, agent.profile),
                table.spare(asked, agent.profile), index.standIns(agent, kind), agent.sinceMs());
    }
}
