package io.halfminute.acd;

import io.halfminute.call.BrandId;
import io.halfminute.callback.ByKey;
import io.halfminute.callback.CallHours;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.callback.Outgoing;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.Cause;
import io.halfminute.pbx.OfferId;
import io.halfminute.pbx.PbxEvent;
import io.halfminute.pbx.PbxEvent.CallSnapshot;
import io.halfminute.pbx.PbxEvent.EndedCall;
import io.halfminute.pbx.PbxEvent.Sent;
import io.halfminute.pbx.PbxEvent.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller who has waited a minute hears that key 1 gets him a callback, and what may happen meanwhile. */
class CallbackByKeyScenarioTest {

    private Table table;

    @BeforeEach
    void aHotlineWhereAKeyGetsACallback() {
        table = hotline(CallHours.ALWAYS, 3);
    }

    private static Table hotline(CallHours hours, int most) {
        Setup setup = Table.setup();
        CallbackSpec spec = new CallbackSpec(most, false, 0, false, 2, 600_000, 25_000, 86_400_000, 0, 0.5, hours,
                Map.of(new BrandId("shop-a"), new Outgoing(List.of("1"), "", "9", "4001")),
                new ByKey(true, 60_000, 120_000, 6_000));
        return Table.hotline(new Setup(setup.queues(), setup.agents(), setup.numbers(), setup.pauseReasons(), setup.limits(),
                setup.routing(), setup.pbxs(), spec)).paused("1001");
    }

    /** c1 has waited since 10, and hears the sentence at 72. */
    private void oneIsAsked() {
        table.play("""
            10   c1 arrives 4001 13900139000
            11   c1 waits
            40   -                        => c1 late
            70   -                        => propose c1
            72   c1 is-asked              => c1 asked
            """);
    }

    @Test
    void whoPressesTheKeyIsPromisedAndThankedAndCalledBackInHisPlace() {
        table.play("""
            10   c1 arrives 4001 13900139000
            11   c1 waits
            20   c2 arrives 4001
            20   c2 waits
            40   -                        => c1 late
            50   -                        => c2 late
            70   -                        => propose c1
            72   c1 is-asked              => c1 asked
            75   c1 presses-the-key       => confirm c1, p1 HELD
            79   c1 hangs-up              => c1 CALLBACK_TAKEN, p1 WAITING
            80   -                        => propose c2
            82   1001 ready               => call 913900139000 by 1001 as k1, 1001 READY, p1 UNDER_WAY, 1001 RESERVED
            84   1001 picks-up k1         => 1001 ON_CALL
            90   k1 reached               => 1001 ON_CALL, p1 TALKING
            97   k1 hangs-up              => 1001 WRAP_UP, k1 ANSWERED, p1 REACHED
            """);
    }

    @Test
    void whoPressesNothingWaitsOnAndIsNotAskedAgain() {
        oneIsAsked();
        table.play("""
            600  c1 will-wait-long
            601  1001 ready               => ring 1001 for c1, 1001 READY, 1001 RESERVED
            602  1001 answers c1          => 1001 ON_CALL
            """);
    }

    @Test
    void anAgentWhoComesFreeGetsHimInMidSentence() {
        oneIsAsked();
        table.play("""
            73   1001 ready               => ring 1001 for c1, 1001 READY, 1001 RESERVED
            74   c1 presses-the-key
            75   1001 answers c1          => 1001 ON_CALL
            90   c1 hangs-up              => 1001 WRAP_UP, c1 ANSWERED
            """);
    }

    @Test
    void aKeyThatWasPressedCountsWhenNobodyPicksUpAfterAll() {
        oneIsAsked();
        table.play("""
            73   1001 ready               => ring 1001 for c1, 1001 READY, 1001 RESERVED
            74   c1 presses-the-key
            85   1001 lets-pass c1 NO_ANSWER => confirm c1, 1001 READY, p1 HELD
            90   c1 hangs-up              => call 913900139000 by 1001 as k1, c1 CALLBACK_TAKEN, p1 WAITING, p1 UNDER_WAY, 1001 RESERVED
            """);
    }

    @Test
    void aSecondPressIsTheFirst() {
        oneIsAsked();
        table.play("""
            75   c1 presses-the-key       => confirm c1, p1 HELD
            75.1 c1 presses-the-key
            """);
    }

    @Test
    void whoHangsUpWhileHeIsThankedIsCalledBackAllTheSame() {
        oneIsAsked();
        table.play("""
            75   c1 presses-the-key       => confirm c1, p1 HELD
            75.2 c1 hangs-up              => c1 CALLBACK_TAKEN, p1 WAITING
            """);
    }

    @Test
    void whoCannotBeLedOutWaitsOnAndIsServedInsteadOfCalledBack() {
        oneIsAsked();
        table.play("""
            75   c1 presses-the-key       => confirm c1, p1 HELD
            75.1 c1 command-fails
            75.2 c1 waits
            76   1001 ready               => ring 1001 for c1, 1001 READY, 1001 RESERVED
            77   1001 answers c1          => 1001 ON_CALL
            80   c1 hangs-up              => 1001 WRAP_UP, c1 ANSWERED, p1 CAME_BACK
            """);
    }

    @Test
    void whoWillWaitLongIsAskedAtOnceAndOnlyWhileHeWaits() {
        table.play("""
            10   c1 arrives 4001 13900139000
            10   c1 will-wait-long
            11   c1 waits
            12   c1 will-wait-long        => propose c1
            13   c1 will-wait-long
            14   c1 is-asked              => c1 asked
            40   -                        => c1 late
            100  c9 will-wait-long
            """);
    }

    @Test
    void whatWasNotHeardIsSaidAgainAFewTimes() {
        table.play("""
            10   c1 arrives 4001 13900139000
            11   c1 waits
            40   -                        => c1 late
            70   -                        => propose c1
            88   -                        => propose c1
            106  -                        => propose c1
            900  -                        =>
            """);
    }

    @Test
    void whosePhoneRingsWhenTheMinuteIsOverIsAskedWhenHeIsBack() {
        table.play("""
            10   c1 arrives 4001 13900139000
            11   c1 waits
            40   -                        => c1 late
            65   1001 ready               => ring 1001 for c1, 1001 READY, 1001 RESERVED
            71   1001 lets-pass c1 REFUSED => 1001 READY
            73   -                        => propose c1
            """);
    }

    @Test
    void whoShowsNoNumberOrOneThatIsNotDialledIsNotAsked() {
        table.play("""
            10   c1 arrives 4001 anonymous
            10   c2 arrives 4001 0900123456
            10   c3 arrives 4002 13900139000
            11   c1 waits
            11   c2 waits
            11   c3 waits
            40   -                        => c1 late, c2 late, c3 late
            75   c2 presses-the-key
            """);
    }

    @Test
    void whoseNumberHasACallbackAlreadyIsNotAskedUnlessItIsHis() {
        table.play("""
            10   c1 arrives 4001 13900139000
            11   c1 waits
            12   c2 arrives 4001 13900139000
            12   c2 waits
            40   -                        => c1 late
            42   -                        => c2 late
            70   -                        => propose c1
            71   c1 is-asked              => c1 asked
            72   -                        => propose c2
            73   c2 is-asked              => c2 asked
            74   c1 presses-the-key       => confirm c1, p1 HELD
            75   c2 presses-the-key
            79   c1 hangs-up              => c1 CALLBACK_TAKEN, p1 WAITING
            80   c3 arrives 4001 13900139000 => p1 HELD
            80   c3 waits
            110  -                        => c3 late
            140  -                        => propose c3
            141  c3 is-asked              => c3 asked
            142  c3 presses-the-key       => confirm c3
            143  c3 hangs-up              => c3 CALLBACK_TAKEN, p1 WAITING
            """);
    }

    @Test
    void nobodyIsAskedWhereThereIsNoRoomOrAtNight() {
        table = hotline(CallHours.ALWAYS, 0);
        oneIsLate();
        table = hotline(new CallHours("UTC", 60, 120), 3);
        oneIsLate();
    }

    private void oneIsLate() {
        table.play("""
            10   c1 arrives 4001 13900139000
            11   c1 waits
            40   -                        => c1 late
            100  c1 will-wait-long
            """);
    }

    @Test
    void aServerThatDiesWhileHeIsThankedKnowsByThePbxsNoteThatHeIsCalledBack() {
        CallSnapshot last = new CallSnapshot(new CallId("c1"), new CallerId("13900139000", ""), "4001", 10_000, Stage.LEAVING,
                OfferId.NONE, List.of(), null, 0);
        table.play("10 pbx link-lost");
        table.step(Table.pbx(new PbxEvent.EndedUnwatched(List.of(new EndedCall(last, 10_005, Sent.CALLBACK, Cause.UNSEEN, 80_000)),
                90_000)));
        table.play("90 - => c1 late, c1 CALLBACK_TAKEN, p1 WAITING");
    }
}
