package io.halfminute.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.agent.SkillId;
import io.halfminute.call.BrandId;
import io.halfminute.call.Call;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A hundred thousand callers wait: how much memory each of them takes, the call itself and all indexes together. */
class WaitingMemoryTest {

    private static final int CALLS = 100_000;
    private static final int QUEUES = 200;

    private static QueueSpec queue(int number) {
        return new QueueSpec(new QueueId("q" + number), "q", List.of(demand(number), demand(number * 7 + 1)), 0, 30_000,
                12_000, 0, CALLS, Optional.empty());
    }

    private static SkillDemand demand(int number) {
        return new SkillDemand(new SkillId("s" + number % QUEUES), 1, 3);
    }

    @Test
    void aWaitingCallTakesAtMostFourHundredBytes() {
        List<QueueSpec> queues = IntStream.range(0, QUEUES).mapToObj(WaitingMemoryTest::queue).toList();
        WaitingLine line = new WaitingLine();
        List<WaitingCall> calls = new ArrayList<>(CALLS);
        long before = used();
        for (int i = 0; i < CALLS; i++) {
            WaitingCall call = new WaitingCall(new Call(new CallId("1763782345." + i), new CallerId("138" + (10_000_000 + i), ""),
                    "4001", new BrandId("shop-a"), i), queues.get(i % QUEUES));
            calls.add(call);
            line.enter(call);
        }
        long each = (used() - before) / CALLS;
        assertEquals(CALLS, line.size());
        assertEquals(calls.getFirst(), line.first());
        assertTrue(each <= 400, each + " bytes");
    }

    /** After everything has gone that nobody holds. */
    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
