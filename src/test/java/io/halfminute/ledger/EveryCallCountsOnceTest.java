package io.halfminute.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfminute.acd.AcdEvent;
import io.halfminute.pbx.CallId;
import io.halfminute.record.CallRecord;
import io.halfminute.record.CallRecorder;
import io.halfminute.record.RecordChange;
import io.halfminute.record.RecordLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Offered is the sum of the buckets at every instant, and what a call counts as, once known, stays. */
class EveryCallCountsOnceTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final int CALLS = 3_000;

    private final Map<CallId, Bucket> buckets = new HashMap<>();
    private final Map<Bucket, Integer> counts = new EnumMap<>(Bucket.class);
    private final CallRecorder recorder = new CallRecorder(new RecordLimits(10, 5, 30, 5, 10_000, 10_000), List.of(), _ -> { });

    @Test
    void eachInstantOfRandomHistoriesAddsUp() {
        long seed = Long.getLong("seed", 20_261_122L);
        Random random = new Random(seed);
        List<AcdEvent> all = new ArrayList<>(IntStream.range(0, CALLS).boxed()
                .flatMap(n -> AnyHistory.of(random, "c" + n, NOON + n * 100L).stream()).toList());
        all.sort(Comparator.comparingLong(AcdEvent::atMs));
        for (AcdEvent event : all) {
            recorder.apply(List.of(event)).forEach(change -> take(change, seed));
            assertEquals(buckets.size(), counts.values().stream().mapToInt(Integer::intValue).sum(), "seed " + seed);
        }
        assertEquals(CALLS, buckets.size(), "seed " + seed);
        assertTrue(counts.keySet().size() == Bucket.values().length, () -> "the histories reach every bucket: " + counts);
    }

    private void take(RecordChange change, long seed) {
        if (change instanceof RecordChange.CallKept(CallRecord call)) {
            Bucket now = LedgerEntry.bucketNow(call, CountingRules.PRESENT);
            Bucket before = buckets.put(call.call(), now);
            assertTrue(before == null || before == Bucket.OPEN || before == now,
                    () -> "seed " + seed + ": from " + before + " to " + now + ": " + call);
            counts.merge(now, 1, Integer::sum);
            if (before != null) {
                counts.merge(before, -1, Integer::sum);
            }
        }
    }
}
