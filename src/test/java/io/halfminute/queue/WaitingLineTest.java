package io.halfminute.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.call.BrandId;
import io.halfminute.call.Call;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private final WaitingLine line = new WaitingLine();

    private static WaitingCall call(String id, String queue, int creditMs, long arrivedMs, int targetMs) {
        QueueSpec spec = new QueueSpec(new QueueId(queue), queue, List.of(), creditMs, targetMs, 12_000, 0, 10,
                Optional.empty());
        return new WaitingCall(new Call(new CallId(id), new CallerId("", ""), "4001", new BrandId("shop-a"), arrivedMs),
                spec);
    }

    private List<String> order() {
        List<String> order = new ArrayList<>();
        line.forEach(waiting -> order.add(waiting.id().value()));
        return order;
    }

    @Test
    void whoMustBeAnsweredSoonestStandsFirst() {
        line.enter(call("second", "orders", 0, 2_000, 30_000));
        line.enter(call("first", "orders", 0, 1_000, 30_000));
        line.enter(call("hurry", "orders", 0, 5_000, 20_000));
        assertEquals(List.of("hurry", "first", "second"), order());
    }

    @Test
    void creditIsWorthSoManySecondsAndNoMore() {
        line.enter(call("first", "orders", 0, 1_000, 30_000));
        line.enter(call("usual", "orders", 0, 4_000, 30_000));
        line.enter(call("vip", "vips", 5_000, 8_000, 30_000));
        assertEquals(List.of("first", "vip", "usual"), order());
    }

    @Test
    void aLateCallGivesWayForAWhile() {
        WaitingCall late = call("late", "orders", 0, 1_000, 30_000);
        late.late(60_000);
        line.enter(late);
        line.enter(call("in-time", "orders", 0, 40_000, 30_000));
        line.enter(call("far-too-new", "orders", 0, 61_001, 30_000));
        assertEquals(List.of("in-time", "late", "far-too-new"), order());
    }

    @Test
    void amongLateCallsTheOldestComesFirst() {
        WaitingCall older = call("older", "orders", 0, 1_000, 30_000);
        WaitingCall newer = call("newer", "orders", 0, 2_000, 30_000);
        newer.late(60_000);
        older.late(60_000);
        line.enter(newer);
        line.enter(older);
        assertEquals(List.of("older", "newer"), order());
    }

    @Test
    void amongEqualDeadlinesTheEarlierArrivalAndThenTheIdDecides() {
        line.enter(call("b", "orders", 0, 1_000, 30_000));
        line.enter(call("a", "orders", 0, 1_000, 30_000));
        line.enter(call("z", "slow", 0, 500, 30_500));
        assertEquals(List.of("z", "a", "b"), order());
    }

    @Test
    void eachQueueKnowsHowManyWait() {
        WaitingCall one = call("one", "orders", 0, 1, 30_000);
        line.enter(one);
        line.enter(one);
        line.enter(call("two", "orders", 0, 2, 30_000));
        line.enter(call("three", "returns", 0, 3, 30_000));
        assertEquals(3, line.size());
        assertEquals(2, line.size(new QueueId("orders")));
        assertEquals(1, line.size(new QueueId("returns")));
        assertEquals(0, line.size(new QueueId("complaints")));
        line.leave(one);
        line.leave(one);
        assertEquals(1, line.size(new QueueId("orders")));
        assertFalse(line.has(one));
    }

    @Test
    void whoIsServedFirstIsKnown() {
        WaitingCall first = call("first", "orders", 0, 1_000, 30_000);
        WaitingCall second = call("second", "orders", 0, 2_000, 30_000);
        assertNull(line.first());
        line.enter(second);
        line.enter(first);
        assertEquals(first, line.first());
        line.leave(first);
        assertEquals(second, line.first());
    }

    @Test
    void whoComesBackHasHisOldPlace() {
        WaitingCall first = call("first", "orders", 0, 1_000, 30_000);
        line.enter(first);
        line.enter(call("second", "orders", 0, 2_000, 30_000));
        line.leave(first);
        line.enter(first);
        assertEquals(List.of("first", "second"), order());
        assertTrue(line.has(first));
    }
}
