package io.halfminute.acd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Who is told how long he will wait, and who is not. */
class WaitToldScenarioTest {

    private final Table table = Table.hotline();

    @Test
    void aCallerInTheWaitingRoomIsToldAndTheRecordSaysUntilWhen() {
        table.play("""
            10   c1 arrives 4001
            11   c1 waits
            12   c1 may-hear 60  => tell c1 60s
            14   c1 hears 60     => c1 told 60s
            """);
        AcdEvent.WaitTold told = (AcdEvent.WaitTold) table.events.getLast();
        assertEquals(74_000, told.byMs());
    }

    @Test
    void whoHearsTheGreetingOrARingingPhoneOrAnAgentIsLeftAlone() {
        table.play("""
            0    1001 signs-in     => 1001 PAUSED
            10   c1 arrives 4001
            10   c1 may-hear 60
            11   c1 waits
            12   1001 ready        => ring 1001 for c1, 1001 READY, 1001 RESERVED
            13   c1 may-hear 60
            14   1001 rings c1     => 1001 RINGING
            15   1001 answers c1   => 1001 ON_CALL
            16   c1 may-hear 60
            17   c9 may-hear 60
            """);
    }

    @Test
    void whatWasBegunBeforeTheOfferIsRecordedAndChangesNothing() {
        table.play("""
            0    1001 signs-in     => 1001 PAUSED
            10   c1 arrives 4001
            11   c1 waits
            12   c1 may-hear 60    => tell c1 60s
            13   1001 ready        => ring 1001 for c1, 1001 READY, 1001 RESERVED
            13   c1 hears 60       => c1 told 60s
            14   1001 answers c1   => 1001 ON_CALL
            """);
    }
}
