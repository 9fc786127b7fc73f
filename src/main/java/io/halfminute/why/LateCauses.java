package io.halfminute.why;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.CallArrived;
import io.halfminute.acd.AcdEvent.OfferMade;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.why.Watched.Stage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Folds events into the causes of late calls. When a deadline passes the cause is told as far as it is known then, and once
 * more when somebody picks up or the call ends. Not thread safe.
 */
public final class LateCauses {

    /** So far is looked back along the line for calls that are overtaken. */
    private static final int MOST_OVERTAKEN = 200;

    private final int mostCalls;
    private final Crew crew = new Crew();
    private final Map<PbxId, Links> links = new HashMap<>();
    private final Map<CallId, Watched> calls = new HashMap<>();
    /** In the order in which they began to wait. */
    private final Map<CallId, Watched> waiting = new LinkedHashMap<>();

    /**
     * What became known of a late call.
     *
     * @param lateness empty when it was in time after all: the PBX's news came late
     * @param last     nothing more will be told of it
     */
    public record Verdict(CallId call, Optional<Lateness> lateness, boolean last) {
    }

    /** @param mostCalls so many are watched at the same time; of those beyond it no cause is told */
    public LateCauses(int mostCalls) {
        this.mostCalls = mostCalls;
    }

    /** Takes in one event; what it tells of a late call is in the answer. */
    public Optional<Verdict> apply(AcdEvent event) {
        return switch (event) {
            case AcdEvent.OfCall ofCall -> ofCall(ofCall);
            case AcdEvent.OfAgent ofAgent -> {
                crew.take(ofAgent);
                yield Optional.empty();
            }
            case AcdEvent.SetupChanged changed -> {
                crew.configure(changed.setup(), changed.atMs());
                yield Optional.empty();
            }
            case AcdEvent.LinkChanged changed -> {
                links(changed.pbx()).changed(changed.up(), changed.atMs());
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Links links(PbxId pbx) {
        return links.computeIfAbsent(pbx, _ -> new Links());
    }

    private Optional<Verdict> ofCall(AcdEvent.OfCall event) {
        Watched call = calls.get(event.call());
        if (call == null) {
            if (event instanceof CallArrived arrived) {
                arrived(arrived);
            }
            return Optional.empty();
        }
        return switch (event) {
            case AcdEvent.DeadlineMissed _ -> missed(call);
            case AcdEvent.CallAnswered answered -> over(call, answered.atMs(), answered.atMs());
            case AcdEvent.CallEnded ended -> over(call, Long.MAX_VALUE, ended.atMs());
            default -> {
                moved(call, event);
                yield Optional.empty();
            }
        };
    }

    private void arrived(CallArrived arrived) {
        QueueSpec queue = crew.queue(arrived.queue());
        if (queue != null && calls.size() < mostCalls) {
            calls.put(arrived.call(), new Watched(arrived, queue));
        }
    }

    private void moved(Watched call, AcdEvent.OfCall event) {
        switch (event) {
            case AcdEvent.CallWaits waits -> waits(call, waits.atMs());
            case OfferMade made -> {
                waiting.remove(call.id);
                call.rings(made.offer(), made.agent(), made.atMs());
                overtakes(call, made.agent(), made.atMs());
            }
            case AcdEvent.OfferEnded ended -> call.silent(ended.offer(), ended.agent(), ended.outcome(),
                    ended.cause() == null ? "" : ended.cause().raw(), ended.atMs());
            case AcdEvent.RingOpened opened -> call.search.opened(opened.ring(), opened.atMs());
            case AcdEvent.CallAsks asks -> call.search.asksFor(asks.more());
            case AcdEvent.AgentNamed named -> call.search.named(named.agent(), named.atMs());
            case AcdEvent.NameDropped dropped -> call.search.nameDropped(dropped.agent(), dropped.atMs());
            case AcdEvent.CallAtFallback fallback -> leavesLine(call, Stage.PBX, fallback.atMs());
            case AcdEvent.CallLeaves leaves -> leavesLine(call, Stage.GONE, leaves.atMs());
            default -> { }
        }
    }

    private void waits(Watched call, long atMs) {
        call.move(Stage.WAITING, atMs);
        if (call.ahead < 0) {
            call.ahead = 0;
            waiting.values().forEach(other -> {
                if (other.queue.id().equals(call.queue.id())) {
                    call.ahead++;
                    call.aheadMs = Math.max(call.aheadMs, atMs - other.arrivedMs);
                }
            });
        }
        waiting.put(call.id, call);
    }

    private void leavesLine(Watched call, Stage to, long atMs) {
        waiting.remove(call.id);
        call.move(to, atMs);
    }

    /** Somebody who could have taken calls that came before this one was given to this one. */
    private void overtakes(Watched served, AgentId agent, long atMs) {
        int seen = 0;
        for (Watched other : waiting.values()) {
            if (seen++ >= MOST_OVERTAKEN) {
                return;
            }
            if (other.arrivedMs < served.arrivedMs && atMs < other.deadlineMs && crew.isAble(agent, other.search)) {
                isOvertaken(other, agent, atMs);
            }
        }
    }

    private void isOvertaken(Watched other, AgentId agent, long atMs) {
        AgentId named = other.search.namedAt(atMs);
        String ring = crew.closedRing(agent, other.search, atMs);
        if (named != null && !named.equals(agent)) {
            isPassed(other, new Watched.Passed(LateCause.NAMED_AGENT_WAITED, named, "", atMs));
        } else if (named == null && ring != null) {
            isPassed(other, new Watched.Passed(LateCause.RING_OPENED_LATE, agent, ring, atMs));
        } else {
            other.overtakenMs = other.overtakenBy == 0 ? atMs : other.overtakenMs;
            other.overtakenBy++;
        }
    }

    private static void isPassed(Watched other, Watched.Passed passed) {
        if (other.passed == null) {
            other.passed = passed;
        }
    }

    private Optional<Verdict> missed(Watched call) {
        call.lateness = Inquiry.into(call, crew, links(call.pbx), Lateness.NEVER, call.deadlineMs);
        return Optional.of(new Verdict(call.id, Optional.of(call.lateness), false));
    }

    /** Somebody picks up, or the call ends; meanwhile it may have become known how long a wrap-up took. */
    private Optional<Verdict> over(Watched call, long answeredMs, long atMs) {
        calls.remove(call.id);
        waiting.remove(call.id);
        if (call.lateness == null) {
            return Optional.empty();
        }
        if (answeredMs <= call.deadlineMs) {
            return Optional.of(new Verdict(call.id, Optional.empty(), true));
        }
        long lateMs = answeredMs == Long.MAX_VALUE ? Lateness.NEVER : answeredMs - call.deadlineMs;
        boolean remembered = crew.all().stream().allMatch(member -> member.knownSinceMs() <= call.seenFromMs);
        Lateness last = remembered ? Inquiry.into(call, crew, links(call.pbx), lateMs, atMs)
                : new Lateness(lateMs, call.lateness.reasons());
        return Optional.of(new Verdict(call.id, Optional.of(last), true));
    }
}
