package io.halfminute.queue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.call.BrandId;
import io.halfminute.call.Call;
import io.halfminute.pbx.CallId;
import io.halfminute.pbx.CallerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** However calls come, whatever their queues say: there is a wait after which nobody who comes later is served first. */
class OvertakingTest {

    private static final int POSTPONE_MS = 60_000;
    private static final int[] TARGETS_MS = {20_000, 30_000, 90_000};
    private static final int[] CREDITS_MS = {0, 10_000, 45_000};
    /** The longest target, the time by which late calls are postponed, the largest credit. */
    private static final int BOUND_MS = 90_000 + POSTPONE_MS + 45_000;

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(2_005);
    private final WaitingLine line = new WaitingLine();
    private final List<WaitingCall> waiting = new ArrayList<>();
    private long nowMs = 1_000_000;
    private int calls;
    private int overtaken;
    private long longestOvertakenMs;

    @Test
    void nobodyIsOvertakenByWhoComesAfterHeHasWaitedTheNamedTime() {
        for (int step = 0; step < 30_000; step++) {
            nowMs += chance.nextInt(2_000);
            becomeLate();
            if (waiting.size() < 200 && (waiting.isEmpty() || chance.nextInt(100) < 52)) {
                arrive();
            } else {
                serve();
            }
        }
        assertTrue(overtaken > 1_000, overtaken + " were overtaken: too few to prove anything");
        assertTrue(longestOvertakenMs > BOUND_MS * 3 / 4, "the bound is not near: " + longestOvertakenMs);
    }

    private void arrive() {
        int targetMs = TARGETS_MS[chance.nextInt(TARGETS_MS.length)];
        int creditMs = CREDITS_MS[chance.nextInt(CREDITS_MS.length)];
        QueueSpec queue = new QueueSpec(new QueueId("q" + targetMs + "-" + creditMs), "q", List.of(), creditMs, targetMs,
                12_000, 0, 1_000, Optional.empty());
        WaitingCall call = new WaitingCall(new Call(new CallId("c" + calls++), new CallerId("", ""), "4001",
                new BrandId("shop-a"), nowMs), queue);
        waiting.add(call);
        line.enter(call);
    }

    private void becomeLate() {
        for (WaitingCall call : waiting) {
            if (!call.isLate() && call.deadlineMs() < nowMs) {
                line.leave(call);
                call.late(POSTPONE_MS);
                line.enter(call);
            }
        }
    }

    private void serve() {
        WaitingCall served = line.first();
        line.leave(served);
        waiting.remove(served);
        for (WaitingCall other : waiting) {
            long waitedWhenItCameMs = served.call().arrivedMs() - other.call().arrivedMs();
            if (waitedWhenItCameMs > 0) {
                overtaken++;
                longestOvertakenMs = Math.max(longestOvertakenMs, waitedWhenItCameMs);
                assertTrue(waitedWhenItCameMs <= BOUND_MS, other.id() + " had waited " + waitedWhenItCameMs
                        + " ms when " + served.id() + " came, which is served first");
            }
        }
    }
}
