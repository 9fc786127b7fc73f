package io.halfminute.record;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.CallAnswered;
import io.halfminute.acd.AcdEvent.CallArrived;
import io.halfminute.acd.AcdEvent.CallAtFallback;
import io.halfminute.acd.AcdEvent.CallEnded;
import io.halfminute.acd.AcdEvent.CallLeaves;
import io.halfminute.acd.AcdEvent.CallWaits;
import io.halfminute.acd.AcdEvent.CallbackTried;
import io.halfminute.acd.AcdEvent.DeadlineMissed;
import io.halfminute.acd.AcdEvent.OfferEnded;
import io.halfminute.acd.AcdEvent.OfferMade;
import io.halfminute.acd.AcdEvent.OfferRinging;
import io.halfminute.acd.AcdEvent.TalkEnded;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.call.BrandId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.QueueId;
import io.halfminute.record.OfferRecord.Outcome;
import io.halfminute.record.Segment.Kind;
import io.halfminute.why.Lateness;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One call while it lives. Each event moves the time line and sets the milestones that it is the first to reach; an event
 * that says what is known already changes nothing.
 */
final class LiveRecord {

    private final CallId call;
    private final CallerId caller;
    private final String dialled;
    private final PbxId pbx;
    private final TimeLine line;
    private final OfferList offers;
    private final StepList steps;
    private final Set<AgentId> agents = new LinkedHashSet<>();
    private final CalledBack calledBack;
    private BrandId brand;
    private QueueId queue;
    private List<SkillId> skills = List.of();
    /** The queue that {@link #skills} are of. */
    private QueueId askedBy;
    private int creditMs;
    private Milestones times;
    private boolean adopted;
    private boolean seen = true;
    private CallEnd end;
    private Cause cause;
    private Lateness late;
    private int decisions;

    LiveRecord(CallArrived event, RecordLimits limits) {
        call = event.call();
        caller = event.caller();
        dialled = event.dialled();
        pbx = event.pbx();
        brand = event.brand();
        queue = event.queue();
        creditMs = event.creditMs();
        adopted = event.adopted();
        calledBack = null;
        times = new Milestones(event.arrivedMs(), 0, 0, 0, 0, 0, 0, event.deadlineMs(), 0);
        line = TimeLine.from(event.arrivedMs(), limits.segments());
        offers = new OfferList(limits.offers(), List.of());
        steps = new StepList(limits.steps(), List.of());
    }

    /** A call of our own. */
    LiveRecord(CallbackTried tried, RecordLimits limits) {
        call = tried.call();
        caller = new CallerId(tried.callback().request().number(), "");
        dialled = tried.dialled();
        pbx = tried.pbx();
        brand = tried.callback().request().brand();
        queue = tried.callback().request().queue();
        adopted = tried.adopted();
        calledBack = CalledBack.of(tried.callback());
        times = new Milestones(tried.atMs(), 0, 0, 0, 0, 0, 0, tried.atMs(), 0);
        line = TimeLine.from(tried.atMs(), limits.segments());
        offers = new OfferList(limits.offers(), List.of());
        steps = new StepList(limits.steps(), List.of());
    }

    /** A call that an earlier run left behind. */
    LiveRecord(CallRecord left, RecordLimits limits) {
        call = left.call();
        caller = left.caller();
        dialled = left.dialled();
        pbx = left.pbx();
        brand = left.brand();
        queue = left.queue();
        askedBy = left.queue();
        skills = left.skills();
        creditMs = left.creditMs();
        adopted = left.adopted();
        calledBack = left.calledBack();
        times = left.milestones();
        agents.addAll(left.agents());
        line = new TimeLine(limits.segments(), left.segments());
        offers = new OfferList(limits.offers(), left.offers());
        steps = new StepList(limits.steps(), left.steps());
        late = left.late();
        decisions = left.offers().size();
    }

    CallRecord record() {
        return new CallRecord(call, caller, dialled, brand, queue, creditMs, times, end, cause, seen, adopted,
                List.copyOf(agents), offers.offers(), line.segments(), skills, steps.steps(), late, pbx, calledBack);
    }

    void apply(AcdEvent.OfCall event) {
        long atMs = line.notBefore(event.atMs());
        switch (event) {
            case CallArrived again -> adopt(again);
            case CallWaits waits -> waits(waits.queue(), atMs);
            case OfferMade made -> made(made, atMs);
            case OfferRinging rings -> rings(rings, atMs);
            case OfferEnded ended -> offerEnded(ended, atMs);
            case CallAnswered answered -> answered(answered, atMs);
            case TalkEnded ended -> talkEnded(ended, atMs);
            case CallAtFallback _ -> line.move(Kind.FALLBACK, null, atMs, null);
            case CallLeaves _ -> line.move(Kind.AFTERWARDS, null, atMs, null);
            case DeadlineMissed _ -> times = times.with(Milestone.DEADLINE_MISSED, atMs);
            case CallEnded ended -> end(ended.end(), ended.cause(), ended.seen(), atMs);
            case CallbackTried again -> adopted |= again.adopted();
            case AcdEvent.CustomerDialled dialled -> dialled(dialled, atMs);
            case AcdEvent.RingOpened _, AcdEvent.CallAsks _, AcdEvent.AgentNamed _, AcdEvent.NameDropped _, AcdEvent.WaitTold _,
                AcdEvent.CallbackProposed _, AcdEvent.CallRefused _ ->
                SearchStep.of(event, atMs).ifPresent(steps::add);
        }
    }

    /** What the queues ask for now; a call keeps what its queue asked for when it came to it. */
    void asks(Map<QueueId, List<SkillId>> asked) {
        if (!Objects.equals(queue, askedBy)) {
            askedBy = queue;
            skills = asked.getOrDefault(queue, List.of());
        }
    }

    /** Why it is late; null when it is not after all. */
    void late(Lateness why) {
        late = why == null ? null : why.after(late);
    }

    Lateness late() {
        return late;
    }

    /** Whether one more decision may be kept; counts it. */
    boolean takesDecision(int limit) {
        return decisions++ < limit;
    }

    /** The server that took it over reads the configuration anew; the caller's clock runs on. */
    private void adopt(CallArrived again) {
        adopted |= again.adopted();
        brand = again.brand() == null ? brand : again.brand();
        queue = again.queue() == null ? queue : again.queue();
        creditMs = again.creditMs();
    }

    private void waits(QueueId where, long atMs) {
        queue = where == null ? queue : where;
        times = times.with(Milestone.WAITING, atMs);
        line.move(Kind.WAITING, null, atMs, null);
    }

    private void made(OfferMade made, long atMs) {
        times = times.with(Milestone.OFFERED, atMs);
        offers.made(made.offer(), made.agent(), atMs);
    }

    private void rings(OfferRinging rings, long atMs) {
        times = times.with(Milestone.RINGING, atMs);
        offers.rang(rings.offer(), rings.agent(), atMs);
        boolean ringsWithAnother = line.is(Kind.RINGING) && offers.ringing().equals(Optional.ofNullable(line.agent()));
        if (!ringsWithAnother) {
            line.move(Kind.RINGING, rings.agent(), atMs, null);
        }
    }

    private void offerEnded(OfferEnded ended, long atMs) {
        offers.ended(ended.offer(), ended.agent(), Outcome.valueOf(ended.outcome().name()), ended.cause(), atMs);
        boolean callerStays = ended.outcome() != AcdEvent.OfferOutcome.CALLER_LEFT;
        if (callerStays && line.is(Kind.RINGING, ended.agent())) {
            AgentId other = offers.ringing().orElse(null);
            line.move(other == null ? Kind.WAITING : Kind.RINGING, other, atMs, ended.cause());
        }
    }

    private void dialled(AcdEvent.CustomerDialled dialled, long atMs) {
        offers.answered(dialled.offer(), dialled.agent(), atMs);
        line.move(Kind.DIALLING, dialled.agent(), atMs, null);
    }

    private void answered(CallAnswered answered, long atMs) {
        if (!line.is(Kind.TALKING, answered.agent())) {
            times = times.with(Milestone.ANSWERED, atMs);
            if (!line.is(Kind.DIALLING, answered.agent())) {
                offers.answered(answered.offer(), answered.agent(), atMs);
            }
            agents.add(answered.agent());
            line.move(Kind.TALKING, answered.agent(), atMs, null);
        }
    }

    private void talkEnded(TalkEnded ended, long atMs) {
        if (line.is(Kind.TALKING, ended.agent())) {
            times = times.with(Milestone.TALK_ENDED, atMs);
            line.move(Kind.AFTERWARDS, null, atMs, ended.cause());
        }
    }

    /** What nobody saw gets no time of its own, but for the end itself. */
    void end(CallEnd how, Cause why, boolean watched, long whenMs) {
        long atMs = line.notBefore(whenMs);
        if (watched && line.is(Kind.TALKING)) {
            times = times.with(Milestone.TALK_ENDED, atMs);
        }
        offers.closeOpen(watched ? Outcome.CALLER_LEFT : Outcome.UNSEEN, why, atMs);
        times = times.with(Milestone.ENDED, atMs);
        line.end(atMs, why);
        end = how;
        cause = why;
        seen = watched;
    }

    /** An end that has to be guessed: who was talked with was served, who was not has gone. */
    void endUnseen(Cause why, long atMs) {
        end(agents.isEmpty() && calledBack != null ? CallEnd.NOT_REACHED : agents.isEmpty() ? CallEnd.ABANDONED : CallEnd.ANSWERED, why, false, atMs);
    }

    PbxId pbx() {
        return pbx;
    }
}
