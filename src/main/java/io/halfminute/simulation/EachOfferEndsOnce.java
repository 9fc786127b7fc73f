package io.halfminute.simulation;

import static io.halfminute.simulation.RuleBroken.require;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput.FromPbx;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.queue.QueueSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Each offer is made once to each of its agents, commanded once, and ends once for each, answered or not, no later than the
 * phones can ring and the PBX be silent. Of an offer that an earlier server made only the end is seen here.
 */
final class EachOfferEndsOnce implements Checker {

    private record Made(CallId call, OfferId offer, AgentId agent) {
        boolean isOf(PbxCommand.Offer command) {
            return call.equals(command.call()) && offer.equals(command.offer());
        }
    }

    private record Due(Made made, long atMs) {
    }

    /** With the time at which each must have ended. */
    private final Map<Made, Long> open = new HashMap<>();
    private final Deque<Due> due = new ArrayDeque<>();
    private long lastOffer;
    private long longestMs;
    private long graceMs;
    private final HeardLinks links = new HeardLinks();

    @Override
    public void see(Step step) {
        boolean found = step.input() instanceof FromPbx(PbxEvent.Snapshot _)
                || step.input() instanceof FromPbx(PbxEvent.EndedUnwatched _);
        for (AcdEvent event : step.outputs().events()) {
            see(event, found, step.nowMs());
        }
        for (PbxCommand command : step.outputs().commands()) {
            if (command instanceof PbxCommand.Offer offer) {
                require(made(offer) == offer.phones().size(), offer, "the PBX is asked for it, it was not made");
            }
        }
        nothingIsOverdue(step.nowMs());
    }

    private int made(PbxCommand.Offer command) {
        int made = 0;
        for (Made one : open.keySet()) {
            if (one.isOf(command)) {
                made++;
            }
        }
        return made;
    }

    private void see(AcdEvent event, boolean found, long nowMs) {
        links.see(event, nowMs);
        switch (event) {
            case AcdEvent.SetupChanged changed -> learn(changed.setup());
            case AcdEvent.OfferMade made -> {
                isNew(made);
                Made one = new Made(made.call(), made.offer(), made.agent());
                require(!open.containsKey(one), one, "it is made twice");
                opened(one, nowMs);
            }
            case AcdEvent.OfferRinging rings -> {
                Made made = new Made(rings.call(), rings.offer(), rings.agent());
                if (found) {
                    opened(made, nowMs);
                }
                require(open.containsKey(made), made, "it rings and is not open");
            }
            case AcdEvent.OfferEnded ended -> closed(new Made(ended.call(), ended.offer(), ended.agent()));
            case AcdEvent.CustomerDialled dialled -> closed(new Made(dialled.call(), dialled.offer(), dialled.agent()));
            case AcdEvent.CallAnswered answered when answered.call().value().startsWith(PbxCommand.CallBack.PREFIX) -> { }
            case AcdEvent.CallAnswered answered -> {
                if (!found && !answered.offer().equals(OfferId.NONE)) {
                    closed(new Made(answered.call(), answered.offer(), answered.agent()));
                } else {
                    open.remove(new Made(answered.call(), answered.offer(), answered.agent()));
                }
            }
            default -> { }
        }
    }

    /** Those who are rung together share it. */
    private void isNew(AcdEvent.OfferMade made) {
        boolean shared = made.offer().value() == lastOffer && made.decision().also().contains(made.agent());
        require(made.offer().value() > lastOffer || shared, made.offer(), "its id is not new");
        lastOffer = made.offer().value();
    }

    private void learn(Setup setup) {
        longestMs = Math.max(longestMs, setup.queues().values().stream().mapToInt(QueueSpec::ringMs).max().orElse(0));
        graceMs = Math.max(graceMs, setup.limits().commandGraceMs());
    }

    private void opened(Made made, long nowMs) {
        long endsMs = nowMs + longestMs + graceMs;
        open.put(made, endsMs);
        due.addLast(new Due(made, endsMs));
    }

    private void closed(Made made) {
        require(open.remove(made) != null, made, "it ends and is not open");
    }

    /** While the link is down, and a little after, silence means nothing. */
    private void nothingIsOverdue(long nowMs) {
        while (!due.isEmpty() && due.peekFirst().atMs() < nowMs) {
            Due first = due.peekFirst();
            boolean stillOpen = Long.valueOf(first.atMs()).equals(open.get(first.made()));
            if (stillOpen && !links.isUpFor(first.made().call(), graceMs, nowMs)) {
                return;
            }
            if (stillOpen) {
                throw new RuleBroken(first.made() + ": it should have ended at " + first.atMs());
            }
            due.removeFirst();
        }
    }

    @Override
    public void settled() {
        require(open.isEmpty(), open.keySet(), "these offers never ended");
    }
}
