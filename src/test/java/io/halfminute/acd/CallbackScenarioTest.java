package io.halfminute.acd;

import io.halfminute.call.BrandId;
import io.halfminute.callback.CallHours;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.callback.Outgoing;
import io.halfminute.routing.RoutingSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can become of a callback, on the virtual clock. 1001 and 1002 can take them; two tries, ten minutes between them. */
class CallbackScenarioTest {

    private static final String CUSTOMER = "13900139000";

    private Table table;

    @BeforeEach
    void aHotlineThatCallsBack() {
        table = Table.hotline(withCallbacks(CallHours.ALWAYS, 3));
        table.play("""
            0    1001 signs-in   => 1001 PAUSED
            """);
    }

    private static Setup withCallbacks(CallHours hours, int most) {
        return withCallbacks(hours, most, 0);
    }

    private static Setup withCallbacks(CallHours hours, int most, int postponeLateMs) {
        Setup setup = Table.setup();
        CallbackSpec spec = new CallbackSpec(most, true, 5_000, true, 2, 600_000, 25_000, 86_400_000, 0, 0.5, hours,
                Map.of(new BrandId("shop-a"), new Outgoing(List.of("1", "+86"), "+86", "9", "4001")));
        return new Setup(setup.queues(), setup.agents(), setup.numbers(), setup.pauseReasons(), setup.limits(),
                new RoutingSpec(postponeLateMs, 1, 0.25, 0.5), setup.pbxs(), spec);
    }

    @Test
    void theAgentsPhoneRingsFirstThenTheCustomersAndTheyTalk() {
        table.play("""
            1    p1 promised 13900139000  => p1 WAITING
            2    1001 ready               => call 913900139000 by 1001 as k1, 1001 READY, p1 UNDER_WAY, 1001 RESERVED
            2.1  1001 rings k1            => 1001 RINGING
            4    1001 picks-up k1         => 1001 ON_CALL
            9    k1 reached               => 1001 ON_CALL, p1 TALKING
            60   k1 hangs-up              => 1001 WRAP_UP, k1 ANSWERED, p1 REACHED
            """);
    }

    @Test
    void aCustomerWhoIsBusyIsTriedAgainAfterTheSpacingAndGivenUpAfterTheLastTry() {
        table.play("""
            1    1001 ready               => 1001 READY
            2    p1 promised 13900139000  => call 913900139000 by 1001 as k1, p1 WAITING, p1 UNDER_WAY, 1001 RESERVED
            4    1001 picks-up k1         => 1001 ON_CALL
            5    k1 missed BUSY           =>
            6    k1 hangs-up              => 1001 READY, k1 NOT_REACHED, p1 WAITING tries 1
            606  -                        => call 913900139000 by 1001 as k2, p1 UNDER_WAY, 1001 RESERVED
            607  1001 picks-up k2         => 1001 ON_CALL
            632  k2 missed NO_ANSWER      =>
            632  k2 hangs-up              => 1001 READY, k2 NOT_REACHED, p1 NOT_REACHED tries 2
            """);
    }

    @Test
    void anAgentWhoLetsItRingIsNoTryOfTheCustomerAndTheNextAgentIsRung() {
        table.play("""
            1    1001 ready               => 1001 READY
            1    1002 signs-in            => 1002 PAUSED
            1    1002 ready               => 1002 READY
            2    p1 promised 13900139000  => call 913900139000 by 1001 as k1, p1 WAITING, p1 UNDER_WAY, 1001 RESERVED
            14   1001 lets-pass k1 NO_ANSWER => 1001 READY, k1 NOT_REACHED, p1 WAITING
            19   -                        => call 913900139000 by 1002 as k2, p1 UNDER_WAY, 1002 RESERVED
            """);
    }

    @Test
    void agentsWhoDoNotPickUpAreRungAfterLongerAndLongerPauses() {
        table.play("""
            1    1001 ready               => 1001 READY
            2    p1 promised 13900139000  => call 913900139000 by 1001 as k1, p1 WAITING, p1 UNDER_WAY, 1001 RESERVED
            14   1001 lets-pass k1 NO_ANSWER => 1001 READY, k1 NOT_REACHED, p1 WAITING
            19   -                        => call 913900139000 by 1001 as k2, p1 UNDER_WAY, 1001 RESERVED
            20   1001 lets-pass k2 FAILED => 1001 READY, k2 NOT_REACHED, p1 WAITING
            30   -                        => call 913900139000 by 1001 as k3, p1 UNDER_WAY, 1001 RESERVED
            31   1001 picks-up k3         => 1001 ON_CALL
            32   k3 missed BUSY           =>
            33   k3 hangs-up              => 1001 READY, k3 NOT_REACHED, p1 WAITING tries 1
            633  -                        => call 913900139000 by 1001 as k4, p1 UNDER_WAY, 1001 RESERVED
            634  1001 lets-pass k4 FAILED => 1001 READY, k4 NOT_REACHED, p1 WAITING tries 1
            639  -                        => call 913900139000 by 1001 as k5, p1 UNDER_WAY, 1001 RESERVED
            """);
    }

    @Test
    void aSilentPbxDoesNotHoldTheAgent() {
        table.play("""
            1    1001 ready               => 1001 READY
            2    p1 promised 13900139000  => call 913900139000 by 1001 as k1, p1 WAITING, p1 UNDER_WAY, 1001 RESERVED
            4    1001 picks-up k1         => 1001 ON_CALL
            32   -                        => hang-up k1, 1001 READY, k1 NOT_REACHED, p1 WAITING tries 1
            33   k1 hangs-up              =>
            """);
    }

    @Test
    void whoHungUpIsCalledBackInTheOrderOfHisFirstArrival() {
        table.play("""
            10   c1 arrives 4001 13900139000 =>
            10   c1 waits                 =>
            20   c1 hangs-up              => c1 ABANDONED, p1 WAITING
            25   c2 arrives 4001          =>
            25   c2 waits                 =>
            30   1001 ready               => call 913900139000 by 1001 as k1, 1001 READY, p1 UNDER_WAY, 1001 RESERVED
            """);
    }

    @Test
    void whoCanStillBeInTimeComesBeforeACallbackAsBeforeEverybodyWhoIsLate() {
        table = Table.hotline(withCallbacks(CallHours.ALWAYS, 3, 240_000));
        table.play("""
            0    1001 signs-in            => 1001 PAUSED
            10   p1 promised 13900139000  => p1 WAITING
            25   c2 arrives 4001          =>
            25   c2 waits                 =>
            30   1001 ready               => ring 1001 for c2, 1001 READY, 1001 RESERVED
            31   1001 answers c2          => 1001 ON_CALL
            240  c3 arrives 4001          =>
            240  c3 waits                 =>
            251  c4 arrives 4001          =>
            251  c4 waits                 =>
            252  c2 hangs-up              => 1001 WRAP_UP, c2 ANSWERED
            253  1001 ready               => ring 1001 for c3, 1001 READY, 1001 RESERVED
            254  c3 hangs-up              => call 913900139000 by 1001 as k1, 1001 READY, c3 ABANDONED, p2 WAITING, p1 UNDER_WAY, 1001 RESERVED
            """);
    }

    @Test
    void whoIsLostWithHisPbxIsCalledBackFirstInLine() {
        table.play("""
            1    1001 ready               => 1001 READY
            10   c1 arrives 4001 13900139000 =>
            10   c1 waits                 => ring 1001 for c1, 1001 RESERVED
            11   1001 answers c1          => 1001 ON_CALL
            12   c2 arrives 4001          =>
            12   c2 waits                 =>
            13   pbx link-lost            =>
            14   pbx gone                 => main lost, 1001 WRAP_UP, c1 ANSWERED, p1 WAITING, c2 ABANDONED, p2 WAITING
            20   pbx finds nothing        =>
            34   -                        => call 913900139000 by 1001 as k1, 1001 READY, p1 UNDER_WAY, 1001 RESERVED
            """);
    }

    @Test
    void whoHungUpAtOnceIsNotCalledBack() {
        table.play("""
            10   c1 arrives 4001 13900139000 =>
            10   c1 waits                 =>
            12   c1 hangs-up              => c1 ABANDONED
            """);
    }

    @Test
    void whoWaitsLongerThanTheCustomerSinceHeFirstArrivedComesFirst() {
        table.play("""
            10   c2 arrives 4001          =>
            10   c2 waits                 =>
            25   p1 promised 13900139000  => p1 WAITING
            30   1001 ready               => ring 1001 for c2, 1001 READY, 1001 RESERVED
            """);
    }

    @Test
    void noMoreThanTheirShareOfTheAgentsAreWithCallbacksWhileTheOthersAreThereForCallers() {
        table.play("""
            1    1002 signs-in            => 1002 PAUSED
            1    p1 promised 13900139001  => p1 WAITING
            1    p2 promised 13900139002  => p2 WAITING
            2    1001 ready               => call 913900139001 by 1001 as k1, 1001 READY, p1 UNDER_WAY, 1001 RESERVED
            2    1002 ready               => 1002 READY
            3    c1 arrives 4001          =>
            3    c1 waits                 => ring 1002 for c1, 1002 RESERVED
            4    1001 picks-up k1         => 1001 ON_CALL
            5    k1 hangs-up              => call 913900139002 by 1001 as k2, 1001 READY, k1 NOT_REACHED, p1 WAITING tries 1, p2 UNDER_WAY, 1001 RESERVED
            """);
    }

    @Test
    void whoRingsHimselfStandsInHisCallbacksPlaceAndItIsDoneWhenHeIsServed() {
        table.play("""
            10   p1 promised +8613900139000 since 1 => p1 WAITING
            20   c1 arrives 4001          =>
            20   c1 waits                 =>
            30   c2 arrives 4001 13900139000 => p1 HELD
            30   c2 waits                 =>
            40   1001 ready               => ring 1001 for c2, 1001 READY, 1001 RESERVED
            41   1001 answers c2          => 1001 ON_CALL
            50   -                        => c1 late
            60   c2 hangs-up              => 1001 WRAP_UP, c2 ANSWERED, p1 CAME_BACK
            """);
    }

    @Test
    void whoRingsHimselfAndGivesUpIsCalledBackAllTheSame() {
        table.play("""
            10   p1 promised 13900139000  => p1 WAITING
            30   c2 arrives 4001 13900139000 => p1 HELD
            30   c2 waits                 =>
            31   c2 hangs-up              => c2 ABANDONED, p1 WAITING
            32   1001 ready               => call 913900139000 by 1001 as k1, 1001 READY, p1 UNDER_WAY, 1001 RESERVED
            """);
    }

    @Test
    void whoRingsWhileAnAgentsPhoneRingsForHimIsNotCalledToo() {
        table.play("""
            1    1001 ready               => 1001 READY
            2    p1 promised 13900139000  => call 913900139000 by 1001 as k1, p1 WAITING, p1 UNDER_WAY, 1001 RESERVED
            3    c2 arrives 4001 13900139000 => hang-up k1, p1 HELD
            3    c2 waits                 =>
            3.1  1001 lets-pass k1 CANCELLED => ring 1001 for c2, 1001 READY, k1 NOT_REACHED, 1001 RESERVED
            """);
    }

    @Test
    void aSecondPromiseToTheSameNumberIsTheFirst() {
        table.play("""
            10   p1 promised 13900139000  => p1 WAITING
            11   p1 promised +8613900139000 => p1 WAITING
            12   p1 cancelled             => p1 CANCELLED
            13   p1 cancelled             => no: UNKNOWN_CALLBACK
            """);
    }

    @Test
    void whoPromisedItMayCancelItAndAnotherAgentMayNot() {
        table.play("""
            10   p1 promised 13900139000  => p1 WAITING
            11   p1 cancelled 1002        => no: FORBIDDEN
            12   p1 cancelled 1001        => p1 CANCELLED
            13   c1 arrives 4001 13900139001
            13   c1 waits
            30   c1 hangs-up              => c1 ABANDONED, p2 WAITING
            31   p2 cancelled 1001        => no: FORBIDDEN
            """);
    }

    @Test
    void aNumberThatTheShopDoesNotDialIsRefused() {
        table.play("""
            10   p1 promised 0900123456   => no: NUMBER_NOT_ALLOWED
            10   p1 promised 1&System     => no: NUMBER_NOT_ALLOWED
            """);
    }

    @Test
    void thereAreNoMoreThanConfigured() {
        table.play("""
            10   p1 promised 13900139001  => p1 WAITING
            10   p2 promised 13900139002  => p2 WAITING
            10   p3 promised 13900139003  => p3 WAITING
            10   p4 promised 13900139004  => no: TOO_MANY_CALLBACKS
            """);
    }

    @Test
    void aPromisedTimeIsAwaitedAndOnePastItsTimeIsGivenUp() {
        table.play("""
            1    1001 ready               => 1001 READY
            10   p1 promised 13900139001 at 600 => p1 WAITING
            10   p2 promised 13900139002 at 700 until 650 => p2 WAITING
            600  -                        => call 913900139001 by 1001 as k1, p1 UNDER_WAY, 1001 RESERVED
            601  1001 pauses break        =>
            650  -                        => hang-up k1, 1001 PAUSED, k1 NOT_REACHED, p1 WAITING, p2 EXPIRED
            """);
    }

    @Test
    void nobodyIsRungAtNight() {
        table = Table.hotline(withCallbacks(new CallHours("UTC", 60, 120), 3));
        table.play("""
            0    1001 signs-in            => 1001 PAUSED
            0    1001 ready               => 1001 READY
            10   p1 promised 13900139001  => p1 WAITING
            3600 -                        => call 913900139001 by 1001 as k1, p1 UNDER_WAY, 1001 RESERVED
            """);
    }

    /** It knows of one callback, and of the call by which it was so. */
    private void aServerStartsWithOne(String state) {
        table = new Table(withCallbacks(CallHours.ALWAYS, 3));
        table.play("10   p1 kept %1$s k1 13900139000 => p1 %1$s".formatted(state));
    }

    @Test
    void aServerThatStartsFindsTheAttemptAndGoesOn() {
        aServerStartsWithOne("UNDER_WAY");
        table.play("""
            11   1001 restores ON_CALL    => 1001 WRAP_UP
            12   pbx finds k1@5 DIALLING 1001 => p1 UNDER_WAY, 1001 RINGING, 1001 ON_CALL
            13   k1 reached               => 1001 ON_CALL, p1 TALKING
            20   k1 hangs-up              => 1001 WRAP_UP, k1 ANSWERED, p1 REACHED
            """);
    }

    @Test
    void anAttemptThatEndedUnseenCountsAndIsRepeatedOnlyAfterTheSpacing() {
        aServerStartsWithOne("UNDER_WAY");
        table.play("""
            11   1001 restores READY      => 1001 READY
            12   pbx finds nothing        => p1 WAITING tries 1
            612  -                        => call 913900139000 by 1001 as k1, p1 UNDER_WAY, 1001 RESERVED
            """);
    }

    @Test
    void aTalkThatEndedUnseenWasATalk() {
        aServerStartsWithOne("TALKING");
        table.play("""
            12   pbx finds nothing        => p1 REACHED
            """);
    }

    @Test
    void whoseOwnCallEndedUnseenIsCalledBackAfterAll() {
        aServerStartsWithOne("HELD");
        table.play("""
            12   pbx finds nothing        => p1 WAITING
            13   1001 restores READY      => call 913900139000 by 1001 as k1, 1001 READY, p1 UNDER_WAY, 1001 RESERVED
            """);
    }

    @Test
    void aCustomerWhoRingsWhileHeIsTalkedToIsACallerAsAnyOther() {
        table.play("""
            1    1001 ready               => 1001 READY
            2    p1 promised 13900139000  => call 913900139000 by 1001 as k1, p1 WAITING, p1 UNDER_WAY, 1001 RESERVED
            4    1001 picks-up k1         => 1001 ON_CALL
            9    k1 reached               => 1001 ON_CALL, p1 TALKING
            10   c1 arrives 4001 13900139000
            12   c1 hangs-up              => c1 ABANDONED
            60   k1 hangs-up              => 1001 WRAP_UP, k1 ANSWERED, p1 REACHED
            """);
    }

    @Test
    void whoRangHimselfAndIsCutOffWithHisPbxIsCalledBackAfterAll() {
        table.play("""
            10   p1 promised 13900139000  => p1 WAITING
            11   c1 arrives 4001 13900139000 => p1 HELD
            11   c1 waits
            12   1001 ready               => ring 1001 for c1, 1001 READY, 1001 RESERVED
            13   1001 answers c1          => 1001 ON_CALL
            14   pbx link-lost
            20   pbx starts-and-finds nothing => main lost, 1001 WRAP_UP, c1 ANSWERED, p1 WAITING
            """);
    }

    @Test
    void anAttemptThatIsUnderWayWhenItsTimeIsOverIsTheLast() {
        table.play("""
            1    1001 ready               => 1001 READY
            2    p1 promised 13900139000 until 10 => call 913900139000 by 1001 as k1, p1 WAITING, p1 UNDER_WAY, 1001 RESERVED
            4    1001 picks-up k1         => 1001 ON_CALL
            12   k1 missed BUSY           =>
            12   k1 hangs-up              => 1001 READY, k1 NOT_REACHED, p1 WAITING tries 1
            610  -                        => p1 EXPIRED tries 1
            """);
    }

    @Test
    void oneWhoseQueueIsNoMoreIsCancelled() {
        Setup all = withCallbacks(CallHours.ALWAYS, 3);
        table = new Table(new Setup(Map.of(), all.agents(), Map.of(), all.pauseReasons(), all.limits(), all.routing(),
                all.pbxs(), all.callbacks()));
        table.play("10   p1 kept WAITING k1 13900139000 => p1 CANCELLED");
    }

    @Test
    void anAttemptOfWhichNobodyKnowsDialsNobody() {
        table.play("""
            10   1001 picks-up callback-77 => hang-up callback-77
            """);
    }

    @Test
    void aCommandThatFailsLeavesTheCallbackWaiting() {
        table.play("""
            1    1001 ready               => 1001 READY
            2    p1 promised 13900139000  => call 913900139000 by 1001 as k1, p1 WAITING, p1 UNDER_WAY, 1001 RESERVED
            2.1  k1 command-fails 1001    => 1001 READY, k1 NOT_REACHED, p1 WAITING
            """);
    }
}
