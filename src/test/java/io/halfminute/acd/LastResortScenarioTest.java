package io.halfminute.acd;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.ChannelId;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PhoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What could leave a caller or an agent standing for ever: answers that come late, commands that fail, phones half dead. */
class LastResortScenarioTest {

    private Table table;

    @BeforeEach
    void aCallRingsAt1001() {
        table = Table.hotline(Table.setup(
                Table.withOverflow(Table.queue(Table.QUEUE_A, "mandarin", 2, 4), 60_000, "4999"),
                Table.queue(Table.QUEUE_B, "english", 2, 4)));
        table.play("""
            0    1001 signs-in   => 1001 PAUSED
            0    1001 ready      => 1001 READY
            10   c1 arrives 4001
            10   c1 waits        => ring 1001 for c1, 1001 RESERVED
            10.1 1001 rings c1   => 1001 RINGING
            """);
    }

    @Test
    void aTalkIsNotTornApartBecauseTheAnswerToTheCommandWasLate() {
        table.play("""
            11   1002 signs-in              => 1002 PAUSED
            12   c1 command-fails 1001      => 1001 READY
            12.5 1001 answers c1            => 1001 ON_CALL
            13   1002 ready                 => 1002 READY
            30   1001 ends-talk c1          => 1001 WRAP_UP
            31   c1 hangs-up                => c1 ANSWERED
            """);
    }

    @Test
    void anOfferThatWasGivenUpAndIsPickedUpAllTheSameIsATalk() {
        table.play("""
            25   -                          => retrieve c1, 1001 READY
            25.1 1001 answers c1            => 1001 ON_CALL
            25.3 c1 waits 1001              => 1001 WRAP_UP
            """);
    }

    @Test
    void anAnswerThatIsToldAgainAfterTheTalkIsNoSecondOne() {
        table.play("""
            12   1001 answers c1            => 1001 ON_CALL
            20   1001 ends-talk c1          => 1001 WRAP_UP
            20   c1 waits 1001
            21   1001 answers c1
            22   c1 hangs-up                => c1 ANSWERED
            """);
    }

    @Test
    void theFallbackToldOfAgainAfterwardsDoesNotHideACallerWhoWaits() {
        table.play("""
            11   1001 pauses break
            12   1001 lets-pass c1 UNREACHABLE => 1001 PAUSED
            13   c1 at-fallback
            14   c1 waits
            """);
        table.step(Table.pbx(new PbxEvent.CallAtFallback(new CallId("c1"), 13_000)));
        table.step(Table.pbx(new PbxEvent.OfferAnswered(new CallId("c1"), OfferId.NONE,
                new PhoneId("1002"), new ChannelId("leg-1002"), 13_500)));
        table.play("""
            15   1002 signs-in              => 1002 PAUSED
            15   1002 ready                 => ring 1002 for c1, 1002 READY, 1002 RESERVED
            """);
    }

    @Test
    void aCallerWhoseOutsideNumberDoesNotPickUpWaitsOnAndIsSentThereAgain() {
        table.play("""
            12   1001 lets-pass c1 REFUSED  => 1001 READY
            13   1001 pauses break          => 1001 PAUSED
            40   -                          => c1 late
            70   -                          => divert c1 4999
            71   c1 waits
            131  -                          => divert c1 4999
            132  c1 waits
            133  1001 ready                 => ring 1001 for c1, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void aCallerOfNobodysNumberIsToldSoAlsoWhenTheFirstCommandFails() {
        table.play("""
            11   c2 arrives 4711            => refuse c2 UNKNOWN_NUMBER
            11.1 c2 command-fails
            14.1 -                          => refuse c2 UNKNOWN_NUMBER
            14.2 c2 command-fails
            14.3 c2 waits                   => refuse c2 UNKNOWN_NUMBER
            18   c2 hangs-up                => c2 REFUSED
            """);
    }

    @Test
    void anAgentWhosePhoneTheExchangeStillSeesIsBelievedWhenHeSaysThatHeIsReady() {
        table.play("""
            12   1001 lets-pass c1 UNREACHABLE => 1001 PAUSED
            13   1001 ready                    => ring 1001 for c1, 1001 READY, 1001 RESERVED
            14   1001 phone UNREACHABLE        => retrieve c1, 1001 PAUSED
            15   1001 ready                    => no: PHONE_UNREACHABLE
            """);
    }

    @Test
    void aPhoneThatIsBusyWithACallOfItsOwnIsNotRungUntilThatIsOver() {
        table.play("""
            10.2 1001 phone IN_USE
            10.3 1001 lets-pass c1 BUSY     => 1001 READY
            40   -                          => c1 late
            50   1001 phone IDLE            => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void anAgentWhoIsSparedAndSaysAgainThatHeIsReadyIsSparedNoLonger() {
        table.play("""
            12   1001 lets-pass c1 REFUSED  => 1001 READY
            13   1001 ready                 => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void whoSignsInDuringACallThatFoundHimSignedOutStaysAfterIt() {
        Table started = Table.justStarted();
        started.play("""
            10   pbx finds c1@5 CONNECTED 1001 since 8 => 1001 ON_CALL
            11   1001 signs-in
            12   1001 ends-talk c1                     => 1001 WRAP_UP
            32   -                                     => 1001 PAUSED
            """);
    }
}
