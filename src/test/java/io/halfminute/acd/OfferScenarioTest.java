package io.halfminute.acd;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can become of an offer, on the virtual clock. */
class OfferScenarioTest {

    private Table table;

    @BeforeEach
    void aCallRingsAt1001While1002IsFreeToo() {
        table = Table.hotline();
        table.play("""
            0    1001 signs-in   => 1001 PAUSED
            0    1001 ready      => 1001 READY
            0    1002 signs-in   => 1002 PAUSED
            0    1002 ready      => 1002 READY
            10   c1 arrives 4001
            10   c1 waits        => ring 1001 for c1, 1001 RESERVED
            10.1 1001 rings c1   => 1001 RINGING
            """);
    }

    @Test
    void theNextAgentsPhoneRingsAtOnceWhenOneDoesNotPickUp() {
        table.play("""
            22   1001 lets-pass c1 NO_ANSWER  => ring 1002 for c1, 1001 READY, 1002 RESERVED
            23   1002 answers c1              => 1002 ON_CALL
            """);
    }

    @Test
    void anAgentWhoMissedTooOftenIsPausedAndTheCallStaysInTheLine() {
        table.play("""
            11   1002 pauses break            => 1002 PAUSED
            22   1001 lets-pass c1 NO_ANSWER  => ring 1001 for c1, 1001 READY, 1001 RESERVED
            34   1001 lets-pass c1 NO_ANSWER  => 1001 PAUSED
            40   -                            => c1 late
            41   1001 ready                   => ring 1001 for c1, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void anAgentWhoRefusedIsSparedForAWhileThoughNobodyElseIsThere() {
        table.play("""
            11   1002 pauses break            => 1002 PAUSED
            12   1001 lets-pass c1 REFUSED    => 1001 READY
            17   -                            => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void anAgentWhoRefusedAndSaysThatHeIsReadyIsOfferedCallsAtOnce() {
        table.play("""
            11   1002 pauses break            => 1002 PAUSED
            12   1001 lets-pass c1 REFUSED    => 1001 READY
            13   1001 pauses break            => 1001 PAUSED
            14   1001 ready                   => ring 1001 for c1, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void aBusyPhoneSendsTheCallOn() {
        table.play("""
            10.2 1001 lets-pass c1 BUSY       => ring 1002 for c1, 1001 READY, 1002 RESERVED
            """);
    }

    @Test
    void anUnreachablePhonePausesItsAgentUntilItIsBack() {
        table.play("""
            10.2 1001 lets-pass c1 UNREACHABLE => ring 1002 for c1, 1001 PAUSED, 1002 RESERVED
            11   1001 phone UNREACHABLE
            11   1001 ready                    => no: PHONE_UNREACHABLE
            20   1001 phone IDLE               => 1001 READY
            """);
    }

    @Test
    void aPhoneThatGoesWhileItRingsSendsTheCallOnAtOnce() {
        table.play("""
            12   1001 phone UNREACHABLE        => ring 1002 for c1, 1001 PAUSED, 1002 RESERVED
            12.1 1001 lets-pass c1 CANCELLED
            13   1002 answers c1               => 1002 ON_CALL
            """);
    }

    @Test
    void aCallerLeftAtADeadPhoneIsBroughtBackToTheMusicWhenNobodyElseIsFree() {
        table.play("""
            11   1002 pauses break             => 1002 PAUSED
            12   1001 phone UNREACHABLE        => retrieve c1, 1001 PAUSED
            """);
    }

    @Test
    void aCallerWhoHangsUpWhileItRingsIsAbandonedAndTheAgentKeepsHisPlace() {
        table.play("""
            11   1001 lets-pass c1 CANCELLED   => 1001 READY
            11   c1 hangs-up                   => c1 ABANDONED
            12   c2 arrives 4001
            12   c2 waits                      => ring 1001 for c2, 1001 RESERVED
            """);
    }

    @Test
    void aHangUpThatIsToldBeforeTheOffersEndIsTheSame() {
        table.play("""
            11   c1 hangs-up                   => 1001 READY, c1 ABANDONED
            11   1001 lets-pass c1 CANCELLED
            """);
    }

    @Test
    void aCancelledOfferWhoseCallerIsStillThereIsOfferedAgain() {
        table.play("""
            11   1001 lets-pass c1 CANCELLED   => 1001 READY
            11.1 c1 waits 1001                 => ring 1002 for c1, 1002 RESERVED
            """);
    }

    @Test
    void aCancelledOfferAfterWhichNothingIsToldIsOfferedAgainInTime() {
        table.play("""
            11   1001 lets-pass c1 CANCELLED   => 1001 READY
            14   -                             => ring 1002 for c1, 1002 RESERVED
            """);
    }

    @Test
    void anOfferOnWhichThePbxIsSilentIsTakenBack() {
        table.play("""
            25   -                             => ring 1002 for c1, 1001 READY, 1002 RESERVED
            26   1001 answers c1
            27   1002 answers c1               => 1002 ON_CALL
            """);
    }

    @Test
    void aCommandThatThePbxRefusesFreesTheAgentAndTheCallersEndIsAwaited() {
        table.play("""
            10.2 c1 command-fails 1001         => 1001 READY
            10.3 c1 hangs-up                   => c1 ABANDONED
            """);
    }

    @Test
    void whatIsToldTwiceOrOfAnEarlierOfferChangesNothing() {
        table.play("""
            22   1001 lets-pass c1 NO_ANSWER   => ring 1002 for c1, 1001 READY, 1002 RESERVED
            22   1001 lets-pass c1 NO_ANSWER
            22   1001 rings c1
            22   c1 waits 1001
            22   1001 answers c1
            23   1002 answers c1               => 1002 ON_CALL
            23   1002 answers c1
            23   c1 arrives 4001
            60   1001 ends-talk c1
            61   1002 ends-talk c1             => 1002 WRAP_UP
            61   1002 ends-talk c1
            61   c1 hangs-up                   => c1 ANSWERED
            61   c1 hangs-up
            61   c1 waits
            61   c1 arrives 4001
            62   c9 hangs-up
            """);
    }

    @Test
    void anAgentWhoWantsABreakWhileItRingsGetsItAfterTheCall() {
        table.play("""
            11   1001 pauses break
            12   1001 answers c1               => 1001 ON_CALL
            60   1001 ends-talk c1             => 1001 WRAP_UP
            60   c1 hangs-up                   => c1 ANSWERED
            80   -                             => 1001 PAUSED
            """);
    }

    @Test
    void anAgentWhoLeavesDuringACallFinishesIt() {
        table.play("""
            12   1001 answers c1               => 1001 ON_CALL
            13   1001 signs-out
            60   c1 hangs-up                   => 1001 WRAP_UP, c1 ANSWERED
            80   -                             => 1001 SIGNED_OUT
            """);
    }

    @Test
    void aWrapUpEndsWhenTheAgentSaysSo() {
        table.play("""
            12   1001 answers c1               => 1001 ON_CALL
            60   c1 hangs-up                   => 1001 WRAP_UP, c1 ANSWERED
            61   1001 ready                    => 1001 READY
            90   1001 signs-out                => 1001 SIGNED_OUT
            91   1001 ready                    => no: NOT_SIGNED_IN
            """);
    }

    @Test
    void anAgentInAPrivateCallGetsNoneOfOurs() {
        table.play("""
            11   1002 phone IN_USE
            22   1001 lets-pass c1 NO_ANSWER   => ring 1001 for c1, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void anUnknownPauseReasonIsRefused() {
        table.play("""
            11   1002 pauses holiday           => no: UNKNOWN_REASON
            """);
    }
}
