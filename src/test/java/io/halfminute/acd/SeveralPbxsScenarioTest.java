package io.halfminute.acd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.PbxId;
import io.halfminute.routing.RoutingSpec;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Calls and phones on two PBXs, a and b: 1001 and 1002 are registered at a, 1003 and 1004 at b. */
class SeveralPbxsScenarioTest {

    private static Table twoPbxs() {
        return twoPbxs(RoutingSpec.DEFAULT);
    }

    private static Table twoPbxs(RoutingSpec routing) {
        Setup one = Table.setup();
        Table table = new Table(new Setup(one.queues(), one.agents(), one.numbers(), one.pauseReasons(), one.limits(),
                routing, Set.of(new PbxId("a"), new PbxId("b"))));
        table.play("""
            0    a finds phones 1001+1002
            0    b finds phones 1003+1004
            """);
        return table;
    }

    private static AcdEvent.CallEnded end(Table table, String call) {
        return table.events.stream().filter(AcdEvent.CallEnded.class::isInstance).map(AcdEvent.CallEnded.class::cast)
                .filter(ended -> ended.call().equals(new CallId(call))).findFirst().orElseThrow();
    }

    @Test
    void aCallAtOnePbxReachesAnAgentAtTheOther() {
        twoPbxs().atWork("1004").play("""
            1    c1 arrives 4001 at a
            2    c1 waits                  => ring 1004@b for c1, 1004 RESERVED
            3    1004 rings c1             => 1004 RINGING
            5    1004 answers c1           => 1004 ON_CALL
            60   1004 ends-talk c1         => 1004 WRAP_UP
            60   c1 hangs-up               => c1 ANSWERED
            80   -                         => 1004 READY
            """);
    }

    @Test
    void aCallAtTheAgentsOwnPbxNeedsNoOther() {
        twoPbxs().atWork("1004").play("""
            1    c1 arrives 4001 at b
            2    c1 waits                  => ring 1004 for c1, 1004 RESERVED
            """);
    }

    @Test
    void aPhoneAtBothIsRungWhereTheCallerIs() {
        twoPbxs().play("""
            0    1004 phone IDLE at a
            0    1004 signs-in             => 1004 PAUSED
            0    1004 ready                => 1004 READY
            1    c1 arrives 4001 at a
            2    c1 waits                  => ring 1004 for c1, 1004 RESERVED
            """);
    }

    @Test
    void aPhoneInUseAtOneIsNotRungAtTheOther() {
        twoPbxs().play("""
            0    1004 phone IDLE at a
            0    1004 signs-in             => 1004 PAUSED
            0    1004 ready                => 1004 READY
            1    1004 phone IN_USE at b
            2    c1 arrives 4001 at a
            2    c1 waits
            9    1004 phone IDLE at b      => ring 1004 for c1, 1004 RESERVED
            """);
    }

    @Test
    void theLossOfOnePbxCostsOnlyTheCallsOnIt() {
        Table table = twoPbxs().atWork("1001", "1003");
        table.play("""
            1    c1 arrives 4001 at a
            1    c1 waits                  => ring 1001 for c1, 1001 RESERVED
            3    1001 answers c1           => 1001 ON_CALL
            4    c2 arrives 4001 at a
            4    c2 waits
            5    c3 arrives 4002 at b
            5    c3 waits                  => ring 1003 for c3, 1003 RESERVED
            7    1003 answers c3           => 1003 ON_CALL
            10   a link-lost
            13   a gone                    => a lost, 1001 WRAP_UP, c1 ANSWERED, c2 ABANDONED
            33   -                         => 1001 PAUSED
            60   1003 ends-talk c3         => 1003 WRAP_UP
            60   c3 hangs-up               => c3 ANSWERED
            """);
        assertEquals(Cause.Reason.PBX_LOST, end(table, "c1").cause().reason());
        assertFalse(end(table, "c2").seen());
        assertEquals(Cause.Reason.NORMAL, end(table, "c3").cause().reason());
    }

    @Test
    void aPbxThatIsBackTakesCallsAgainAndItsAgentsAreBackByThemselves() {
        twoPbxs().atWork("1001").play("""
            10   a link-lost
            13   a gone                    => a lost, 1001 PAUSED
            20   a starts-and-finds phones 1002
            25   1001 phone IDLE at a      => 1001 READY
            26   c1 arrives 4001 at a
            26   c1 waits                  => ring 1001 for c1, 1001 RESERVED
            """);
    }

    @Test
    void onePbxThatHasStartedAnewHasLostItsCalls() {
        Table table = twoPbxs();
        table.play("""
            1    c1 arrives 4001 at a
            1    c1 waits
            2    c2 arrives 4001 at b
            2    c2 waits
            10   a link-lost
            12   a starts-and-finds phones 1001+1002  => a lost, c1 ABANDONED
            """);
        assertEquals(Cause.Reason.PBX_LOST, end(table, "c1").cause().reason());
    }

    @Test
    void theOnlyPbxThatHasStartedAnewHasLostItsCallsToo() {
        Table table = Table.hotline().atWork("1001");
        table.play("""
            1    c1 arrives 4001
            1    c1 waits                  => ring 1001 for c1, 1001 RESERVED
            3    1001 answers c1           => 1001 ON_CALL
            4    c2 arrives 4001
            4    c2 waits
            10   pbx link-lost
            20   pbx starts-and-finds nothing => main lost, 1001 WRAP_UP, c1 ANSWERED, c2 ABANDONED
            40   -                         => 1001 READY
            """);
        assertEquals(Cause.Reason.PBX_LOST, end(table, "c1").cause().reason());
        assertEquals(Cause.Reason.PBX_LOST, end(table, "c2").cause().reason());
    }

    @Test
    void whileOneLinkIsDownTheOthersCallersAreServed() {
        twoPbxs().play("""
            0    1002 signs-in             => 1002 PAUSED
            1    c1 arrives 4001 at a
            1    c1 waits
            2    c2 arrives 4001 at b
            2    c2 waits
            3    b finds c2@2 WAITING phones 1003+1004
            5    b link-lost
            6    1002 ready                => ring 1002 for c1, 1002 READY, 1002 RESERVED
            """);
    }

    @Test
    void nobodyIsOfferedToACallerWhosePbxCannotBeCommanded() {
        twoPbxs().play("""
            0    1004 signs-in             => 1004 PAUSED
            1    c1 arrives 4001 at a
            1    c1 waits
            2    a link-lost
            3    1004 ready                => 1004 READY
            4    c2 arrives 4001 at b
            4    c2 waits                  => ring 1004 for c2, 1004 RESERVED
            5    c2 hangs-up               => 1004 READY, c2 ABANDONED
            6    a finds c1@1 WAITING phones 1001+1002 => ring 1004@b for c1, 1004 RESERVED
            """);
    }

    @Test
    void anAgentOfAPbxWhoseLinkIsDownKeepsHisPlaceAndGetsNoCalls() {
        twoPbxs().atWork("1004").play("""
            5    b link-lost
            6    c1 arrives 4001 at a
            6    c1 waits
            9    a finds c1@6 WAITING phones 1001+1002
            12   b finds phones 1003+1004  => ring 1004@b for c1, 1004 RESERVED
            """);
    }

    @Test
    void aPbxThatStaysAwayTooLongCountsAsLost() {
        Table table = twoPbxs();
        table.play("""
            1    c1 arrives 4001 at a
            1    c1 waits
            10   a link-lost
            31   -                         => c1 late
            310  -                         => a lost, c1 ABANDONED
            """);
        assertEquals("PBX a: it has been away too long", end(table, "c1").cause().raw());
    }

    @Test
    void aCallThatWasGivenUpTooEarlyIsServedWhenItIsFoundAgain() {
        twoPbxs().play("""
            0    1004 signs-in             => 1004 PAUSED
            1    c1 arrives 4001 at a
            1    c1 waits
            10   a link-lost
            31   -                         => c1 late
            310  -                         => a lost, c1 ABANDONED
            320  a finds c1@1 WAITING phones 1001+1002 => c1 late
            321  1004 ready                => ring 1004@b for c1, 1004 READY, 1004 RESERVED
            """);
    }

    @Test
    void whoTalkedWithAnAgentOfTheLostPbxWaitsForTheNextOne() {
        twoPbxs().atWork("1004").play("""
            1    c1 arrives 4001 at a
            1    c1 waits                  => ring 1004@b for c1, 1004 RESERVED
            3    1004 answers c1           => 1004 ON_CALL
            4    1002 signs-in             => 1002 PAUSED
            4    1002 ready                => 1002 READY
            9    b link-lost
            10   b gone                    => ring 1002 for c1, b lost, 1004 WRAP_UP, 1002 RESERVED
            """);
    }

    @Test
    void whoseOfferRingsAtTheLostPbxGetsTheNextAgentAtOnce() {
        twoPbxs().atWork("1004").play("""
            1    c1 arrives 4001 at a
            1    c1 waits                  => ring 1004@b for c1, 1004 RESERVED
            2    1004 rings c1             => 1004 RINGING
            4    1002 signs-in             => 1002 PAUSED
            4    1002 ready                => 1002 READY
            9    b link-lost
            10   b gone                    => ring 1002 for c1, b lost, 1004 PAUSED, 1002 RESERVED
            """);
    }

    @Test
    void aTalkOverAPbxOfWhichNothingIsHeardIsLeftAlone() {
        Table table = twoPbxs().atWork("1004");
        table.play("""
            1    c1 arrives 4001 at a
            1    c1 waits                  => ring 1004@b for c1, 1004 RESERVED
            3    1004 answers c1           => 1004 ON_CALL
            9    b link-lost
            309  -                         => b lost
            400  1004 ends-talk c1         => 1004 WRAP_UP
            400  c1 hangs-up               => c1 ANSWERED
            """);
        assertTrue(end(table, "c1").seen());
    }

    @Test
    void aBrokenWayBetweenThePbxsDoesNotSendTheAgentIntoAPause() {
        twoPbxs().atWork("1004").play("""
            1    c1 arrives 4001 at a
            1    c1 waits                       => ring 1004@b for c1, 1004 RESERVED
            2    1004 lets-pass c1 UNREACHABLE  => 1004 READY
            2    c1 waits 1004
            7    -                              => ring 1004@b for c1, 1004 RESERVED
            """);
    }

    @Test
    void ofTwoPhonesOnTwoPbxsOneWins() {
        Table table = twoPbxs(new RoutingSpec(0, 2, 0.25, 0.2)).atWork("1002", "1004");
        table.play("""
            0    c1 arrives 4001 at a
            22   c1 waits                  => ring 1004@b+1002 for c1, 1004 RESERVED, 1002 RESERVED
            25   1004 answers c1           => 1004 ON_CALL, 1002 READY
            """);
    }
}
