package io.halfminute.acd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.halfminute.pbx.CallId;
import org.junit.jupiter.api.Test;

/** The server finds the PBX in a state that it has not seen come about. */
class ResyncScenarioTest {

    @Test
    void aServerThatStartsTakesOverWhoWaitsWithTheirFirstArrivalTimes() {
        Table table = Table.justStarted();
        table.play("""
            100  pbx finds c1@90 WAITING c2@80 WAITING c3@95/4002 IN_FLOW
            105  1001 signs-in           => 1001 PAUSED
            105  1001 ready              => ring 1001 for c2, 1001 READY, 1001 RESERVED
            110  -                       => c2 late
            111  1001 answers c2         => 1001 ON_CALL
            120  -                       => c1 late
            125  -                       => c3 late
            """);
        assertEquals(80_000, table.events.stream().filter(AcdEvent.CallArrived.class::isInstance)
                .map(AcdEvent.CallArrived.class::cast).filter(arrived -> arrived.call().equals(new CallId("c2")))
                .findFirst().orElseThrow().arrivedMs());
    }

    @Test
    void aServerThatStartsGoesOnWithACallThatRings() {
        Table table = Table.justStarted();
        table.play("""
            100  1001 restores RINGING          => 1001 READY
            100  pbx finds c1@90 OFFERED 1001   => 1001 RINGING
            103  1001 answers c1                => 1001 ON_CALL
            160  1001 ends-talk c1              => 1001 WRAP_UP
            160  c1 hangs-up                    => c1 ANSWERED
            180  -                              => 1001 READY
            """);
    }

    @Test
    void aRingingCallThatWasTakenOverGoesToTheNextAgentWhenNobodyPicksUp() {
        Table table = Table.justStarted();
        table.play("""
            100  1001 restores RINGING           => 1001 READY
            100  1002 restores READY             => 1002 READY
            100  pbx finds c1@90 OFFERED 1001    => 1001 RINGING
            103  1001 lets-pass c1 NO_ANSWER     => ring 1002 for c1, 1001 READY, 1002 RESERVED
            """);
    }

    @Test
    void aServerThatStartsGoesOnWithACallThatRingsAtTwoPhones() {
        Table table = Table.justStarted();
        table.play("""
            100  1001 restores RINGING              => 1001 READY
            100  1002 restores RINGING              => 1002 READY
            100  pbx finds c1@90 OFFERED 1001+1002  => 1001 RINGING, 1002 RINGING
            102  1001 lets-pass c1 BUSY             => 1001 READY
            103  1002 answers c1                    => 1002 ON_CALL
            160  1002 ends-talk c1                  => 1002 WRAP_UP
            160  c1 hangs-up                        => c1 ANSWERED
            """);
    }

    @Test
    void ofTwoWhoWereFoundRingingOneWinsAndTheOtherIsFree() {
        Table table = Table.justStarted();
        table.play("""
            100  1001 restores RINGING              => 1001 READY
            100  1002 restores RINGING              => 1002 READY
            100  pbx finds c1@90 OFFERED 1001+1002  => 1001 RINGING, 1002 RINGING
            103  1002 answers c1                    => 1002 ON_CALL, 1001 READY
            """);
    }

    @Test
    void whoHasPickedUpWhileTheLinkWasDownIsFoundTalkingAndTheOtherIsFree() {
        Table table = Table.justStarted();
        table.play("""
            100  1001 restores RINGING              => 1001 READY
            100  1002 restores RINGING              => 1002 READY
            100  pbx finds c1@90 OFFERED 1001+1002  => 1001 RINGING, 1002 RINGING
            101  pbx link-lost
            104  pbx finds c1@90 CONNECTED 1002 since 102 => 1002 ON_CALL, 1001 READY
            """);
    }

    @Test
    void aServerThatStartsKnowsWhoTalks() {
        Table table = Table.justStarted();
        table.play("""
            100  1001 restores ON_CALL                    => 1001 WRAP_UP
            100  pbx finds c1@50 CONNECTED 1001 since 60  => 1001 ON_CALL
            160  1001 ends-talk c1                        => 1001 WRAP_UP
            160  c1 hangs-up                              => c1 ANSWERED
            180  -                                        => 1001 READY
            """);
        assertEquals(60_000, table.events.stream().filter(AcdEvent.CallAnswered.class::isInstance).findFirst()
                .orElseThrow().atMs());
        assertFalse(table.events.stream().anyMatch(AcdEvent.DeadlineMissed.class::isInstance));
    }

    @Test
    void anAgentWhoseCallHasEndedWhileNoServerLivedGetsHisWrapUp() {
        Table table = Table.justStarted();
        table.play("""
            100  1001 restores ON_CALL     => 1001 WRAP_UP
            100  pbx finds nothing
            120  -                         => 1001 READY
            """);
    }

    @Test
    void aWrapUpThatWasRestoredEndsWhenItWouldHave() {
        Table table = Table.justStarted();
        table.play("""
            100  1001 restores WRAP_UP ago 5   => 1001 WRAP_UP
            100  1002 restores WRAP_UP ago 50  => 1002 READY
            100  pbx finds nothing
            115  -                             => 1001 READY
            """);
    }

    @Test
    void aPauseAndAnAbsenceAreRestored() {
        Table table = Table.justStarted();
        table.play("""
            100  1001 restores PAUSED break    => 1001 PAUSED
            100  1002 restores SIGNED_OUT
            100  pbx finds c1@90 WAITING
            101  1002 ready                    => no: NOT_SIGNED_IN
            102  1001 ready                    => ring 1001 for c1, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void aReadyAgentWhosePhoneIsNotThereAfterTheStartIsPausedUntilItIs() {
        Table table = Table.justStarted();
        table.play("""
            100  1001 restores READY                        => 1001 READY
            100  pbx finds c1@90 WAITING 1001 is UNREACHABLE  => 1001 PAUSED
            105  1001 phone IDLE                            => ring 1001 for c1, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void nothingIsOfferedWhileTheLinkIsDown() {
        Table table = Table.hotline();
        table.play("""
            0    1001 signs-in            => 1001 PAUSED
            0    c1 arrives 4001
            0    c1 waits
            5    pbx link-lost
            6    1001 ready               => 1001 READY
            9    pbx finds c1@0 WAITING   => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void callsThatEndedWhileTheLinkWasDownAreEndedUnseen() {
        Table table = talkingToC1();
        table.play("""
            20   c2 arrives 4001
            20   c2 waits
            30   pbx link-lost
            50   -                        => c2 late
            60   pbx finds nothing        => 1001 WRAP_UP, c1 ANSWERED, c2 ABANDONED
            80   -                        => 1001 READY
            """);
        assertEquals(2, table.events.stream().filter(AcdEvent.CallEnded.class::isInstance)
                .filter(event -> !((AcdEvent.CallEnded) event).seen()).count());
    }

    @Test
    void anAnswerThatWasNotSeenIsFoundWithItsTime() {
        Table table = Table.hotline();
        table.play("""
            0    1001 signs-in            => 1001 PAUSED
            0    1001 ready               => 1001 READY
            9    c1 arrives 4001
            10   c1 waits                 => ring 1001 for c1, 1001 RESERVED
            11   pbx link-lost
            20   pbx finds c1@9 CONNECTED 1001 since 13  => 1001 ON_CALL
            """);
        assertEquals(13_000, table.events.stream().filter(AcdEvent.CallAnswered.class::isInstance).findFirst()
                .orElseThrow().atMs());
    }

    @Test
    void silenceWhileTheLinkIsDownIsNoFailureOfThePhone() {
        Table table = Table.hotline();
        table.play("""
            0    1001 signs-in            => 1001 PAUSED
            0    1001 ready               => 1001 READY
            9    c1 arrives 4001
            10   c1 waits                 => ring 1001 for c1, 1001 RESERVED
            11   pbx link-lost
            39   -                        => c1 late
            40   pbx finds c1@9 WAITING 1001  => 1001 READY
            45   -                        => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void theFallbacksAnswerHoldsTheAgentAndHisPauseIsKept() {
        Table table = Table.hotline();
        table.play("""
            0    1001 signs-in            => 1001 PAUSED
            0    1001 ready               => 1001 READY
            5    pbx link-lost
            6    1001 pauses break        => 1001 PAUSED
            9    pbx finds c1@4 AT_FALLBACK
            12   1001 answers c1          => 1001 ON_CALL
            60   c1 hangs-up              => 1001 WRAP_UP, c1 ANSWERED
            80   -                        => 1001 PAUSED
            """);
    }

    @Test
    void aCallerInTheFallbackIsNotOfferedTwice() {
        Table table = Table.hotline();
        table.play("""
            0    c1 arrives 4001
            0    c1 waits
            1    c1 at-fallback
            2    1001 signs-in            => 1001 PAUSED
            2    1001 ready               => 1001 READY
            9    c1 waits                 => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void aComparisonWhileAnOfferIsInFlightIsHarmless() {
        Table table = Table.hotline();
        table.play("""
            0    1001 signs-in                  => 1001 PAUSED
            0    1001 ready                     => 1001 READY
            9    c1 arrives 4001
            10   c1 waits                       => ring 1001 for c1, 1001 RESERVED
            10   pbx finds c1@9 WAITING
            10.1 pbx finds c1@9 OFFERED 1001
            10.2 1001 rings c1                  => 1001 RINGING
            10.3 pbx finds c1@9 OFFERED 1001
            12   1001 answers c1                => 1001 ON_CALL
            13   pbx finds c1@9 CONNECTED 1001 since 12
            """);
    }

    @Test
    void aComparisonThatIsOlderThanTheAnswerDoesNotEndTheTalk() {
        Table table = talkingToC1();
        table.play("""
            12.5 pbx finds c1@9 OFFERED 1001 as-of 11.5
            60   1001 ends-talk c1              => 1001 WRAP_UP
            60.1 pbx finds c1@9 CONNECTED 1001 since 12 as-of 59.9
            60.2 c1 hangs-up                    => c1 ANSWERED
            80   -                              => 1001 READY
            """);
    }

    @Test
    void aComparisonThatIsOlderThanTheTalksEndDoesNotTakeThePhoneForBusy() {
        Table table = talkingToC1();
        table.play("""
            60   c1 hangs-up                    => 1001 WRAP_UP, c1 ANSWERED
            60.1 pbx finds nothing 1001 is IN_USE as-of 59.9
            61   1001 ready                     => 1001 READY
            62   c2 arrives 4001
            62   c2 waits                       => ring 1001 for c2, 1001 RESERVED
            """);
    }

    @Test
    void aCallThatTheFallbackGaveToAnotherAgentIsFoundWithHim() {
        Table table = talkingToC1();
        table.play("""
            30   1002 signs-in                  => 1002 PAUSED
            30   1002 ready                     => 1002 READY
            40   pbx link-lost
            70   pbx finds c1@9 CONNECTED 1002 since 65  => 1001 WRAP_UP, 1002 ON_CALL
            """);
    }

    @Test
    void anAgentIsFoundWithHisNextCallWhateverTheOrderOfTheList() {
        Table table = talkingToC1();
        table.play("""
            20   c2 arrives 4001
            20   c2 waits
            40   pbx link-lost
            50   -                              => c2 late
            70   pbx finds c2@20 CONNECTED 1001 since 60 c1@9 WAITING  => 1001 WRAP_UP, 1001 ON_CALL
            """);
    }

    @Test
    void aCallerWhoShouldHaveLeftAndStandsInTheWaitingRoomIsServed() {
        Table table = Table.hotline();
        table.play("""
            0    c1 arrives 4001
            0    c1 waits
            0    c2 arrives 4001
            0    c2 waits
            0    c3 arrives 4001
            0    c3 waits
            1    c4 arrives 4001                => refuse c4 QUEUE_FULL
            2    pbx finds c1@0 WAITING c2@0 WAITING c3@0 WAITING c4@1 WAITING
            10   c1 hangs-up                    => c1 ABANDONED
            10   c2 hangs-up                    => c2 ABANDONED
            10   c3 hangs-up                    => c3 ABANDONED
            11   pbx finds c4@1 WAITING
            12   1001 signs-in                  => 1001 PAUSED
            12   1001 ready                     => ring 1001 for c4, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void aRingingPhoneThatIsFoundAtNobodysDeskIsWaitedForNotTooLong() {
        Table table = Table.justStarted();
        table.play("""
            100  pbx finds c1@90 OFFERED 7777
            101  1001 signs-in                  => 1001 PAUSED
            101  1001 ready                     => 1001 READY
            103  -                              => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void aCallOfANumberThatNobodyHasAnyMoreTalksOn() {
        Table table = Table.justStarted();
        table.play("""
            100  pbx finds c1@50/4999 CONNECTED 1001 since 60 c2@90/4999 WAITING  => refuse c2 UNKNOWN_NUMBER
            160  c1 hangs-up                    => c1 ANSWERED
            161  c2 hangs-up                    => c2 REFUSED
            """);
    }

    /** 1001 answered c1 at 12. */
    private static Table talkingToC1() {
        Table table = Table.hotline();
        table.play("""
            0    1001 signs-in                  => 1001 PAUSED
            0    1001 ready                     => 1001 READY
            9    c1 arrives 4001
            10   c1 waits                       => ring 1001 for c1, 1001 RESERVED
            12   1001 answers c1                => 1001 ON_CALL
            """);
        return table;
    }
}
