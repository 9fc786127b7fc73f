package io.halfminute.acd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.call.BrandId;
import io.halfminute.callback.CallHours;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.callback.Outgoing;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import io.halfminute.pbx.PbxCommand.Refusal;
import io.halfminute.pbx.PbxEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No more callers than fit: 2 of shop A (numbers 4001 and 4003), 3 in the house. Shop A calls back, shop B (4002) does not. */
class AdmissionScenarioTest {

    private static final BrandId SHOP_A = new BrandId("shop-a");

    private final Table table = Table.hotline(limited(2, 3, 10));

    private static Setup limited(int ofShopA, int inTheHouse, int mostCallbacks) {
        Setup setup = Table.setup();
        Map<String, Setup.Destination> numbers = new HashMap<>(setup.numbers());
        for (String number : List.of("4001", "4003")) {
            numbers.put(number, new Setup.Destination(SHOP_A, setup.numbers().get("4001").queue(), List.of(), ofShopA));
        }
        CallbackSpec callbacks = new CallbackSpec(mostCallbacks, false, 0, true, 2, 600_000, 25_000, 86_400_000, 0, 0.5,
                CallHours.ALWAYS, Map.of(SHOP_A, new Outgoing(List.of("1"), "", "", "")));
        Setup.Limits standard = setup.limits();
        return new Setup(setup.queues(), setup.agents(), numbers, setup.pauseReasons(), new Setup.Limits(standard.missesToPause(),
                standard.restAfterMissMs(), standard.commandGraceMs(), inTheHouse, standard.timersPerStep()), setup.routing(),
                setup.pbxs(), callbacks);
    }

    @Test
    void theShopsLimitCountsAllItsNumbersAndWhoTalksAndTheNextCallerIsToldThatHeWillBeRungBack() {
        table.atWork("1001").play("""
            0    c1 arrives 4001 13900139001 =>
            1    c1 waits                    => ring 1001 for c1, 1001 RESERVED
            2    1001 answers c1             => 1001 ON_CALL
            3    c2 arrives 4003 13900139002 =>
            4    c3 arrives 4001 13900139003 => refuse c3 BRAND_FULL called-back, p1 WAITING, p1 HELD
            5    c4 arrives 4002 13900139004 =>
            9    c3 hangs-up                 => c3 REFUSED, p1 WAITING
            """);
    }

    @Test
    void theWholeHouseCanBeFullWhileAShopIsNot() {
        table.play("""
            0    c1 arrives 4002             =>
            0    c2 arrives 4002             =>
            0    c3 arrives 4001 13900139003 =>
            0    c4 arrives 4001 13900139004 => refuse c4 HOTLINE_FULL called-back, p1 WAITING, p1 HELD
            0    c5 arrives 4002 13900139005 => refuse c5 HOTLINE_FULL
            """);
    }

    @Test
    void whoLeavesMakesRoomAndWhoIsTurnedAwayTakesNone() {
        table.play("""
            0    c1 arrives 4001 13900139001 =>
            0    c2 arrives 4001 13900139002 =>
            1    c3 arrives 4001 0213900     => refuse c3 BRAND_FULL
            1    c4 arrives 4001 0213900     => refuse c4 BRAND_FULL
            2    c1 hangs-up                 => c1 ABANDONED
            2    c5 arrives 4001 13900139005 =>
            3    c6 arrives 4001 0213900     => refuse c6 BRAND_FULL
            """);
    }

    @Test
    void aCallThatHasBeenServedMakesRoomThoughTheCallerIsStillThere() {
        table.atWork("1001").play("""
            0    c1 arrives 4001 13900139001 =>
            1    c1 waits                    => ring 1001 for c1, 1001 RESERVED
            2    1001 answers c1             => 1001 ON_CALL
            3    c2 arrives 4001 13900139002 =>
            9    1001 ends-talk c1           => 1001 WRAP_UP
            9    c3 arrives 4001 13900139003 =>
            """);
    }

    @Test
    void whoCannotBeRungBackIsNotToldSo() {
        table.play("""
            0    c1 arrives 4001 13900139001 =>
            0    c2 arrives 4001 13900139002 =>
            1    c3 arrives 4001 0013900     => refuse c3 BRAND_FULL
            """);
        Table few = Table.hotline(limited(1, 3, 1));
        few.play("""
            0    c1 arrives 4001 13900139001 =>
            1    c2 arrives 4001 13900139002 => refuse c2 BRAND_FULL called-back, p1 WAITING, p1 HELD
            1    c3 arrives 4001 13900139003 => refuse c3 BRAND_FULL
            """);
    }

    @Test
    void theCallbackStandsAtThePlaceOfTheArrivalAndNobodyIsRungWhileTheCallerHearsTheApology() {
        table.atWork("1001").play("""
            0    c1 arrives 4001 13900139001 =>
            1    c1 waits                    => ring 1001 for c1, 1001 RESERVED
            2    1001 answers c1             => 1001 ON_CALL
            3    c2 arrives 4001 13900139002 =>
            4    c3 arrives 4001 13900139003 => refuse c3 BRAND_FULL called-back, p1 WAITING, p1 HELD
            5    c2 hangs-up                 => c2 ABANDONED
            6    c4 arrives 4001 13900139004 =>
            7    c4 waits                    =>
            8    c1 hangs-up                 => 1001 WRAP_UP, c1 ANSWERED
            9    1001 ready                  => ring 1001 for c4, 1001 READY, 1001 RESERVED
            10   c4 hangs-up                 => 1001 READY, c4 ABANDONED
            11   c3 hangs-up                 => call 13900139003 by 1001 as k1, c3 REFUSED, p1 WAITING, p1 UNDER_WAY, 1001 RESERVED
            """);
    }

    @Test
    void whoRingsAgainAndIsTurnedAwayAgainKeepsHisPlace() {
        table.play("""
            0    c1 arrives 4001 13900139001 =>
            0    c2 arrives 4001 13900139002 =>
            1    c3 arrives 4001 13900139003 => refuse c3 BRAND_FULL called-back, p1 WAITING, p1 HELD
            4    c3 hangs-up                 => c3 REFUSED, p1 WAITING
            9    c4 arrives 4001 13900139003 => refuse c4 BRAND_FULL called-back, p1 HELD
            12   c4 hangs-up                 => c4 REFUSED, p1 WAITING
            """);
    }

    @Test
    void callersWhoAreFoundCountAndAreNotTurnedOut() {
        table.play("""
            60   pbx link-lost                                                 =>
            70   pbx finds c1@50/4001 WAITING c2@50/4001 WAITING c3@50/4001 IN_FLOW =>
            71   c4 arrives 4001 0213900                                       => refuse c4 BRAND_FULL
            72   c5 arrives 4002                                               => refuse c5 HOTLINE_FULL
            """);
    }

    /** A thousand in the same millisecond: as many as fit get in, and each other is told. */
    @Test
    void theLimitHoldsForAThousandCallersInTheSameMoment() {
        Table crowded = Table.hotline(limited(40, 100, 0));
        for (int n = 0; n < 1_000; n++) {
            crowded.step(Table.pbx(new PbxEvent.CallArrived(new CallId("c" + n), new CallerId("1390013" + (1_000 + n), ""),
                    n % 2 == 0 ? "4001" : "4002", 0, 0)));
        }
        Map<Refusal, Integer> refused = new HashMap<>();
        crowded.events.stream().filter(AcdEvent.CallRefused.class::isInstance).map(AcdEvent.CallRefused.class::cast)
                .forEach(each -> refused.merge(each.why(), 1, Integer::sum));
        assertEquals(Map.of(Refusal.BRAND_FULL, 460, Refusal.HOTLINE_FULL, 440), refused);
        assertTrue(crowded.events.stream().noneMatch(AcdEvent.InvariantBroken.class::isInstance));
    }
}
