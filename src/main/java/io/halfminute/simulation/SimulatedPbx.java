package io.halfminute.simulation;

import io.halfminute.pbx.Cause;
import io.halfminute.pbx.Cause.Reason;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxEvent.Stage;
import io.halfminute.pbx.PhoneId;
import io.halfminute.pbx.PhoneStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A PBX as the port's contract means it: callers stand in its waiting room, commands take them out of whatever they are in,
 * and what happens is told to {@code tell}. It knows nothing of queues and agents.
 */
final class SimulatedPbx {

    /** A phone that is dialled and cannot be rung says so after this long. */
    private static final int DIAL_MS = 20;
    /** The announcement to a caller who is refused. */
    private static final int APOLOGY_MS = 4_000;
    /** From the end of a talk to the end of the caller's channel. */
    private static final int FAREWELL_MS = 50;

    private final Agenda agenda;
    private final Consumer<PbxEvent> tell;
    private final AtPhone atPhone;
    private final Map<CallId, PlayedCall> calls = new LinkedHashMap<>();
    private final Map<PhoneId, PlayedPhone> phones = new TreeMap<>();
    private final FallbackQueue fallback;
    private final CalledBack calledBack;
    private long legs;
    private long ended;

    SimulatedPbx(Plan plan, Agenda agenda, Consumer<PbxEvent> tell) {
        this.agenda = agenda;
        this.tell = tell;
        this.atPhone = new AtPhone(plan);
        plan.setup().agents().values().forEach(agent -> phones.put(agent.phone(), new PlayedPhone(agent.phone())));
        this.fallback = new FallbackQueue(this, agenda, atPhone, tell);
        this.calledBack = new CalledBack(this, plan, agenda, atPhone, tell);
    }

    PlayedPhone phone(PhoneId id) {
        return phones.get(id);
    }

    Iterable<PlayedPhone> phones() {
        return phones.values();
    }

    Iterable<PlayedCall> calls() {
        return calls.values();
    }

    FallbackQueue fallback() {
        return fallback;
    }

    /** How many callers have come and gone. */
    long ended() {
        return ended;
    }

    /** How many callers are there. */
    int present() {
        return calls.size();
    }

    void dial(Caller caller) {
        long now = agenda.nowMs();
        PlayedCall call = new PlayedCall(caller, now);
        calls.put(call.id, call);
        calledBack.knows(caller);
        tell.accept(new PbxEvent.CallArrived(call.id, caller.id(), caller.dialled(), now, now));
        call.then(agenda, caller.flowMs(), () -> toWaitingRoom(call));
        if (caller.patienceMs() < Law.FOREVER_MS) {
            agenda.in(caller.patienceMs(), () -> losePatience(call));
        }
    }

    /** A call of the machine's own. */
    void begin(PlayedCall call) {
        calls.put(call.id, call);
    }

    /** It ends, whatever it is in. */
    void over(PlayedCall call) {
        hangUp(call);
    }

    private void losePatience(PlayedCall call) {
        if (call.answeredMs == 0 && call.stage != Stage.LEAVING) {
            hangUp(call);
        }
    }

    void take(PbxCommand command) {
        switch (command) {
            case PbxCommand.Offer offer -> offer(offer);
            case PbxCommand.Retrieve retrieve -> withCall(retrieve.call(), OfferId.NONE, call -> {
                leave(call);
                toWaitingRoom(call);
            });
            case PbxCommand.Refuse refuse -> withCall(refuse.call(), OfferId.NONE, call -> leaveFor(call, APOLOGY_MS));
            case PbxCommand.Divert divert -> withCall(divert.call(), OfferId.NONE,
                    call -> leaveFor(call, call.caller.talkMs()));
            case PbxCommand.TellWait wait -> tellWait(wait);
            case PbxCommand.ProposeCallback proposal -> withCall(proposal.call(), OfferId.NONE, calledBack::propose);
            case PbxCommand.ConfirmCallback confirm -> withCall(confirm.call(), OfferId.NONE, call -> leaveFor(call, APOLOGY_MS));
            case PbxCommand.CallBack back -> calledBack.call(back);
            case PbxCommand.HangUp hangUp -> withCall(hangUp.call(), OfferId.NONE, this::hangUp);
            case PbxCommand.KeepFallback members -> fallback.members(members.members());
        }
    }

    private void tellWait(PbxCommand.TellWait wait) {
        PlayedCall call = calls.get(wait.call());
        if (call != null && call.stage == Stage.WAITING) {
            tell.accept(new PbxEvent.WaitTold(wait.call(), wait.seconds(), agenda.nowMs()));
        }
    }

    private void withCall(CallId id, OfferId offer, Consumer<PlayedCall> act) {
        PlayedCall call = calls.get(id);
        if (call == null) {
            tell.accept(new PbxEvent.CommandFailed(id, offer, "No such channel", agenda.nowMs()));
        } else {
            act.accept(call);
        }
    }

    private void offer(PbxCommand.Offer offer) {
        withCall(offer.call(), offer.offer(), call -> {
            leave(call);
            call.become(Stage.OFFERED, agenda.nowMs());
            call.lastOffer = offer.offer();
            call.trying = offer.phones().size();
            offer.phones().forEach(phone -> dial(call, phone, offer.ringMs()));
        });
    }

    private void dial(PlayedCall call, PhoneId id, int ringMs) {
        PlayedPhone phone = phones.get(id);
        if (phone == null || !phone.registered) {
            call.then(agenda, DIAL_MS, () -> endsAt(call, id, Reason.UNREACHABLE));
        } else if (!phone.isFree()) {
            call.then(agenda, DIAL_MS, () -> endsAt(call, id, Reason.BUSY));
        } else {
            ring(call, phone, ringMs);
        }
    }

    private void ring(PlayedCall call, PlayedPhone phone, int ringMs) {
        hold(call, phone);
        tell.accept(new PbxEvent.PhoneRinging(call.id, call.lastOffer, phone.id, agenda.nowMs()));
        AtPhone.Reaction reaction = atPhone.react(call, phone.id, ringMs);
        call.then(agenda, reaction.afterMs(), () -> {
            if (phone.call != call) {
                return;
            }
            if (reaction.picksUp()) {
                connect(call, phone, call.lastOffer);
            } else {
                endsAt(call, phone.id, reaction.reason());
            }
        });
    }

    /** The phone is with this caller from now on. */
    void hold(PlayedCall call, PlayedPhone phone) {
        call.phones.add(phone);
        phone.call = call;
        tellStatus(phone);
    }

    /** This phone is picked up; the others that ring for him fall silent, which is told first. */
    void connect(PlayedCall call, PlayedPhone phone, OfferId offer) {
        if (call.phones.size() > 1) {
            List.copyOf(call.phones).stream().filter(other -> other != phone).forEach(other -> silence(call, other));
        }
        call.become(Stage.CONNECTED, agenda.nowMs());
        call.answeredMs = agenda.nowMs();
        call.leg = new ChannelId("leg." + legs++);
        tell.accept(new PbxEvent.OfferAnswered(call.id, offer, phone.id, call.leg, agenda.nowMs()));
        call.then(agenda, call.caller.talkMs(), () -> {
            if (call.caller.hangsUpFirst()) {
                hangUp(call);
            } else {
                leaveFor(call, FAREWELL_MS);
            }
        });
    }

    private void silence(PlayedCall call, PlayedPhone phone) {
        release(call, phone);
        tell.accept(new PbxEvent.OfferEnded(call.id, call.lastOffer, phone.id, new Cause(Reason.CANCELLED, "CANCEL"),
                agenda.nowMs()));
    }

    /** One phone of an offer ends by itself; after the last the caller comes back. */
    private void endsAt(PlayedCall call, PhoneId phone, Reason why) {
        PlayedPhone rung = phones.get(phone);
        if (rung != null && rung.call == call) {
            release(call, rung);
        }
        tell.accept(new PbxEvent.OfferEnded(call.id, call.lastOffer, phone, new Cause(why, why.name()), agenda.nowMs()));
        call.trying--;
        if (call.trying == 0) {
            toWaitingRoom(call);
        }
    }

    /** Into the waiting room, for the first time or again. */
    void toWaitingRoom(PlayedCall call) {
        call.become(Stage.WAITING, agenda.nowMs());
        tell.accept(new PbxEvent.CallWaiting(call.id, call.lastOffer, agenda.nowMs()));
        if (call.answeredMs > 0) {
            // He has talked and is in the line again; nobody tests how long he bears that.
            call.then(agenda, call.caller.patienceMs(), () -> hangUp(call));
        }
        fallback.lookAfter(call);
    }

    /** Ends whatever the caller is in. */
    private void leave(PlayedCall call) {
        long now = agenda.nowMs();
        for (PlayedPhone phone : List.copyOf(call.phones)) {
            switch (call.stage) {
                case OFFERED -> silence(call, phone);
                case CONNECTED -> {
                    release(call, phone);
                    tell.accept(new PbxEvent.AgentLegEnded(call.id, phone.id, call.leg, new Cause(Reason.NORMAL, "16"), now));
                }
                case AT_FALLBACK, IN_FLOW, WAITING, DIALLING, LEAVING -> release(call, phone);
            }
        }
    }

    /** The phone is not with this caller any more. */
    void release(PlayedCall call, PlayedPhone phone) {
        call.phones.remove(phone);
        phone.call = null;
        tellStatus(phone);
    }

    private void leaveFor(PlayedCall call, long ms) {
        leave(call);
        call.become(Stage.LEAVING, agenda.nowMs());
        call.then(agenda, ms, () -> hangUp(call));
    }

    private void hangUp(PlayedCall call) {
        if (call.gone) {
            return;
        }
        leave(call);
        call.gone = true;
        calls.remove(call.id);
        ended += call.isOutgoing() ? 0 : 1;
        tell.accept(new PbxEvent.CallEnded(call.id, new Cause(Reason.NORMAL, "16 Normal Clearing"), agenda.nowMs()));
    }

    /** The network takes a phone away, and whatever it was in, or gives it back. */
    void register(PlayedPhone phone, boolean registered) {
        phone.registered = registered;
        tellStatus(phone);
        PlayedCall call = phone.call;
        if (!registered && call != null && call.isOutgoing()) {
            hangUp(call);
        } else if (!registered && call != null && call.stage == Stage.OFFERED) {
            endsAt(call, phone.id, Reason.UNREACHABLE);
        } else if (!registered && call != null && call.stage == Stage.CONNECTED) {
            leaveFor(call, FAREWELL_MS);
        }
    }

    /** The agent makes a call of his own, or ends it. */
    void privateCall(PlayedPhone phone, boolean inIt) {
        phone.inPrivateCall = inIt;
        tellStatus(phone);
    }

    private void tellStatus(PlayedPhone phone) {
        tell.accept(new PbxEvent.PhoneChanged(phone.id, phone.status(), agenda.nowMs()));
    }

    PbxEvent.Snapshot snapshot() {
        Map<PhoneId, PhoneStatus> statuses = new TreeMap<>();
        phones.values().forEach(phone -> statuses.put(phone.id, phone.status()));
        return new PbxEvent.Snapshot(List.copyOf(calls.values()).stream().map(PlayedCall::snapshot).toList(), statuses,
                agenda.nowMs());
    }
}
