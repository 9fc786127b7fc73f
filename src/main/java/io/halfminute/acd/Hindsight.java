package io.halfminute.acd;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.Agent;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxEvent.EndedCall;
import io.halfminute.pbx.PbxEvent.EndedUnwatched;

/**
 * Tells of calls that ended while nobody watched what the PBX has noted of them, each as one story from its arrival to its
 * end. Agents are where they are now: such a call takes nobody's time any more, and only who was thought to be held by it is
 * let go. Which of several offers was made in the meantime nobody knows, so none is told.
 */
final class Hindsight {

    private final AcdState state;
    private final Offers offers;
    private final CallMoves calls;

    Hindsight(AcdState state, Offers offers, CallMoves calls) {
        this.state = state;
        this.offers = offers;
        this.calls = calls;
    }

    void take(EndedUnwatched noted) {
        for (EndedCall ended : noted.calls()) {
            CallSnapshot last = ended.last();
            if (!state.hasEnded(last.call())) {
                LiveCall live = state.call(last.call()).orElseGet(() -> calls.arrive(noted.pbx(), last.call(), last.caller(),
                        last.dialled(), last.arrivedMs(), true, last.arrivedMs()));
                tell(live, ended);
            }
        }
    }

    private void tell(LiveCall live, EndedCall ended) {
        waited(live, ended);
        talked(live, ended);
        if (!live.call.answered()) {
            live.call.announceEnd(end(live, ended));
        }
        calls.end(live, ended.cause(), false, ended.endedMs());
    }

    private void waited(LiveCall live, EndedCall ended) {
        if (live.place == null) {
            return;
        }
        if (live.call.sinceMs() == live.call.arrivedMs() && ended.waitingMs() > 0) {
            state.tell(new AcdEvent.CallWaits(live.id(), live.place.queue().id(), live.stamp(ended.waitingMs())));
        }
        long overMs = ended.last().answeredMs() > 0 ? ended.last().answeredMs() : ended.endedMs();
        if (state.timers.has(new TimerKey.Deadline(live.id())) && overMs > live.place.deadlineMs()) {
            state.tell(new AcdEvent.DeadlineMissed(live.id(), live.place.deadlineMs()));
        }
    }

    /** Who is known to talk with him has his talk ended by the call's end. */
    private void talked(LiveCall live, EndedCall ended) {
        CallSnapshot last = ended.last();
        Agent agent = last.phone() == null ? null : state.byPhone.get(last.phone());
        if (last.answeredMs() == 0 || live.place == null || agent != null && agent.id().equals(live.talkingTo)) {
            return;
        }
        if (agent != null && live.offer != null && live.offer.id.equals(last.offer()) && live.offer.has(agent.id())) {
            offers.answered(live, agent, last.answeredMs());
            return;
        }
        if (live.offer != null) {
            offers.end(live, OfferOutcome.WITHDRAWN, Cause.UNSEEN, last.answeredMs());
        }
        if (live.talkingTo != null) {
            calls.talkEnded(live, Cause.UNSEEN, last.answeredMs());
        }
        if (agent != null && !live.call.answered()) {
            state.tell(new AcdEvent.CallAnswered(live.id(), last.offer(), agent.id(), live.stamp(last.answeredMs())));
            state.tell(new AcdEvent.TalkEnded(live.id(), agent.id(), ended.cause(), live.stamp(ended.endedMs())));
        }
    }

    private static CallEnd end(LiveCall live, EndedCall ended) {
        if (ended.last().answeredMs() > 0) {
            return CallEnd.ANSWERED;
        }
        return switch (ended.sent()) {
            case REFUSED -> CallEnd.REFUSED;
            case DIVERTED -> CallEnd.DIVERTED;
            case CALLBACK -> CallEnd.CALLBACK_TAKEN;
            case NOWHERE -> live.call.end();
        };
    }
}
