package io.halfminute.acd;

import static io.halfminute.acd.Table.QUEUE_A;
import static io.halfminute.acd.Table.QUEUE_B;
import static io.halfminute.acd.Table.queue;
import static io.halfminute.acd.Table.withOverflow;
import static io.halfminute.acd.Table.withCredit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.routing.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets which call, on the virtual clock. */
class RoutingScenarioTest {

    private static final String EVERYBODY_READY = """
            0  1001 signs-in   => 1001 PAUSED
            0  1001 ready      => 1001 READY
            1  1002 signs-in   => 1002 PAUSED
            1  1002 ready      => 1002 READY
            2  1003 signs-in   => 1003 PAUSED
            2  1003 ready      => 1003 READY
            3  1004 signs-in   => 1004 PAUSED
            3  1004 ready      => 1004 READY
            """;

    @Test
    void theCallerReachesTheAgentWithTheSkillAndNotTheOther() {
        Table table = Table.hotline();
        table.play(EVERYBODY_READY + """
            10    c1 arrives 4002
            12    c1 waits              => ring 1003 for c1, 1003 RESERVED
            12.1  1003 rings c1         => 1003 RINGING
            15    1003 answers c1       => 1003 ON_CALL
            75    1003 ends-talk c1     => 1003 WRAP_UP
            75.01 c1 hangs-up           => c1 ANSWERED
            95    -                     => 1003 READY
            """);
    }

    @Test
    void theLevelAskedForComesBeforeTheLongerIdle() {
        Table table = Table.hotline();
        table.play("""
            0  1002 signs-in    => 1002 PAUSED
            0  1002 ready       => 1002 READY
            5  1001 signs-in    => 1001 PAUSED
            5  1001 ready       => 1001 READY
            9  c1 arrives 4001
            9  c1 waits         => ring 1001 for c1, 1001 RESERVED
            9  c2 arrives 4001
            9  c2 waits         => ring 1002 for c2, 1002 RESERVED
            """);
    }

    @Test
    void theSpecialistComesBeforeTheAgentWhomOtherQueuesMayNeed() {
        Table table = Table.hotline();
        table.play("""
            0  1004 signs-in    => 1004 PAUSED
            0  1004 ready       => 1004 READY
            5  1001 signs-in    => 1001 PAUSED
            5  1001 ready       => 1001 READY
            9  c1 arrives 4001
            9  c1 waits         => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void amongEqualsTheLongestIdleComesFirst() {
        Table table = Table.hotline(Table.setup(queue(QUEUE_A, "mandarin", 2, 3), queue(QUEUE_B, "english", 2, 4)));
        table.play("""
            0  1002 signs-in    => 1002 PAUSED
            0  1002 ready       => 1002 READY
            5  1001 signs-in    => 1001 PAUSED
            5  1001 ready       => 1001 READY
            9  c1 arrives 4001
            9  c1 waits         => ring 1002 for c1, 1002 RESERVED
            """);
    }

    @Test
    void theEarliestDeadlineComesFirstWhateverTheOrderOfEntry() {
        Table table = Table.hotline();
        table.play("""
            0   c1 arrives 4001
            3   c2 arrives 4001
            4   c2 waits
            5   c1 waits
            9   1001 signs-in    => 1001 PAUSED
            9   1001 ready       => ring 1001 for c1, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void creditComesOffTheDeadline() {
        Table table = Table.hotline(Table.setup(queue(QUEUE_A, "mandarin", 2, 4),
                withCredit(queue(QUEUE_B, "english", 2, 4), 10_000)));
        table.play("""
            0   c1 arrives 4001
            0   c1 waits
            9   c2 arrives 4002
            9   c2 waits
            9   1004 signs-in    => 1004 PAUSED
            9   1004 ready       => ring 1004 for c2, 1004 READY, 1004 RESERVED
            """);
    }

    @Test
    void aCallThatMissedItsDeadlineIsToldOnceAndServedFirst() {
        Table table = Table.hotline();
        table.play("""
            0    c1 arrives 4001
            0    c1 waits
            30   -              => c1 late
            31   1001 signs-in  => 1001 PAUSED
            31   1001 ready     => ring 1001 for c1, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void aDecisionSaysWhoCouldHaveTakenTheCallAndWhyTheOthersCouldNot() {
        Table table = Table.hotline();
        table.play("""
            0  1001 signs-in    => 1001 PAUSED
            0  1001 ready       => 1001 READY
            0  1002 signs-in    => 1002 PAUSED
            9  c1 arrives 4001
            10 c1 waits         => ring 1001 for c1, 1001 RESERVED
            """);
        Decision decision = table.events.stream().filter(AcdEvent.OfferMade.class::isInstance)
                .map(AcdEvent.OfferMade.class::cast).findFirst().orElseThrow().decision();
        assertEquals(29_000, decision.timeLeftMs());
        assertEquals(List.of("1001"), decision.candidates().stream().map(c -> c.agent().value()).toList());
        assertEquals(List.of("1002 NOT_READY PAUSED", "1003 SKILL mandarin 0 < 2", "1004 NOT_READY SIGNED_OUT"),
                decision.leftOut().stream().map(left -> left.agent() + " " + left.why() + " " + left.detail()).toList());
    }

    @Test
    void aCallerWhoDialledANumberOfNobodyIsToldSoAndCountsAsRefused() {
        Table table = Table.hotline();
        table.play("""
            0  c1 arrives 4999  => refuse c1 UNKNOWN_NUMBER
            1  c1 waits
            4  c1 hangs-up      => c1 REFUSED
            """);
    }

    @Test
    void aQueueAtItsLimitRefusesTheNextCaller() {
        Table table = Table.hotline();
        table.play("""
            0  c1 arrives 4001
            0  c1 waits
            0  c2 arrives 4001
            0  c2 waits
            0  c3 arrives 4001
            0  c3 waits
            1  c4 arrives 4001  => refuse c4 QUEUE_FULL
            1  c5 arrives 4002
            """);
    }

    @Test
    void aCallerWhoWaitedTooLongIsDiverted() {
        Table table = Table.hotline(Table.setup(withOverflow(queue(QUEUE_A, "mandarin", 2, 4), 60_000, "4999"),
                queue(QUEUE_B, "english", 2, 4)));
        table.play("""
            0   c1 arrives 4001
            2   c1 waits
            30  -               => c1 late
            60  -               => divert c1 4999
            90  c1 hangs-up     => c1 DIVERTED
            """);
    }
}
