package io.halfminute.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdEvent.NameEnd;
import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.acd.AcdEvent.RingCause;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.SkillId;
import io.halfminute.call.CallEnd;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxId;
import io.halfminute.queue.SkillDemand;
import io.halfminute.record.OfferRecord.Outcome;
import io.halfminute.record.Segment.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallRecorderTest {

    private static final long NOON = 1_800_000_000_000L;

    private final List<String> faults = new ArrayList<>();
    private final CallRecorder recorder = new CallRecorder(RecordLimits.DEFAULT, List.of(), faults::add);

    @Test
    void ofPhonesThatRangTogetherOneAnsweredAndTheTimeLineHasThatOneOnly() {
        CallRecord call = last(new Story("c1", NOON).arrives("1", "").waits().after(1).offered(1, "1001").offered(1, "1002")
                .after(100).rings(1, "1001").rings(1, "1002").after(3_000).answered(1, "1002")
                .offerEnds(1, "1001", OfferOutcome.ANSWERED_ELSEWHERE, Story.NORMAL)
                .after(60_000).talkEnds("1002").ends(CallEnd.ANSWERED));

        assertEquals(List.of(Outcome.ANSWERED_ELSEWHERE, Outcome.ANSWERED),
                call.offers().stream().map(OfferRecord::outcome).toList());
        assertEquals(List.of(Kind.WAITING, Kind.RINGING, Kind.TALKING), kinds(call));
        assertEquals(List.of("1002"), call.agents().stream().map(Object::toString).toList());
        assertEquals(List.of(), faults);
    }

    @Test
    void whenOneOfTwoPhonesEndsTheCallGoesOnRingingAtTheOther() {
        CallRecord call = last(new Story("c1", NOON).arrives("1", "").waits().after(1).offered(1, "1001").offered(1, "1002")
                .after(100).rings(1, "1001").rings(1, "1002").after(500)
                .offerEnds(1, "1001", OfferOutcome.BUSY, Story.NORMAL).after(4_000).answered(1, "1002")
                .after(60_000).talkEnds("1002").ends(CallEnd.ANSWERED));

        assertEquals(List.of(Outcome.BUSY, Outcome.ANSWERED), call.offers().stream().map(OfferRecord::outcome).toList());
        assertEquals(List.of(Kind.WAITING, Kind.RINGING, Kind.RINGING, Kind.TALKING), kinds(call));
    }

    @Test
    void anAnsweredCallKeepsItsMilestonesAndTilesItsTime() {
        CallRecord call = last(new Story("c1", NOON).arrives("13800138000", "Li").after(10).served(7, "1001"));

        assertEquals(new Milestones(NOON, NOON + 10, NOON + 13, NOON + 213, NOON + 4_213, NOON + 64_213, NOON + 64_713,
                NOON + 30_000, 0), call.milestones());
        assertEquals(List.of(Kind.FLOW, Kind.WAITING, Kind.RINGING, Kind.TALKING, Kind.AFTERWARDS), kinds(call));
        assertEquals(Outcome.ANSWERED, call.offers().getFirst().outcome());
        assertEquals("16 Normal Clearing", call.cause().raw());
        assertEquals("1001", call.agents().getFirst().value());
        assertEquals(List.of(), faults);
    }

    @Test
    void aSilentPhoneIsAnOfferThatRangOutAndTheCallerWaitsAgain() {
        CallRecord call = last(new Story("c1", NOON).arrives("1", "").waits().after(1).offered(1, "1001").after(100)
                .rings(1, "1001").after(8_000).offerEnds(1, "1001", OfferOutcome.NO_ANSWER, Story.RANG_OUT)
                .waits().after(2).served(2, "1002"));

        assertEquals(List.of(Outcome.NO_ANSWER, Outcome.ANSWERED), call.offers().stream().map(OfferRecord::outcome).toList());
        assertEquals(List.of(Kind.WAITING, Kind.RINGING, Kind.WAITING, Kind.RINGING, Kind.TALKING, Kind.AFTERWARDS), kinds(call));
        assertEquals(Story.RANG_OUT, call.segments().get(1).cause());
        assertEquals(List.of("1002"), call.agents().stream().map(Object::toString).toList());
    }

    @Test
    void aCallerWhoHangsUpWhileItRingsWasRingingUntilTheEnd() {
        CallRecord call = last(new Story("c1", NOON).arrives("1", "").after(5).waits().after(1).offered(1, "1001").after(100)
                .rings(1, "1001").after(3_000).offerEnds(1, "1001", OfferOutcome.CALLER_LEFT, Story.NORMAL)
                .ends(CallEnd.ABANDONED));

        assertEquals(Kind.RINGING, call.segments().getLast().kind());
        assertEquals(Outcome.CALLER_LEFT, call.offers().getFirst().outcome());
        assertEquals(0, call.milestones().answeredMs());
    }

    @Test
    void aCallThatThePbxBroughtToAnAgentByItselfHasAnOfferOfThePbx() {
        CallRecord call = last(new Story("c1", NOON).arrives("1", "").after(5).waits().after(9_000).atFallback().after(4_000)
                .answered(0, "1003").after(1_000).ends(CallEnd.ANSWERED));

        assertEquals(List.of(Kind.FLOW, Kind.WAITING, Kind.FALLBACK, Kind.TALKING), kinds(call));
        assertEquals(call.milestones().endedMs(), call.milestones().talkEndedMs());
        assertEquals(1, call.offers().size());
    }

    @Test
    void everyEventToldTwiceChangesNothing() {
        Story story = new Story("c1", NOON).arrives("1", "").after(5).served(1, "1001");
        CallRecord once = last(story);
        CallRecorder second = new CallRecorder(RecordLimits.DEFAULT, List.of(), faults::add);
        CallRecord twice = null;
        for (AcdEvent event : story.events()) {
            for (RecordChange change : second.apply(List.of(event, event))) {
                twice = change instanceof RecordChange.CallKept kept ? kept.call() : twice;
            }
        }

        assertEquals(once, twice);
    }

    @Test
    void anEchoOfACallThatIsOverOpensNothing() {
        Story story = new Story("c1", NOON).arrives("1", "").served(1, "1001");
        last(story);

        assertEquals(List.of(), recorder.apply(story.events()));
        assertEquals(0, recorder.live());
        assertEquals(story.events().size(), recorder.strays());
    }

    @Test
    void aCallThatIsFoundAgainAfterARestartGoesOnWithItsRecord() {
        Story story = new Story("c1", NOON).arrives("1", "Li").after(5).waits().after(1).offered(1, "1001").after(100)
                .rings(1, "1001");
        CallRecorder restarted = new CallRecorder(RecordLimits.DEFAULT, List.of(last(story)), faults::add);
        Story found = new Story("c1", NOON + 20_000).linkUp()
                .arrives(new CallerId("1", "Li"), Story.BRAND, true, NOON).waits().after(3).served(9, "1002");
        CallRecord call = last(restarted, found.events());

        assertEquals(NOON, call.milestones().arrivedMs());
        assertEquals(NOON + 6, call.milestones().offeredMs());
        assertEquals(List.of(Outcome.UNSEEN, Outcome.ANSWERED), call.offers().stream().map(OfferRecord::outcome).toList());
        assertTrue(call.adopted());
        assertTrue(call.seen());
        assertEquals(List.of(), faults);
    }

    @Test
    void aCallThatEndedWhileNoServerLivedIsClosedUnseenAndWithoutInventedTimes() {
        Story story = new Story("c1", NOON).arrives("1", "").after(5).waits().after(1).offered(1, "1001").after(100)
                .rings(1, "1001").after(900).answered(1, "1001");
        CallRecorder restarted = new CallRecorder(RecordLimits.DEFAULT, List.of(last(story)), faults::add);
        CallRecord call = last(restarted, new Story("other", NOON + 60_000).linkUp().arrives("2", "").events());

        assertEquals("c1", call.call().value());
        assertFalse(call.seen());
        assertEquals(CallEnd.ANSWERED, call.end());
        assertEquals(Cause.UNSEEN, call.cause());
        assertEquals(0, call.milestones().talkEndedMs());
        assertEquals(NOON + 60_000, call.milestones().endedMs());
        assertEquals(1, restarted.live());
    }

    @Test
    void aCallOfAPbxThatHasEndedMeanwhileIsClosedAsLostWithIt() {
        CallRecord left = last(new Story("c1", NOON).arrives("1", "").after(5).waits());
        CallRecorder restarted = new CallRecorder(RecordLimits.DEFAULT, List.of(left), faults::add);
        CallRecord call = last(restarted, new Story("other", NOON + 60_000).pbxLost(PbxId.MAIN).linkUp().events());

        assertEquals(Cause.Reason.PBX_LOST, call.cause().reason());
        assertEquals(CallEnd.ABANDONED, call.end());
        assertFalse(call.seen());
    }

    @Test
    void aCallAtAPbxThatHasNotBeenHeardYetIsNotClosedByAnother() {
        PbxId b = new PbxId("b");
        CallRecord left = last(new Story("c1", NOON).arrives("1", "").after(5).waits());
        CallRecorder restarted = new CallRecorder(RecordLimits.DEFAULT, List.of(left), faults::add);

        assertEquals(List.of(), restarted.apply(new Story("other", NOON + 60_000).linkUp(b).events()));
        assertEquals(1, restarted.live());
    }

    @Test
    void howTheSearchForAnAgentWentIsKeptInItsOrder() {
        SkillDemand english = new SkillDemand(new SkillId("english"), 2, 4);
        CallRecord call = last(new Story("c1", NOON).arrives("1", "").after(5).asksFor(english).named("1001", 7_500).waits()
                .after(7_500).nameDropped("1001", NameEnd.TIME_OVER).after(4_000).ringOpens("least").after(10).served(1, "1002"));

        assertEquals(List.of(new SearchStep.AskedForMore(List.of(english), NOON + 5),
                new SearchStep.AgentNamed(new AgentId("1001"), NOON + 7_505, NOON + 5),
                new SearchStep.NameDropped(new AgentId("1001"), NameEnd.TIME_OVER, NOON + 7_505),
                new SearchStep.RingOpened("least", RingCause.TIME_LEFT, NOON + 11_505)), call.steps());
    }

    @Test
    void stepsToldTwiceAreKeptOnceAndThoseBeyondTheLimitAreLeftOut() {
        CallRecorder small = new CallRecorder(new RecordLimits(3, 2, 4, 2, 10, 10), List.of(), faults::add);
        CallRecord call = last(small, new Story("c1", NOON).arrives("1", "").waits().ringOpens("a").ringOpens("a").after(9)
                .ringOpens("b").after(9).ringOpens("c").events());

        assertEquals(List.of("a", "b"), call.steps().stream().map(step -> ((SearchStep.RingOpened) step).ring()).toList());
    }

    @Test
    void aCallThatIsTakenOverKeepsTheStepsOfBefore() {
        CallRecord before = last(new Story("c1", NOON).arrives("1", "").waits().ringOpens("least"));
        CallRecorder restarted = new CallRecorder(RecordLimits.DEFAULT, List.of(before), faults::add);
        CallRecord call = last(restarted, new Story("c1", NOON + 9_000).linkUp()
                .arrives(new CallerId("1", ""), Story.BRAND, true, NOON).waits().ringOpens("least").events());

        assertEquals(List.of(NOON, NOON + 9_000), call.steps().stream().map(SearchStep::atMs).toList());
    }

    @Test
    void decisionsAreKeptOnceAndUpToTheLimit() {
        CallRecorder small = new CallRecorder(new RecordLimits(3, 2, 4, 2, 10, 10), List.of(), faults::add);
        Story story = new Story("c1", NOON).arrives("1", "").after(1).waits();
        for (int offer = 1; offer <= 5; offer++) {
            story.after(10).offered(offer, "1001").offered(offer, "1001").after(10).rings(offer, "1001").after(10)
                    .offerEnds(offer, "1001", OfferOutcome.BUSY, Story.NORMAL);
        }
        List<RecordChange> changes = small.apply(story.after(10).ends(CallEnd.ABANDONED).events());
        CallRecord call = call(changes);

        assertEquals(2, changes.stream().filter(RecordChange.DecisionKept.class::isInstance).count());
        assertEquals(3, call.offers().size());
        assertEquals(4, call.segments().size());
        assertEquals(List.of(), faults);
    }

    private CallRecord last(Story story) {
        return last(recorder, story.events());
    }

    private static CallRecord last(CallRecorder recorder, List<AcdEvent> events) {
        List<RecordChange> changes = recorder.apply(events);
        return changes.stream().filter(RecordChange.CallKept.class::isInstance).map(change -> ((RecordChange.CallKept) change)
                .call()).reduce((first, second) -> second).orElseThrow();
    }

    private static CallRecord call(List<RecordChange> changes) {
        return ((RecordChange.CallKept) changes.getFirst()).call();
    }

    private static List<Kind> kinds(CallRecord call) {
        return call.segments().stream().map(Segment::kind).toList();
    }
}
