package io.halfminute.simulation;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.Cause.Reason;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxEvent.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Callers who may choose to be called back, and the calls to those who have: agent first, then the customer. */
final class CalledBack {

    /** Until a busy network says so. */
    private static final int DIALLED_MS = 1_500;

    private final SimulatedPbx pbx;
    private final Habits.OfCalledBack habits;
    private final Agenda agenda;
    private final AtPhone atPhone;
    private final Consumer<PbxEvent> tell;
    private final Dice dice;
    /** Who has called from each number. */
    private final Map<String, Caller> known = new HashMap<>();
    private final Set<CallId> asked = new HashSet<>();

    CalledBack(SimulatedPbx pbx, Plan plan, Agenda agenda, AtPhone atPhone, Consumer<PbxEvent> tell) {
        this.pbx = pbx;
        this.habits = plan.calledBack();
        this.agenda = agenda;
        this.atPhone = atPhone;
        this.tell = tell;
        this.dice = new Dice(plan.seed());
    }

    /** He may be called back later. */
    void knows(Caller caller) {
        known.put(caller.id().number(), caller);
    }

    /** He hears the sentence, and presses the key or does not. */
    void propose(PlayedCall call) {
        if (call.stage != Stage.WAITING || !asked.add(call.id)) {
            return;
        }
        tell.accept(new PbxEvent.CallbackProposed(call.id, agenda.nowMs()));
        RandomGenerator chance = dice.of(Dice.Purpose.CALLED_BACK, call.caller.number());
        long toKeyMs = habits.toKey().drawMs(chance);
        if (chance.nextDouble() < habits.takes()) {
            call.then(agenda, toKeyMs, () -> tell.accept(new PbxEvent.CallbackChosen(call.id, agenda.nowMs())));
        }
    }

    /** The agent's phone rings, if it can. */
    void call(PbxCommand.CallBack back) {
        Caller customer = known.get(back.customer().number());
        PlayedPhone phone = pbx.phone(back.phone());
        if (customer == null || phone == null || !phone.isFree()) {
            tell.accept(new PbxEvent.CommandFailed(back.call(), back.offer(), "No such phone, or a busy one", agenda.nowMs()));
            return;
        }
        PlayedCall call = new PlayedCall(back.call(), customer, agenda.nowMs(), back.customer().callback());
        call.lastOffer = back.offer();
        pbx.begin(call);
        call.become(Stage.OFFERED, agenda.nowMs());
        pbx.hold(call, phone);
        tell.accept(new PbxEvent.PhoneRinging(call.id, back.offer(), phone.id, agenda.nowMs()));
        AtPhone.Reaction reaction = atPhone.react(call, phone.id, back.ringMs());
        call.then(agenda, reaction.afterMs(), () -> {
            if (reaction.picksUp()) {
                pickedUp(call, phone, back.customer().dialMs());
            } else {
                tell.accept(new PbxEvent.OfferEnded(call.id, call.lastOffer, phone.id, cause(reaction.reason()), agenda.nowMs()));
                pbx.over(call);
            }
        });
    }

    private void pickedUp(PlayedCall call, PlayedPhone phone, int dialMs) {
        call.become(Stage.DIALLING, agenda.nowMs());
        tell.accept(new PbxEvent.AgentPickedUp(call.id, call.lastOffer, phone.id, agenda.nowMs()));
        RandomGenerator chance = call.caller.chance();
        double mood = chance.nextDouble();
        long pickUpMs = habits.pickUp().drawMs(chance);
        if (mood < habits.busy()) {
            call.then(agenda, DIALLED_MS, () -> missed(call, Reason.BUSY));
        } else if (mood < habits.busy() + habits.away() || pickUpMs >= dialMs) {
            call.then(agenda, dialMs, () -> missed(call, Reason.NO_ANSWER));
        } else {
            call.then(agenda, pickUpMs, () -> reached(call));
        }
    }

    private void missed(PlayedCall call, Reason why) {
        tell.accept(new PbxEvent.CustomerMissed(call.id, cause(why), agenda.nowMs()));
        pbx.over(call);
    }

    private void reached(PlayedCall call) {
        call.become(Stage.CONNECTED, agenda.nowMs());
        call.answeredMs = agenda.nowMs();
        tell.accept(new PbxEvent.CustomerAnswered(call.id, agenda.nowMs()));
        call.then(agenda, call.caller.talkMs(), () -> pbx.over(call));
    }

    private static Cause cause(Reason why) {
        return new Cause(why, why.name());
    }
}
