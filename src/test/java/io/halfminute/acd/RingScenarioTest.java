package io.halfminute.acd;

import static io.halfminute.acd.Table.QUEUE_A;
import static io.halfminute.acd.Table.QUEUE_B;
import static io.halfminute.acd.Table.queue;
import static io.halfminute.acd.Table.wantedThenLeast;
import static io.halfminute.acd.Table.withHope;
import static io.halfminute.acd.Table.withRings;

import io.halfminute.queue.Circle;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * When the rings of a call open, on the virtual clock. Wanted are 1001 and 1004, 1002 does at least. Nobody is known, so a
 * phone rings 12 s, and two tries take 24 of the 30.
 */
class RingScenarioTest {

    private static final QueueSpec A = queue(QUEUE_A, "mandarin", 2, 4);
    private static final QueueSpec B = queue(QUEUE_B, "english", 2, 4);

    private static final String BOTH_READY = """
            0    1001 signs-in   => 1001 PAUSED
            0    1001 ready      => 1001 READY
            0    1002 signs-in   => 1002 PAUSED
            0    1002 ready      => 1002 READY
            """;

    /** Who is hoped for is hoped for to the last. */
    private static Table patient(Ring... more) {
        return Table.hotline(withHope(Table.setup(wantedThenLeast(A, more), B), 0));
    }

    private static Table hotline(Ring... more) {
        return Table.hotline(Table.setup(wantedThenLeast(A, more), B));
    }

    @Test
    void theCallerWaitsForTheWantedAgentAndGetsTheNextBestInTime() {
        patient().play(BOTH_READY + """
            10   c1 arrives 4001
            10   c1 waits           => ring 1001 for c1, 1001 RESERVED
            11   1001 rings c1      => 1001 RINGING
            12   1001 answers c1    => 1001 ON_CALL
            20   c2 arrives 4001
            20   c2 waits
            29   -                  => ring 1002 for c2, c2 opens least TIME_LEFT, 1002 RESERVED
            """);
    }

    @Test
    void whenThePhonesOfTheNextRingAreAnsweredWithin8SecondsItOpensNoLaterThanInSecond14() {
        Table table = Table.hotline(withHope(Table.setup(wantedThenLeast(new QueueSpec(A.id(), A.name(), A.demands(), 0,
                30_000, 8_000, 20_000, 3, A.overflow())), B), 0));
        table.play(BOTH_READY + """
            10   c1 arrives 4001
            10   c1 waits           => ring 1001 for c1, 1001 RESERVED
            12   1001 answers c1    => 1001 ON_CALL
            20   c2 arrives 4001
            20   c2 waits
            34   -                  => ring 1002 for c2, c2 opens least TIME_LEFT, 1002 RESERVED
            """);
    }

    @Test
    void aRingOpensAtOnceWhenNobodyInTheOthersIsAtWork() {
        hotline().play("""
            0    1002 signs-in      => 1002 PAUSED
            0    1002 ready         => 1002 READY
            10   c1 arrives 4001
            11   c1 waits           => ring 1002 for c1, c1 opens least NOBODY_AT_WORK, 1002 RESERVED
            """);
    }

    @Test
    void aRingOpensAtOnceWhenTheLastOfTheOthersLeaves() {
        hotline().play(BOTH_READY + """
            3    c1 arrives 4001
            4    c1 waits           => ring 1001 for c1, 1001 RESERVED
            5    1001 lets-pass c1 REFUSED  => 1001 READY
            6    1001 signs-out     => ring 1002 for c1, 1001 SIGNED_OUT, c1 opens least NOBODY_AT_WORK, 1002 RESERVED
            """);
    }

    @Test
    void aRingOpensAtOnceWhenWhoTalksCannotBeHopedToComeFreeInTime() {
        hotline().play(BOTH_READY + """
            10   c1 arrives 4001
            10   c1 waits           => ring 1001 for c1, 1001 RESERVED
            11   1001 answers c1    => 1001 ON_CALL
            20   c2 arrives 4001
            20   c2 waits           => ring 1002 for c2, c2 opens least NOBODY_IN_TIME, 1002 RESERVED
            """);
    }

    @Test
    void whoFindsTheWantedAgentTakenInTheSameMomentGetsTheNextBestInTheSameStep() {
        hotline().play("""
            0    c1 arrives 4001
            0    c2 arrives 4001
            0    1002 signs-in      => 1002 PAUSED
            0    1002 ready         => 1002 READY
            0    1001 signs-in      => 1001 PAUSED
            0    1001 ready         => 1001 READY
            0    c1 waits           => ring 1001 for c1, 1001 RESERVED
            0    c2 waits           => ring 1002 for c2, c2 opens least NOBODY_IN_TIME, 1002 RESERVED
            """);
    }

    @Test
    void aWrapUpThatEndsInTimeIsWaitedFor() {
        QueueSpec shortWrapUp = new QueueSpec(A.id(), A.name(), A.demands(), 0, 30_000, 8_000, 5_000, 3, A.overflow());
        Table.hotline(Table.setup(wantedThenLeast(shortWrapUp), B)).play(BOTH_READY + """
            10   c1 arrives 4001
            10   c1 waits           => ring 1001 for c1, 1001 RESERVED
            11   1001 answers c1    => 1001 ON_CALL
            20   1001 ends-talk c1  => 1001 WRAP_UP
            20   c2 arrives 4001
            20   c2 waits
            25   -                  => ring 1001 for c2, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void aRingThatOpensWhileAPhoneRingsIsThereForTheNextTry() {
        hotline().play(BOTH_READY + """
            10   c1 arrives 4001
            10   c1 waits           => ring 1001 for c1, 1001 RESERVED
            10.1 1001 rings c1      => 1001 RINGING
            16   -                  => c1 opens least TIME_LEFT
            20   1001 lets-pass c1 NO_ANSWER  => ring 1002 for c1, 1001 READY, 1002 RESERVED
            """);
    }

    @Test
    void eachOfSeveralRingsGetsItsTry() {
        Ring english = new Ring("english", new Circle(QueueSpec.least(B.demands()).circle().demands()));
        Table table = Table.hotline(withHope(Table.setup(wantedThenLeast(new QueueSpec(A.id(), A.name(), A.demands(), 0,
                60_000, 12_000, 20_000, 3, A.overflow()), english), B), 0));
        table.play("""
            0    1001 signs-in      => 1001 PAUSED
            0    1001 ready         => 1001 READY
            0    c1 arrives 4001
            0    c1 waits           => ring 1001 for c1, 1001 RESERVED
            1    1001 answers c1    => 1001 ON_CALL
            1    1002 signs-in      => 1002 PAUSED
            1    1002 ready         => 1002 READY
            1    1003 signs-in      => 1003 PAUSED
            1    1003 ready         => 1003 READY
            2    c2 arrives 4001
            2    c2 waits
            26   -                  => ring 1002 for c2, c2 opens least TIME_LEFT, 1002 RESERVED
            27   1002 answers c2    => 1002 ON_CALL
            30   c3 arrives 4001
            30   c3 waits
            54   -                  => c3 opens least TIME_LEFT
            66   -                  => ring 1003 for c3, c3 opens english TIME_LEFT, 1003 RESERVED
            """);
    }

    @Test
    void anOutsideNumberIsTheLastRing() {
        QueueSpec minute = new QueueSpec(A.id(), A.name(), A.demands(), 0, 60_000, 12_000, 20_000, 3, A.overflow());
        Table.hotline(withHope(Table.setup(wantedThenLeast(minute, Ring.outside("outside", "4999")), B), 0)).play("""
            0    1001 signs-in      => 1001 PAUSED
            0    1001 ready         => 1001 READY
            0    c1 arrives 4001
            0    c1 waits           => ring 1001 for c1, 1001 RESERVED
            1    1001 answers c1    => 1001 ON_CALL
            10   c2 arrives 4001
            10   c2 waits
            34   -                  => c2 opens least TIME_LEFT
            58   -                  => c2 opens outside TIME_LEFT, divert c2 4999
            """);
    }

    @Test
    void atNightEverybodyIsSentToTheOutsideNumberAtOnceAndNotTwiceInARow() {
        Table table = Table.hotline(Table.setup(withRings(A, QueueSpec.least(A.demands()), Ring.outside("night", "4999")), B));
        table.play("""
            0    c1 arrives 4001
            1    c1 waits           => c1 opens night NOBODY_AT_WORK
            1.1  -                  => divert c1 4999
            20   c1 waits
            30   -                  => c1 late
            50   -                  => divert c1 4999
            """);
    }

    @Test
    void theRingsOfACallThatWasTakenOverAreThoseOfItsFirstArrival() {
        Table table = new Table(withHope(Table.setup(wantedThenLeast(A), B), 0));
        table.play("""
            20   pbx finds c1@0 WAITING  => c1 opens least NOBODY_AT_WORK
            """);
    }

    @Test
    void supervisorsAndOtherTeamsComeLast() {
        Ring late = new Ring("late", new Circle(List.of(), new TreeSet<>(List.of("late"))));
        Table table = hotline(late);
        table.play("""
            0    1003 signs-in      => 1003 PAUSED
            0    1003 ready         => 1003 READY
            1    c1 arrives 4001
            1    c1 waits           => ring 1003 for c1, c1 opens least NOBODY_AT_WORK, c1 opens late NOBODY_AT_WORK, 1003 RESERVED
            """);
    }
}
