package io.halfminute.simulation.peer;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentState;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import io.halfminute.queue.QueueSpec;
import io.halfminute.simulation.Machine;
import io.halfminute.simulation.Timers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all peers share: calls come, wait, are offered and talk. When and to whom they are offered is for each peer to say. */
abstract class PeerMachine implements Machine {

    private final Setup setup;
    private final Map<CallId, PeerCall> calls = new HashMap<>();
    private final Map<PhoneId, PeerAgent> byPhone = new HashMap<>();
    private final Told told = new Told();
    private final Desks desks;
    private final Timers timers = new Timers();
    private long nowMs;
    private long lastOffer;

    PeerMachine(Setup setup) {
        this.setup = setup;
        this.desks = new Desks(setup, told, timers, this::becameFree);
        desks.all().forEach(agent -> byPhone.put(agent.spec.phone(), agent));
    }

    /** A caller has entered the line for the first time. */
    abstract void joins(PeerCall call);

    /** A phone rang for him in vain, and he stands in the line again. */
    abstract void comesBack(PeerCall call, OfferOutcome outcome);

    /** He was answered, or is gone. */
    abstract void leavesLine(PeerCall call);

    /** An agent can take a call now. */
    abstract void becameFree(PeerAgent agent);

    /** What becomes of an agent whose phone rang in vain; as it is, he is free again. */
    void missed(PeerAgent agent, OfferOutcome outcome) {
        desks.free(agent, nowMs);
    }

    /** When a wrap-up that began now is over; the peers' clocks count whole seconds. */
    abstract long wrapUpEndsMs(long wrapUpMs);

    @Override
    public final Outputs apply(AcdInput input, long atMs) {
        nowMs = Math.max(nowMs, atMs);
        told.begin();
        switch (input) {
            case AcdInput.FromPbx(PbxEvent.CallArrived arrived) -> arrived(arrived);
            case AcdInput.FromPbx(PbxEvent.PhoneChanged changed) -> phone(changed);
            case AcdInput.FromPbx(PbxEvent.OfCall event) when calls.containsKey(event.call()) ->
                ofCall(calls.get(event.call()), event);
            case AcdInput.OfAgent request -> desks.ask(request, nowMs);
            default -> { }
        }
        while (timers.nextMs() <= nowMs) {
            timers.next();
        }
        return told.end();
    }

    @Override
    public final long nextDeadlineMs() {
        return timers.nextMs();
    }

    private void arrived(PbxEvent.CallArrived event) {
        Setup.Destination destination = setup.numbers().get(event.dialled());
        QueueSpec queue = setup.queues().get(destination.queue());
        calls.put(event.call(), new PeerCall(event.call(), queue));
        told.tell(new AcdEvent.CallArrived(event.call(), event.caller(), event.dialled(), destination.brand(), queue.id(),
                queue.creditMs(), event.arrivedMs(), event.arrivedMs() + queue.targetMs(), false, nowMs));
    }

    private void phone(PbxEvent.PhoneChanged event) {
        PeerAgent agent = byPhone.get(event.phone());
        agent.phoneIdle = event.status() == PhoneStatus.IDLE;
        if (agent.isFree(nowMs)) {
            becameFree(agent);
        }
    }

    private void ofCall(PeerCall call, PbxEvent.OfCall event) {
        switch (event) {
            case PbxEvent.CallWaiting waiting -> waiting(call, waiting);
            case PbxEvent.PhoneRinging ringing -> desks.become(byPhone.get(ringing.phone()), AgentState.RINGING, "offer",
                    call, 0, nowMs);
            case PbxEvent.OfferAnswered answered -> answered(call, answered);
            case PbxEvent.OfferEnded ended -> offerEnded(call, byPhone.get(ended.phone()), ended);
            case PbxEvent.AgentLegEnded ended -> talkEnded(call, byPhone.get(ended.phone()), ended.cause());
            case PbxEvent.CallEnded ended -> ended(call, ended.cause());
            default -> { }
        }
    }

    private void waiting(PeerCall call, PbxEvent.CallWaiting event) {
        call.waits = true;
        told.tell(new AcdEvent.CallWaits(call.id, call.queue.id(), nowMs));
        if (call.joinedMs == 0) {
            call.joinedMs = nowMs;
            joins(call);
        } else {
            OfferOutcome outcome = call.lastOutcome;
            comesBack(call, outcome == null ? OfferOutcome.FAILED : outcome);
        }
    }

    private void answered(PeerCall call, PbxEvent.OfferAnswered event) {
        PeerAgent agent = byPhone.get(event.phone());
        call.answered = true;
        call.ringing.remove(agent);
        agent.callsTaken++;
        agent.misses = 0;
        told.tell(new AcdEvent.CallAnswered(call.id, event.offer(), agent.spec.id(), nowMs));
        desks.become(agent, AgentState.ON_CALL, "answered", call, 0, nowMs);
        leavesLine(call);
    }

    private void offerEnded(PeerCall call, PeerAgent agent, PbxEvent.OfferEnded event) {
        OfferOutcome outcome = outcome(event.cause().reason());
        call.lastOutcome = outcome;
        call.ringing.remove(agent);
        told.tell(new AcdEvent.OfferEnded(call.id, event.offer(), agent.spec.id(), outcome, event.cause(), nowMs));
        if (outcome == OfferOutcome.CALLER_LEFT) {
            desks.free(agent, nowMs);
        } else {
            missed(agent, outcome);
        }
    }

    private static OfferOutcome outcome(Cause.Reason reason) {
        return switch (reason) {
            case NO_ANSWER -> OfferOutcome.NO_ANSWER;
            case REFUSED -> OfferOutcome.REFUSED;
            case BUSY -> OfferOutcome.BUSY;
            case UNREACHABLE -> OfferOutcome.UNREACHABLE;
            case CANCELLED -> OfferOutcome.CALLER_LEFT;
            default -> OfferOutcome.FAILED;
        };
    }

    private void talkEnded(PeerCall call, PeerAgent agent, Cause cause) {
        agent.lastCallEndS = nowMs / 1_000;
        told.tell(new AcdEvent.TalkEnded(call.id, agent.spec.id(), cause, nowMs));
        desks.wrapUp(agent, call, wrapUpEndsMs(call.queue.wrapUpMs()), nowMs);
    }

    private void ended(PeerCall call, Cause cause) {
        call.gone = true;
        calls.remove(call.id);
        freeWhoWasJustChosen(call);
        if (call.joinedMs > 0 && !call.answered) {
            leavesLine(call);
        }
        CallEnd end = call.refused ? CallEnd.REFUSED : call.answered ? CallEnd.ANSWERED : CallEnd.ABANDONED;
        told.tell(new AcdEvent.CallEnded(call.id, end, cause, true, nowMs));
    }

    /** The caller has gone before the phone could ring. */
    private void freeWhoWasJustChosen(PeerCall call) {
        List.copyOf(call.ringing).forEach(agent -> desks.free(agent, nowMs));
        call.ringing.clear();
    }

    /** Rings agents' phones together for a waiting caller. */
    final void ring(PeerCall call, List<PeerAgent> agents, long ringMs) {
        call.waits = false;
        call.lastOutcome = null;
        OfferId offer = new OfferId(++lastOffer);
        for (PeerAgent agent : agents) {
            call.ringing.add(agent);
            desks.become(agent, AgentState.RESERVED, "offer", call, 0, nowMs);
            told.tell(new AcdEvent.OfferMade(call.id, offer, agent.spec.id(), null, nowMs));
        }
        told.command(new PbxCommand.Offer(call.id, offer, agents.stream().map(agent -> agent.spec.phone()).toList(),
                Math.toIntExact(ringMs)));
    }

    /** There is no room in the line. */
    final void refuse(PeerCall call) {
        call.refused = true;
        call.waits = false;
        told.command(new PbxCommand.Refuse(call.id, PbxCommand.Refusal.QUEUE_FULL, false));
    }

    /** The agent is taken out of work for not picking up, until he notices. */
    final void pauseForMissing(PeerAgent agent) {
        agent.misses = 0;
        desks.pauseForMissing(agent, nowMs);
    }

    final void free(PeerAgent agent) {
        desks.free(agent, nowMs);
    }

    final void at(long atMs, Runnable what) {
        timers.at(Math.max(nowMs, atMs), what);
    }

    final long nowMs() {
        return nowMs;
    }

    /** All, in the order of their ids. */
    final List<PeerAgent> agents() {
        return desks.all();
    }
}
