package io.halfminute.acd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.acd.AcdEvent.OfferOutcome;
import io.halfminute.agent.AgentId;
import io.halfminute.routing.RoutingSpec;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can become of an offer that rings several phones together, on the virtual clock. */
class SeveralPhonesScenarioTest {

    private static final String TWO_READY = """
            0    1001 signs-in   => 1001 PAUSED
            0    1001 ready      => 1001 READY
            0    1002 signs-in   => 1002 PAUSED
            0    1002 ready      => 1002 READY
            10   c1 arrives 4001
            """;
    private static final String TOGETHER = """
            30   c1 waits        => ring 1001+1002 for c1, 1001 RESERVED, 1002 RESERVED
            30.1 1001 rings c1   => 1001 RINGING
            30.1 1002 rings c1   => 1002 RINGING
            """;

    private Table table;

    @BeforeEach
    void aCallHasTenSecondsLeftAndTwoAgentsAreFree() {
        table = Table.hotline();
        table.play(TWO_READY);
    }

    private List<String> outcomes() {
        return table.events.stream().filter(AcdEvent.OfferEnded.class::isInstance).map(AcdEvent.OfferEnded.class::cast)
                .map(ended -> ended.agent() + " " + ended.outcome()).toList();
    }

    @Test
    void whileThereIsTimeToTryOneAfterTheOtherOnePhoneRings() {
        table.play("""
            12   c1 waits                      => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void aLateCallRingsAtSeveralPhones() {
        table.play("""
            40   -                             => c1 late
            50   c1 waits                      => ring 1001+1002 for c1, 1001 RESERVED, 1002 RESERVED
            """);
    }

    @Test
    void thereAreNoMorePhonesThanConfigured() {
        Setup setup = Table.setup();
        table = Table.hotline(new Setup(setup.queues(), setup.agents(), setup.numbers(), setup.pauseReasons(),
                setup.limits(), new RoutingSpec(0, 1, 0.25, 0.2)));
        table.play(TWO_READY + """
            30   c1 waits                      => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void theDecisionSaysWhoIsRungTogether() {
        table.play(TOGETHER);
        List<AcdEvent.OfferMade> made = table.events.stream().filter(AcdEvent.OfferMade.class::isInstance)
                .map(AcdEvent.OfferMade.class::cast).toList();
        assertEquals(List.of("1001", "1002"), made.stream().map(one -> one.agent().value()).toList());
        assertEquals(1, made.stream().map(AcdEvent.OfferMade::offer).distinct().count());
        assertEquals(List.of(new AgentId("1002")), made.getLast().decision().also());
        assertEquals(new AgentId("1001"), made.getLast().decision().agent());
    }

    @Test
    void whoPicksUpFirstHasTheCallAndTheOtherIsFreeInTheSameStepAndHasMissedNothing() {
        table.play(TOGETHER + """
            32   1002 answers c1               => 1002 ON_CALL, 1001 READY
            33   c2 arrives 4001
            60   c2 waits                      => ring 1001 for c2, 1001 RESERVED
            """);
        assertEquals(List.of("1001 ANSWERED_ELSEWHERE"), outcomes());
    }

    @Test
    void theOtherKeepsHisPlaceAmongThoseWhoWait() {
        table = Table.hotline(Table.setup(Table.queue(Table.QUEUE_A, "mandarin", 2, 3),
                Table.queue(Table.QUEUE_B, "english", 2, 4)));
        table.play(TWO_READY + """
            30   c1 waits                      => ring 1001+1002 for c1, 1001 RESERVED, 1002 RESERVED
            31   1001 answers c1               => 1001 ON_CALL, 1002 READY
            31   1001 ends-talk c1             => 1001 WRAP_UP
            31   1001 ready                    => 1001 READY
            31   c1 hangs-up                   => c1 ANSWERED
            32   c2 arrives 4001
            33   c2 waits                      => ring 1002 for c2, 1002 RESERVED
            """);
    }

    @Test
    void thePhoneThatIsSilencedIsToldBeforeTheAnswer() {
        table.play(TOGETHER + """
            32   1001 lets-pass c1 CANCELLED
            32   1002 answers c1               => 1002 ON_CALL, 1001 READY
            32   1001 lets-pass c1 CANCELLED
            """);
        assertEquals(List.of("1001 ANSWERED_ELSEWHERE"), outcomes());
    }

    @Test
    void whenTwoPickUpInTheSameMomentTheFirstThatIsToldHasTheCall() {
        table.play(TOGETHER + """
            32   1002 answers c1               => 1002 ON_CALL, 1001 READY
            32   1001 answers c1
            32   1002 answers c1
            33   1001 ends-talk c1
            60   1002 ends-talk c1             => 1002 WRAP_UP
            60   c1 hangs-up                   => c1 ANSWERED
            60   1001 answers c1
            """);
    }

    @Test
    void anEngagedPhoneEndsItsPartAndTheOtherRingsOn() {
        table.play(TOGETHER + """
            31   1001 lets-pass c1 BUSY        => 1001 READY
            31   1001 rings c1
            31   1001 lets-pass c1 BUSY
            33   1002 answers c1               => 1002 ON_CALL
            """);
        assertEquals(List.of("1001 BUSY"), outcomes());
    }

    @Test
    void theAttemptEndsWhenTheLastPhoneHasEnded() {
        table.play(TOGETHER + """
            31   1001 lets-pass c1 REFUSED     => 1001 READY
            32   1002 lets-pass c1 REFUSED     => 1002 READY
            36   -                             => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void whoLetTheCallRingIsRungAgainWithTheOtherWhenNobodyElseIsThere() {
        table.play(TOGETHER + """
            40   -                             => c1 late
            42   1001 lets-pass c1 NO_ANSWER   => 1001 READY
            42   1002 lets-pass c1 NO_ANSWER   => ring 1001+1002 for c1, 1002 READY, 1001 RESERVED, 1002 RESERVED
            """);
    }

    @Test
    void whoHasLetTheCallRingIsNotRungTogetherWithTheNext() {
        table.play("""
            15   1002 pauses break             => 1002 PAUSED
            20   c1 waits                      => ring 1001 for c1, 1001 RESERVED
            20.1 1001 rings c1                 => 1001 RINGING
            25   1002 ready                    => 1002 READY
            32   1001 lets-pass c1 NO_ANSWER   => ring 1002 for c1, 1001 READY, 1002 RESERVED
            """);
    }

    @Test
    void aPhoneThatVanishesEndsItsPartOnly() {
        table.play(TOGETHER + """
            31   1001 phone UNREACHABLE        => 1001 PAUSED
            32   1002 phone UNREACHABLE        => retrieve c1, 1002 PAUSED
            """);
        assertEquals(List.of("1001 UNREACHABLE", "1002 UNREACHABLE"), outcomes());
    }

    @Test
    void whoPicksUpThoughHisPhoneSeemedToHaveGoneHasTheCall() {
        table.play(TOGETHER + """
            31   1001 phone UNREACHABLE        => 1001 PAUSED
            32   1001 answers c1               => 1001 ON_CALL, 1002 READY
            """);
        assertEquals(List.of("1001 UNREACHABLE", "1002 ANSWERED_ELSEWHERE"), outcomes());
    }

    @Test
    void aCallerWhoHangsUpHasLeftThemAll() {
        table.play(TOGETHER + """
            31   c1 hangs-up                   => 1001 READY, 1002 READY, c1 ABANDONED
            31   1001 lets-pass c1 CANCELLED
            31   1002 lets-pass c1 CANCELLED
            """);
        assertEquals(List.of("1001 CALLER_LEFT", "1002 CALLER_LEFT"), outcomes());
    }

    @Test
    void theSameWhenThePhonesAreToldFirst() {
        table.play(TOGETHER + """
            31   1001 lets-pass c1 CANCELLED
            31   1002 lets-pass c1 CANCELLED   => 1002 READY, 1001 READY
            31   c1 hangs-up                   => c1 ABANDONED
            """);
        assertEquals(List.of("1002 CALLER_LEFT", "1001 CALLER_LEFT"), outcomes());
    }

    @Test
    void oneSilencedAndTheCallerGoneIsTheSameToo() {
        table.play(TOGETHER + """
            31   1001 lets-pass c1 CANCELLED
            31   c1 hangs-up                   => 1001 READY, 1002 READY, c1 ABANDONED
            """);
        assertEquals(List.of("1001 CALLER_LEFT", "1002 CALLER_LEFT"), outcomes());
    }

    @Test
    void aCallerWhoIsBackInTheRoomThoughNobodyToldWhyIsOfferedAnew() {
        table.play(TOGETHER + """
            31   1001 lets-pass c1 CANCELLED
            31   c1 waits 1001                 => ring 1001 for c1, 1001 READY, 1002 READY, 1001 RESERVED
            """);
        assertEquals(List.of("1001 CALLER_LEFT", "1002 FAILED"), outcomes());
    }

    @Test
    void whenThePbxIsSilentAllAreFreed() {
        table.play(TOGETHER + """
            40   -                             => c1 late
            45   -                             => retrieve c1, 1001 READY, 1002 READY
            """);
    }

    @Test
    void aCommandThatThePbxRefusesFreesAll() {
        table.play("""
            30   c1 waits                      => ring 1001+1002 for c1, 1001 RESERVED, 1002 RESERVED
            30.1 c1 command-fails 1002         => 1001 READY, 1002 READY
            30.2 c1 hangs-up                   => c1 ABANDONED
            """);
    }

    @Test
    void aBreakThatIsAskedForWhileItRingsBeginsWhenTheOtherPicksUp() {
        table.play(TOGETHER + """
            31   1001 pauses break
            32   1002 answers c1               => 1002 ON_CALL, 1001 PAUSED
            """);
    }

    @Test
    void anAgentWhoIsConfiguredNoMoreLeavesWhenTheOtherPicksUp() {
        table.play(TOGETHER + """
            31   setup configures 1001
            32   1002 answers c1               => 1002 ON_CALL, 1001 SIGNED_OUT
            """);
    }

    @Test
    void nobodyIsRungAsASecondWhomAnotherWaitingCallCanHaveAlone() {
        table = Table.justStarted();
        table.play("""
            30   1001 restores READY           => 1001 READY
            30   1002 restores READY           => 1002 READY
            34   pbx finds c1@5 WAITING c2@6 WAITING => ring 1001 for c1, ring 1002 for c2, 1001 RESERVED, 1002 RESERVED
            """);
    }

    @Test
    void whoIsLeftWhenEveryCallHasItsAgentIsRungWithTheFirst() {
        table = Table.justStarted();
        table.play("""
            30   1001 restores READY           => 1001 READY
            30   1002 restores READY           => 1002 READY
            30   1004 restores READY           => 1004 READY
            34   pbx finds c1@5 WAITING c2@6 WAITING => ring 1001+1002 for c1, ring 1004 for c2, 1001 RESERVED, 1004 RESERVED, 1002 RESERVED
            """);
    }

    @Test
    void noOutcomeButAMissCountsAsAMiss() {
        table.play(TOGETHER + """
            32   1002 answers c1               => 1002 ON_CALL, 1001 READY
            60   1002 ends-talk c1             => 1002 WRAP_UP
            60   c1 hangs-up                   => c1 ANSWERED
            61   1002 ready                    => 1002 READY
            62   c2 arrives 4001
            82   c2 waits                      => ring 1001+1002 for c2, 1001 RESERVED, 1002 RESERVED
            83   1002 answers c2               => 1002 ON_CALL, 1001 READY
            """);
        assertEquals(2, outcomes().stream().filter(("1001 " + OfferOutcome.ANSWERED_ELSEWHERE)::equals).count());
    }
}
