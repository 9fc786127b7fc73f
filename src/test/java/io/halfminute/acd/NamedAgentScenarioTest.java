package io.halfminute.acd;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TEL-PERS: the agent who knows the case first, if he is free in time. A quarter of the thirty seconds is his. */
class NamedAgentScenarioTest {

    private Table table;

    @BeforeEach
    void twoAgentsAreReadyAndTheFirstIsLongerIdle() {
        table = Table.hotline();
        table.play("""
            0    1001 signs-in       => 1001 PAUSED
            0    1001 ready          => 1001 READY
            5    1002 signs-in       => 1002 PAUSED
            5    1002 ready          => 1002 READY
            """);
    }

    @Test
    void theAgentWhoKnowsTheCaseComesBeforeTheLongerIdleAndTheBetterSkilled() {
        table.play("""
            10   c1 arrives 4001
            10   c1 would-like 1002  => c1 named 1002
            11   c1 waits            => ring 1002 for c1, 1002 RESERVED
            """);
    }

    @Test
    void whoLetsItRingIsWaitedForNoLonger() {
        table.play("""
            10   c1 arrives 4001
            10   c1 would-like 1002  => c1 named 1002
            11   c1 waits            => ring 1002 for c1, 1002 RESERVED
            11.1 1002 rings c1       => 1002 RINGING
            23   1002 lets-pass c1 NO_ANSWER  => ring 1001 for c1, 1002 READY, c1 not 1002 NOT_PICKED_UP, 1001 RESERVED
            """);
    }

    @Test
    void anAgentInAWrapUpIsWaitedForButNotForLong() {
        table.play("""
            10   c1 arrives 4001
            10   c1 would-like 1002  => c1 named 1002
            10   c1 waits            => ring 1002 for c1, 1002 RESERVED
            11   1002 answers c1     => 1002 ON_CALL
            20   1002 ends-talk c1   => 1002 WRAP_UP
            34   c2 arrives 4001
            34   c2 would-like 1002  => c2 named 1002
            35   c2 waits
            40   -                   => ring 1002 for c2, 1002 READY, 1002 RESERVED
            """);
    }

    @Test
    void aQuarterOfTheTimeIsHis() {
        table.play("""
            6    1002 phone IN_USE
            7    1002 phone IDLE
            10   c1 arrives 4001
            10   c2 arrives 4001
            10   c1 would-like 1002  => c1 named 1002
            10   c2 would-like 1002  => c2 named 1002
            11   c1 waits            => ring 1002 for c1, 1002 RESERVED, c2 not 1002 NOT_IN_TIME
            12   c2 waits            => ring 1001 for c2, 1001 RESERVED
            """);
    }

    @Test
    void nobodyWaitsForSomebodyWhoTalksOrIsNotAtWorkOrCannotServeTheQueue() {
        table.play("""
            10   c1 arrives 4001
            10   c1 waits            => ring 1001 for c1, 1001 RESERVED
            11   1001 answers c1     => 1001 ON_CALL
            12   c2 arrives 4001
            12   c2 would-like 1001  => c2 not 1001 NOT_IN_TIME
            12   c2 would-like 1004  => c2 not 1004 NOT_AT_WORK
            12   c2 would-like 1003  => c2 not 1003 NOT_OF_QUEUE
            12   c2 would-like 1009  => c2 not 1009 NOT_OF_QUEUE
            12   c2 waits            => ring 1002 for c2, 1002 RESERVED
            """);
    }

    @Test
    void whoComesTooLateWithAWishIsNotWaitedForAny() {
        table.play("""
            10   c1 arrives 4001
            18   c1 would-like 1002  => c1 not 1002 TIME_OVER
            18   c1 waits            => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void theNameIsDroppedWhenItsAgentLeaves() {
        table.play("""
            10   c1 arrives 4001
            10   c1 would-like 1002  => c1 named 1002
            11   1002 pauses break   => 1002 PAUSED, c1 not 1002 NOT_AT_WORK
            12   c1 waits            => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void aNeededSkillThatTheTicketAddsIsNeeded() {
        table.play("""
            6    1004 signs-in        => 1004 PAUSED
            6    1004 ready           => 1004 READY
            10   c1 arrives 4001
            10   c1 needs english 1 3
            11   c1 waits             => ring 1004 for c1, 1004 RESERVED
            """);
    }

    @Test
    void aLikedSkillIsPreferredAndNotNeeded() {
        table.play("""
            6    1004 signs-in        => 1004 PAUSED
            6    1004 ready           => 1004 READY
            10   c1 arrives 4001
            10   c1 needs english 0 3
            11   c1 waits             => ring 1004 for c1, 1004 RESERVED
            12   c2 arrives 4001
            12   c2 needs english 0 3
            13   c2 waits             => ring 1001 for c2, 1001 RESERVED
            """);
    }

    @Test
    void whatIsKnownTooLateOrOfNobodyChangesNothing() {
        table.play("""
            10   c1 arrives 4001
            11   c1 waits            => ring 1001 for c1, 1001 RESERVED
            12   1001 answers c1     => 1001 ON_CALL
            13   c1 would-like 1002
            13   c9 would-like 1002
            """);
    }
}
